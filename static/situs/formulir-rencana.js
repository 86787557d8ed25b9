// Leaving a form with something typed and not saved is asked about; a letter column shows for a predikat only.
(() => {
  "use strict";

  const formulir = document.querySelector("[data-formulir-rencana]");
  if (!formulir) return;
  let berubah = document.querySelector(".bidang--galat") !== null;
  let terkirim = false;

  formulir.addEventListener("input", () => (berubah = true));
  formulir.addEventListener("submit", () => (terkirim = true));
  addEventListener("beforeunload", (kejadian) => {
    if (berubah && !terkirim) kejadian.preventDefault();
  });

  const jenis = formulir.querySelector("select[name=jenis]");
  const cara = formulir.querySelector("select[name=cara_hitung]");

  function tampilkan(awalan, perlu) {
    for (const isian of formulir.querySelectorAll(`[name^="${awalan}"]`)) {
      if (isian.type !== "hidden") isian.closest(".bidang").hidden = !perlu && !isian.value;
    }
  }

  function sesuaikan() {
    if (jenis) tampilkan("predikat_", jenis.value === "predikat");
    if (cara) tampilkan("uraian_pe", ["rasio", "penurunan"].includes(cara.value));
  }

  formulir.addEventListener("change", sesuaikan);
  sesuaikan();
})();
