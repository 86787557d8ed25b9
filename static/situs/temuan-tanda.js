// Marks of findings at places of a page, shared by temuan-sisi.js (beside fields) and temuan-baca.js (in the report that
// is read): a button with how many there are and how grave, which unfolds their sentences under the row.
const tandaTemuan = (() => {
  "use strict";

  const BERAT = ["galat", "peringatan", "info"];
  let nomor = 0;

  // As jangkar_subjek on the server writes the id of a row.
  function jangkar(kode) {
    return `subjek-${[...kode].map((h) => (/[A-Za-z0-9.-]/.test(h) ? h : `_${h.codePointAt(0).toString(16)}_`)).join("")}`;
  }

  const pesan = (butir) => butir.querySelector(".butir-temuan__pesan").textContent.replace(/\s+/g, " ").trim();

  function buatTombol(daftar, panel) {
    const tingkat = BERAT.find((satu) => daftar.some((butir) => butir.dataset.tingkat === satu)) ?? "info";
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.id = `tanda-temuan-${nomor}`;
    tombol.className = `tanda-temuan tanda-temuan--${tingkat}`;
    tombol.textContent = daftar.length > 1 ? `${daftar.length} temuan` : tingkat;
    tombol.title = daftar.map(pesan).join("\n");
    const suara = document.createElement("span");
    suara.className = "visually-hidden";
    suara.textContent = `: ${tombol.title}`;
    tombol.append(suara);
    tombol.setAttribute("aria-controls", panel.id);
    tombol.addEventListener("click", () => {
      panel.hidden = !panel.hidden;
      tombol.setAttribute("aria-expanded", String(!panel.hidden));
    });
    return tombol;
  }

  function buatIsi(daftar) {
    const isi = document.createElement("ul");
    for (const butir of daftar) {
      const salinan = butir.cloneNode(true);
      salinan.removeAttribute("id");
      salinan.querySelector(".butir-temuan__lompat")?.remove();
      isi.append(salinan);
    }
    return isi;
  }

  // Under its row; in the report, whose tables have cells over several rows, under its table.
  function letakkan(di, isi) {
    const baris = di.closest("tr");
    const dalamLaporan = di.closest(".baca");
    const panel = document.createElement(baris && !dalamLaporan ? "tr" : "div");
    panel.className = "panel-temuan";
    if (panel.tagName === "TR") {
      const sel = document.createElement("td");
      sel.colSpan = [...baris.cells].reduce((banyak, satu) => banyak + satu.colSpan, 0);
      sel.append(isi);
      panel.append(sel);
      baris.after(panel);
    } else {
      panel.append(isi);
      if (baris) baris.closest("table").after(panel);
      else if (dalamLaporan) di.after(panel);
      else di.append(panel);
    }
    return panel;
  }

  // One mark for these items of the list of findings; the button.
  function pasang(di, daftar, terbuka = false) {
    nomor += 1;
    const panel = letakkan(di, buatIsi(daftar));
    panel.id = `panel-temuan-${nomor}`;
    panel.hidden = !terbuka;
    const tombol = buatTombol(daftar, panel);
    tombol.setAttribute("aria-expanded", String(terbuka));
    di.append(" ", tombol);
    return tombol;
  }

  // Takes all marks away; the places where one was unfolded.
  function cabut() {
    const terbuka = new Set();
    for (const tombol of document.querySelectorAll("button.tanda-temuan")) {
      if (tombol.getAttribute("aria-expanded") === "true") terbuka.add(tombol.parentElement);
      tombol.remove();
    }
    for (const panel of document.querySelectorAll(".panel-temuan")) panel.remove();
    return terbuka;
  }

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
      if (awal < 0 || simpul.parentElement.closest(".panel-temuan, .tanda-temuan, svg")) continue;
      const rentang = document.createRange();
      rentang.setStart(simpul, awal);
      rentang.setEnd(simpul, awal + kata.length);
      return rentang;
    }
    return undefined;
  }

  function sorot(daftarRentang) {
    if (CSS.highlights) CSS.highlights.set("temuan", new Highlight(...daftarRentang));
  }

  return { jangkar, pasang, cabut, inti, cariKata, sorot };
})();
