// An empty field of a parent row shows what its children make: kept up to date as the sums come in from the server.
(() => {
  "use strict";

  const formulir = document.querySelector("form[data-isian]");
  if (!formulir) return;

  function perbarui() {
    for (const jumlah of formulir.querySelectorAll("[data-petunjuk]")) {
      const masukan = formulir.querySelector(`.kotak__masukan[name="${CSS.escape(jumlah.dataset.kotak)}"]`);
      if (masukan) masukan.placeholder = jumlah.dataset.petunjuk;
    }
  }

  document.addEventListener("htmx:afterRequest", perbarui);
})();
