// Beside each colour a field for its code: a house colour is usually known as #1d3557. Without this file the colour
// field of the browser is enough.
(() => {
  "use strict";
  const WARNA = /^#[0-9a-f]{6}$/i;

  const pasang = (warna) => {
    const judul = document.querySelector(`label[for="${warna.id}"]`);
    const kode = document.createElement("input");
    kode.type = "text";
    kode.className = "form-control tema__kode";
    kode.value = warna.value;
    kode.maxLength = 7;
    kode.spellcheck = false;
    kode.autocomplete = "off";
    kode.setAttribute("aria-label", `Kode ${judul ? judul.textContent.replace("*", "").trim().toLowerCase() : "warna"}`);
    warna.after(kode);
    warna.addEventListener("input", () => {
      kode.value = warna.value;
      kode.removeAttribute("aria-invalid");
    });
    kode.addEventListener("input", (peristiwa) => {
      const isi = kode.value.trim().replace(/^(?!#)/, "#");
      const sah = WARNA.test(isi);
      kode.toggleAttribute("aria-invalid", false);
      if (!sah) {
        kode.setAttribute("aria-invalid", "true");
        peristiwa.stopPropagation();
        return;
      }
      warna.value = isi.toLowerCase();
    });
  };

  document.querySelectorAll("[data-tema] input[type=color]").forEach(pasang);
})();
