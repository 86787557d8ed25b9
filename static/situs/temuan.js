// The page of findings. An answer that was refused comes back with its sentence (409, 422) and is shown in its place
// like any other; the finding that an address names is unfolded; j and k go from finding to finding.
(() => {
  "use strict";

  document.addEventListener("htmx:beforeSwap", (kejadian) => {
    if ([409, 422].includes(kejadian.detail.xhr.status)) {
      kejadian.detail.shouldSwap = true;
      kejadian.detail.isError = false;
    }
  });

  function bukaYangDituju() {
    const kartu = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!kartu?.classList.contains("temuan")) return;
    const lipatan = kartu.closest("details.aturan-temuan");
    if (lipatan) lipatan.open = true;
    kartu.scrollIntoView({ block: "center" });
    kartu.focus({ preventScroll: true });
  }
  bukaYangDituju();
  addEventListener("hashchange", bukaYangDituju);

  // Into a folded rule as well: it opens when its first finding is reached.
  function pindah(langkah) {
    const semua = [...document.querySelectorAll("[data-temuan] .temuan")];
    const kini = semua.indexOf(document.activeElement?.closest(".temuan"));
    const tujuan = semua[kini < 0 ? (langkah > 0 ? 0 : semua.length - 1) : kini + langkah];
    if (!tujuan) return;
    const lipatan = tujuan.closest("details.aturan-temuan");
    if (lipatan) lipatan.open = true;
    tujuan.focus({ preventScroll: true });
    tujuan.scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (kejadian) => {
    const mengetik = kejadian.target.closest?.("input, textarea, select, [contenteditable]");
    if (mengetik || kejadian.ctrlKey || kejadian.metaKey || kejadian.altKey) return;
    if (kejadian.key === "j") pindah(1);
    if (kejadian.key === "k") pindah(-1);
  });

  // On paper everything is unfolded.
  let dilipat = [];
  addEventListener("beforeprint", () => {
    dilipat = [...document.querySelectorAll("[data-temuan] details.aturan-temuan:not([open])")];
    for (const satu of dilipat) satu.open = true;
  });
  addEventListener("afterprint", () => {
    for (const satu of dilipat) satu.open = false;
  });
})();
