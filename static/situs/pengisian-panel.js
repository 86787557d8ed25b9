// Sections of an indicator's panel that save by themselves (htmx): an answer that refuses is shown too, a lost
// connection is said where it happened, and the keyboard stays at the section that was renewed. What was typed stays.
(() => {
  "use strict";

  const DITAMPILKAN = [409, 413, 422];
  const bagian = (elemen) => (elemen instanceof Element ? elemen.closest(".panel__bagian") : null);
  const formulir = (elemen) => elemen instanceof HTMLFormElement && bagian(elemen);

  function katakan(elemen, pesan) {
    const tempat = bagian(elemen);
    tempat.querySelector("[data-putus]")?.remove();
    const baris = document.createElement("p");
    baris.className = "pesan pesan--error";
    baris.setAttribute("role", "alert");
    baris.dataset.putus = "";
    baris.textContent = pesan;
    tempat.querySelector("h3").after(baris);
  }

  document.addEventListener("htmx:beforeSwap", (kejadian) => {
    const { requestConfig, xhr } = kejadian.detail;
    const elemen = requestConfig.elt;
    if (!formulir(elemen)) return;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(elemen.action).pathname) {
      kejadian.detail.shouldSwap = false;
      katakan(elemen, "Belum tersimpan: sesi berakhir. Masuk lagi di tab lain, lalu tekan tombolnya sekali lagi.");
    } else if (DITAMPILKAN.includes(xhr.status)) {
      kejadian.detail.shouldSwap = true;
      kejadian.detail.isError = false;
    } else if (xhr.status === 403 || xhr.status === 404) {
      katakan(elemen, "Tidak tersimpan: Anda tidak berhak, atau yang diubah sudah tidak ada. Muat ulang halaman.");
    } else if (xhr.status >= 400) {
      katakan(elemen, "Belum tersimpan: server sedang bermasalah. Isian Anda masih ada; coba lagi sebentar lagi.");
    }
  });

  for (const nama of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(nama, ({ detail: { elt: elemen } }) => {
      if (formulir(elemen)) katakan(elemen, "Belum tersimpan: sambungan terputus. Isian Anda masih ada; coba lagi.");
    });
  }

  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    const diminta = detail.requestConfig;
    if (diminta?.verb !== "post" || !formulir(diminta.elt)) return;
    const tempat = document.querySelector(diminta.elt.getAttribute("hx-target"));
    tempat?.querySelector("[data-fokus]")?.focus();
    if (tempat?.id.startsWith("komponen-")) tempat.dispatchEvent(new Event("komponen-tersimpan", { bubbles: true }));
  });

  // Logging in again changes the token; the cookie always has the present one.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (!formulir(detail.elt)) return;
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (token) detail.parameters.csrfmiddlewaretoken = token;
  });
})();
