// A mark of findings at a place of a page: their number by severity, unfolded their sentences. Shared by
// temuan-sisi.js (beside fields) and temuan-baca.js (in the report that is read).
const tandaTemuan = (() => {
  "use strict";

  const BERAT = ["galat", "peringatan", "info"];

  // As jangkar_subjek on the server writes the id of a row.
  function jangkar(kode) {
    return `subjek-${[...kode].map((h) => (/[A-Za-z0-9.-]/.test(h) ? h : `_${h.codePointAt(0).toString(16)}_`)).join("")}`;
  }

  // One mark for these items of the list of findings.
  function buat(daftar, terbuka = false) {
    const tingkat = BERAT.find((satu) => daftar.some((butir) => butir.dataset.tingkat === satu)) ?? "info";
    const tanda = document.createElement("details");
    tanda.className = `tanda-temuan tanda-temuan--${tingkat}`;
    tanda.open = terbuka;
    const kepala = document.createElement("summary");
    kepala.textContent = daftar.length > 1 ? `${daftar.length} temuan` : tingkat;
    kepala.title = daftar.map((butir) => butir.querySelector(".butir-temuan__pesan").textContent.trim()).join("\n");
    const suara = document.createElement("span");
    suara.className = "visually-hidden";
    suara.textContent = `: ${kepala.title}`;
    kepala.append(suara);
    const isi = document.createElement("ul");
    for (const butir of daftar) {
      const salinan = butir.cloneNode(true);
      salinan.removeAttribute("id");
      salinan.querySelector(".butir-temuan__lompat")?.remove();
      isi.append(salinan);
    }
    tanda.append(kepala, isi);
    return tanda;
  }

  return { buat, jangkar };
})();
