// The sheet of an evaluation: each answer saves itself. Contract with the templates: [data-jawab] holds the radio
// buttons, the note and what they began from; htmx sends it on "change" or "simpan", and the answer renews
// #keadaan-…, #dasar-…, the scores and the bar out of band. What is typed is never replaced.
(() => {
  "use strict";

  const wadah = document.querySelector("[data-lembar-lke]");
  if (!wadah) return;

  const KETIK_MS = 1500;
  const ULANG_MS = 4000;
  const PUTUS = "Belum tersimpan: sambungan terputus. Dicoba lagi sendiri.";
  const SESI = "Belum tersimpan: sesi berakhir. Masuk lagi di tab lain; jawaban ini dikirim sendiri sesudahnya.";
  const SERVER = "Belum tersimpan: server sedang bermasalah. Dicoba lagi sendiri.";
  const HAK = "Belum tersimpan: Anda tidak lagi berhak mengisi lembar ini. Muat ulang halaman.";
  const menunggu = new Map();

  const jawab = (elemen) => elemen?.closest?.("[data-jawab]");
  const nama = (kotak) => kotak.dataset.jawab;
  const bidang = (kotak, awal) => kotak.querySelector(`[name="${awal}-${nama(kotak)}"]`);
  const pilihan = (kotak) => [...kotak.querySelectorAll('input[type="radio"]')];
  const terpilih = (kotak) => pilihan(kotak).find((satu) => satu.checked)?.value ?? "";
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
  const kirim = (kotak) => kotak.dispatchEvent(new CustomEvent("simpan"));

  function belumTersimpan(kotak) {
    const catatan = bidang(kotak, "catatan").value.trim();
    return (
      terpilih(kotak) !== bidang(kotak, "dasar_jawaban").value || catatan !== bidang(kotak, "dasar_catatan").value.trim()
    );
  }

  function tulisKeadaan(kotak, sifat, pesan) {
    const tempat = document.getElementById(`keadaan-${nama(kotak)}`);
    tempat.className = `keadaan-lke${sifat ? ` keadaan-lke--${sifat}` : ""}`;
    tempat.textContent = pesan;
  }

  function tunggu(kotak, ms) {
    clearTimeout(menunggu.get(kotak));
    menunggu.set(kotak, setTimeout(() => kotak.isConnected && belumTersimpan(kotak) && kirim(kotak), ms));
  }

  function gagal(kotak, pesan) {
    tulisKeadaan(kotak, "galat", pesan);
    tunggu(kotak, ULANG_MS);
  }

  // Saving, as htmx tells of it.

  wadah.addEventListener("htmx:configRequest", (kejadian) => {
    if (token()) kejadian.detail.headers["X-CSRFToken"] = token();
  });

  wadah.addEventListener("htmx:beforeRequest", (kejadian) => {
    const { elt: elemen } = kejadian.detail;
    if (!elemen.matches("[data-jawab]")) return;
    clearTimeout(menunggu.get(elemen));
    tulisKeadaan(elemen, "sedang", "Menyimpan …");
  });

  wadah.addEventListener("htmx:beforeSwap", (kejadian) => {
    if (![409, 422].includes(kejadian.detail.xhr.status)) return;
    kejadian.detail.shouldSwap = true;
    kejadian.detail.isError = false;
  });

  for (const putus of ["htmx:sendError", "htmx:timeout"]) {
    wadah.addEventListener(putus, (kejadian) => {
      if (kejadian.detail.elt.matches("[data-jawab]")) gagal(kejadian.detail.elt, PUTUS);
    });
  }

  wadah.addEventListener("htmx:afterRequest", (kejadian) => {
    const { elt: elemen, xhr } = kejadian.detail;
    if (!elemen.matches("[data-jawab]") || !xhr || xhr.status === 0) return;
    const catatan = bidang(elemen, "catatan");
    const alamat = new URL(elemen.getAttribute("hx-post"), location.href).pathname;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== alamat) gagal(elemen, SESI);
    else if (xhr.status === 403 || xhr.status === 404) tulisKeadaan(elemen, "galat", HAK);
    else if (xhr.status >= 500) gagal(elemen, SERVER);
    else catatan.toggleAttribute("aria-invalid", xhr.status === 422);
    if (xhr.status === 200 && belumTersimpan(elemen)) tunggu(elemen, KETIK_MS); // typed on meanwhile
  });

  wadah.addEventListener("input", (kejadian) => {
    const kotak = jawab(kejadian.target);
    if (kotak && kejadian.target.tagName === "TEXTAREA") tunggu(kotak, KETIK_MS);
  });

  // Choosing: by a digit, by taking the proposal, by settling a conflict.

  function pilih(kotak, kode) {
    const tombol = pilihan(kotak).find((satu) => satu.value === kode);
    if (!tombol) return;
    tombol.checked = true;
    tombol.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (kejadian) => {
    const { target: elemen, key: tombol } = kejadian;
    if (kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey || !/^[1-9]$/.test(tombol)) return;
    if (elemen.matches("textarea, select, input:not([type=radio])")) return;
    const kotak = elemen.closest("[data-pertanyaan]")?.querySelector("[data-jawab]");
    const tujuan = kotak && pilihan(kotak).find((satu) => satu.dataset.nomor === tombol);
    if (!tujuan) return;
    kejadian.preventDefault();
    const semula = terpilih(kotak);
    pilih(kotak, tujuan.value);
    if (semula !== tujuan.value) kirim(kotak);
  });

  wadah.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("[data-terima], [data-pakai]");
    const kotak = jawab(tombol);
    if (!tombol || !kotak) return;
    kejadian.preventDefault();
    if (tombol.dataset.terima) {
      pilih(kotak, tombol.dataset.terima);
      kirim(kotak);
      return;
    }
    bidang(kotak, "dasar_jawaban").value = tombol.dataset.jawaban;
    bidang(kotak, "dasar_catatan").value = tombol.dataset.catatan;
    if (tombol.dataset.pakai === "saya") {
      kirim(kotak);
      return;
    }
    for (const satu of pilihan(kotak)) satu.checked = satu.value === tombol.dataset.jawaban;
    bidang(kotak, "catatan").value = tombol.dataset.catatan;
    tulisKeadaan(kotak, "tersimpan", "Memakai jawaban yang tersimpan.");
  });

  addEventListener("online", () => {
    for (const kotak of wadah.querySelectorAll("[data-jawab]")) if (belumTersimpan(kotak)) kirim(kotak);
  });
  let dikirim = false; // all of it is on its way by the plain form
  document.getElementById("formulir-lembar")?.addEventListener("submit", () => {
    dikirim = true;
  });
  addEventListener("beforeunload", (kejadian) => {
    if (!dikirim && [...wadah.querySelectorAll("[data-jawab]")].some(belumTersimpan)) kejadian.preventDefault();
  });
})();
