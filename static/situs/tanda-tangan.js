// The page of a signature: fields of the chosen way only, one click only, and a word while the signer works.
(() => {
  "use strict";
  const form = document.querySelector("[data-tanda-tangan]");
  if (!form) return;
  const bagian = form.querySelectorAll("[data-cara]");
  const kemajuan = form.querySelector("[data-kemajuan]");

  function pilih() {
    const cara = form.querySelector('input[name="cara"]:checked')?.value;
    for (const satu of bagian) satu.hidden = Boolean(cara) && !satu.dataset.cara.split(" ").includes(cara);
  }

  form.addEventListener("change", (kejadian) => { if (kejadian.target.name === "cara") pilih(); });
  form.addEventListener("submit", (kejadian) => {
    if (form.dataset.dikirim) return kejadian.preventDefault();
    form.dataset.dikirim = "ya";
    kemajuan.textContent = kejadian.submitter?.value === "minta-kode" ? "Meminta kode…"
      : "Menandatangani dan memeriksa hasilnya. Ini dapat memakan waktu satu menit; jangan tutup halaman.";
    // Only after the browser has read the form: a disabled button would not be sent along.
    setTimeout(() => { for (const tombol of form.querySelectorAll("button")) tombol.disabled = true; });
  });
  window.addEventListener("pageshow", () => {
    delete form.dataset.dikirim;
    kemajuan.textContent = "";
    for (const tombol of form.querySelectorAll("button")) tombol.disabled = false;
    for (const sandi of form.querySelectorAll('input[type="password"]')) sandi.value = "";
  });
  pilih();
})();
