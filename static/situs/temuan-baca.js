// Findings at their places in the report that is read: at the words that they quote, at the table row with the figure
// they are about, else under the heading of their section. A switch hides them. Nothing of this is part of the report.
(() => {
  "use strict";

  const KUNCI = "lkjip-tanda-temuan";
  const daftar = document.getElementById("temuan-baca");
  const naskah = document.querySelector(".baca .naskah");
  if (!daftar || !naskah) return;

  // What is typed between marks and live figures stands in the report as it is.
  function inti(kutipan) {
    const potongan = kutipan.split(/\{[^{}]*\}|\[[^[\]]*\]|[*_|]+|\n/).map((satu) => satu.replace(/\s+/g, " ").trim());
    return potongan.sort((a, b) => b.length - a.length)[0] ?? "";
  }

  function cariKata(wadah, kata) {
    if (kata.length < 2) return undefined;
    const jalan = document.createTreeWalker(wadah, NodeFilter.SHOW_TEXT);
    for (let simpul = jalan.nextNode(); simpul; simpul = jalan.nextNode()) {
      const awal = simpul.data.indexOf(kata);
      if (awal < 0 || simpul.parentElement.closest(".tanda-temuan, svg")) continue;
      const rentang = document.createRange();
      rentang.setStart(simpul, awal);
      rentang.setEnd(simpul, awal + kata.length);
      return rentang;
    }
    return undefined;
  }

  // Words that stand in several pieces (bold, a live figure between): the paragraph that holds them all.
  function cariBlok(wadah, kata) {
    if (kata.length < 2) return undefined;
    const blok = [...wadah.querySelectorAll("p, li, td, th, figcaption, caption, h2, h3, h4, h5, h6")];
    return blok.find((satu) => !satu.closest(".tanda-temuan") && satu.textContent.replace(/\s+/g, " ").includes(kata));
  }

  const UANG = /pagu|serapan|realisasi_anggaran|jumlah_realisasi|sisa|belanja/;

  function cariAngka({ untuk, aturan }) {
    if (!untuk) return undefined;
    const semua = [...naskah.querySelectorAll(`[data-subjek="${CSS.escape(untuk)}"]`)];
    const uang = aturan.startsWith("ANG") || aturan.startsWith("EFI");
    const cocok = semua.find((satu) => UANG.test(satu.dataset.besaran ?? "") === uang) ?? semua[0];
    const baris = cocok?.closest("tr");
    return baris ? baris.querySelector("th, td:nth-child(2), td") : cocok?.parentElement;
  }

  const judul = (bagian) => bagian.querySelector(":scope > :is(h2, h3, h4, h5, h6)") ?? bagian;
  const blok = (simpul) => simpul.closest("p, li, td, th, figcaption, caption, h2, h3, h4, h5, h6") ?? simpul;

  function tempat(data, sorot) {
    const bagian = data.bagian && document.getElementById(data.bagian);
    const kata = inti(data.kutipan);
    if (kata) {
      for (const wadah of [bagian, kata.length > 12 && naskah].filter(Boolean)) {
        const rentang = cariKata(wadah, kata);
        if (rentang) sorot.push(rentang);
        const di = rentang ? blok(rentang.startContainer.parentElement) : cariBlok(wadah, kata);
        if (di) return di;
      }
    }
    return cariAngka(data) ?? (bagian ? judul(bagian) : undefined);
  }

  function pasang() {
    const per = new Map();
    const sorot = [];
    for (const butir of daftar.querySelectorAll(".butir-temuan")) {
      const di = tempat(butir.dataset, sorot);
      if (di) per.set(di, [...(per.get(di) ?? []), butir]);
    }
    let nomor = 0;
    for (const [di, isi] of per) {
      const tanda = tandaTemuan.buat(isi);
      tanda.id = `tanda-temuan-${(nomor += 1)}`;
      di.append(tanda);
      for (const butir of isi) butir.querySelector(".butir-temuan__lompat")?.setAttribute("href", `#${tanda.id}`);
    }
    if (CSS.highlights && sorot.length) CSS.highlights.set("temuan", new Highlight(...sorot));
    saklar();
  }

  function saklar() {
    const kotak = document.getElementById("saklar-tanda");
    if (!kotak) return;
    kotak.closest("label").hidden = false;
    const terapkan = () => document.documentElement.classList.toggle("tanpa-tanda", !kotak.checked);
    try {
      kotak.checked = localStorage.getItem(KUNCI) !== "tidak";
    } catch {
      // Without storage the choice holds for this page only.
    }
    terapkan();
    kotak.addEventListener("change", () => {
      terapkan();
      try {
        localStorage.setItem(KUNCI, kotak.checked ? "ya" : "tidak");
      } catch {
        // As above.
      }
    });
  }

  daftar.addEventListener("htmx:afterSwap", pasang);
})();
