// Findings at their places in the report that is read: at the words that they quote, at the table row with the figure
// they are about, else under the heading of their section. A switch hides them. Nothing of this is part of the report.
(() => {
  "use strict";

  const KUNCI = "lkjip-tanda-temuan";
  const daftar = document.getElementById("temuan-baca");
  const naskah = document.querySelector(".baca .naskah");
  if (!daftar || !naskah) return;

  // Words that stand in several pieces (bold, a live figure between): the paragraph that holds them all.
  function cariBlok(wadah, kata) {
    if (kata.length < 2) return undefined;
    const blok = [...wadah.querySelectorAll("p, li, td, th, figcaption, caption, h2, h3, h4, h5, h6")];
    return blok.find((satu) => !satu.closest(".panel-temuan") && satu.textContent.replace(/\s+/g, " ").includes(kata));
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

  const judul = (bagian) => bagian.querySelector(":scope > :is(h2, h3, h4, h5, h6, figcaption)") ?? bagian;
  const blok = (simpul) => simpul.closest("p, li, td, th, figcaption, caption, h2, h3, h4, h5, h6") ?? simpul;

  function tempat(data, sorot) {
    const bagian = data.bagian && document.getElementById(data.bagian);
    const kata = tandaTemuan.inti(data.kutipan);
    if (kata) {
      for (const wadah of [bagian, kata.length > 12 && naskah].filter(Boolean)) {
        const rentang = tandaTemuan.cariKata(wadah, kata);
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
    for (const [di, isi] of per) {
      const tombol = tandaTemuan.pasang(di, isi);
      for (const butir of isi) butir.querySelector(".butir-temuan__lompat")?.setAttribute("href", `#${tombol.id}`);
    }
    tandaTemuan.sorot(sorot);
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
