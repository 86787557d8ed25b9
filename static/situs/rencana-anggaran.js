// The budget of the plan. An empty field of a parent shows what its children make, kept up to date as the sums come in;
// Alt+↑ and Alt+↓ in a list that can be put in order press its buttons; a known kode brings its name along.
(() => {
  "use strict";

  document.addEventListener("htmx:afterRequest", () => {
    for (const jumlah of document.querySelectorAll("[data-petunjuk]")) {
      const masukan = document.querySelector(`.kotak__masukan[name="${CSS.escape(jumlah.dataset.kotak)}"]`);
      if (masukan) masukan.placeholder = jumlah.dataset.petunjuk;
    }
  });

  document.addEventListener("keydown", (kejadian) => {
    if (!kejadian.altKey || !["ArrowUp", "ArrowDown"].includes(kejadian.key)) return;
    const arah = kejadian.key === "ArrowUp" ? "naik" : "turun";
    const tombol = document.querySelector(`[data-geser="${arah}"]:not([disabled])`);
    if (!tombol) return;
    kejadian.preventDefault();
    tombol.click();
  });

  const kode = document.getElementById("id_kode");
  const uraian = document.getElementById("id_uraian");
  const usul = document.getElementById("daftar-kode");
  let terisiSendiri = "";
  kode?.addEventListener("input", () => {
    const nama = [...(usul?.options ?? [])].find((satu) => satu.value === kode.value)?.label;
    if (!nama || (uraian.value && uraian.value !== terisiSendiri)) return;
    terisiSendiri = nama;
    uraian.value = nama;
  });
})();
