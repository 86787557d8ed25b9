// Saving by itself, and the live preview. A text that the server does not have yet stays in the browser's storage.
(() => {
  "use strict";

  const wadah = document.querySelector("[data-naskah]");
  const formulir = document.getElementById("form-naskah");
  if (!wadah || !formulir) return;

  const SIMPAN_MS = 1500;
  const PRATINJAU_MS = 400;
  const ULANG_MS = 5000;
  const MAKS_TINGGAL = 20000; // letters that a request may carry while its page is leaving
  const KUNCI = `lkjip-naskah:${wadah.dataset.pengguna}:${location.pathname}`;
  const kotak = document.getElementById("teks");
  const sidik = formulir.elements.namedItem("sidik");
  const keadaan = document.getElementById("keadaan-simpan");
  const bentrok = document.getElementById("bentrok");
  let tersimpan = kotak.defaultValue; // what the server has, as it was sent
  let tertahan = wadah.hasAttribute("data-ditolak"); // a conflict or a refusal waits for the writer
  let sedang = false;
  let menyimpan = 0;
  let meninjau = 0;
  let batal = null;

  const berubah = () => kotak.value !== tersimpan;
  const kata = (teks, sifat = "") => {
    keadaan.textContent = teks;
    keadaan.dataset.keadaan = sifat;
  };

  // The copy in this browser

  function salin() {
    try {
      if (berubah()) localStorage.setItem(KUNCI, JSON.stringify({ teks: kotak.value, sidik: sidik.value }));
      else localStorage.removeItem(KUNCI);
    } catch {
      // Storage may be full or switched off; the state line still says that nothing is saved.
    }
  }

  function ambilSalinan() {
    try {
      return JSON.parse(localStorage.getItem(KUNCI) || "null");
    } catch {
      return null;
    }
  }

  // Saving

  async function simpan(pergi = false) {
    clearTimeout(menyimpan);
    if (sedang || tertahan || !berubah()) return;
    sedang = true;
    const dikirim = kotak.value;
    kata("Menyimpan …", "sedang");
    try {
      const jawaban = await fetch(wadah.dataset.simpan, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new FormData(formulir),
        keepalive: pergi && dikirim.length < MAKS_TINGGAL,
      });
      await terima(jawaban, dikirim);
    } catch {
      kata("Belum tersimpan (luring). Dicoba lagi sendiri; salinannya ada di perangkat ini.", "gagal");
      menyimpan = setTimeout(simpan, ULANG_MS);
    } finally {
      sedang = false;
    }
    if (!tertahan && kotak.value !== dikirim && keadaan.dataset.keadaan !== "gagal") jadwalkan();
  }

  async function terima(jawaban, dikirim) {
    const json = (jawaban.headers.get("Content-Type") || "").includes("json");
    if (jawaban.redirected || (jawaban.ok && !json)) {
      kata("Belum tersimpan: sesi berakhir. Masuk lagi di tab lain; naskah ini dikirim sendiri sesudahnya.", "gagal");
      menyimpan = setTimeout(simpan, ULANG_MS);
    } else if (jawaban.ok) {
      const isi = await jawaban.json();
      tersimpan = dikirim;
      sidik.value = isi.sidik;
      salin();
      tandai(Boolean(dikirim.trim()));
      kata(`Tersimpan ${isi.saat}`, "beres");
      document.dispatchEvent(new Event("naskah-tersimpan"));
    } else if (jawaban.status === 409 && json) {
      tampilkanBentrok(await jawaban.json());
    } else if (json) {
      kata(`Belum tersimpan. ${(await jawaban.json()).pesan}`, "gagal");
    } else if (jawaban.status === 413) {
      kata("Belum tersimpan: naskah ini terlalu besar untuk dikirim. Bagi ke beberapa bagian.", "gagal");
    } else if (jawaban.status === 403 || jawaban.status === 404) {
      tertahan = true;
      kata("Belum tersimpan: Anda tidak lagi berhak mengubah bagian ini, atau sesi berakhir. Muat ulang halaman.", "gagal");
    } else {
      kata("Belum tersimpan: server sedang bermasalah. Dicoba lagi sendiri.", "gagal");
      menyimpan = setTimeout(simpan, ULANG_MS);
    }
  }

  // What the page says about the place, now that it is written or empty.
  function tandai(tertulis) {
    document.getElementById("tentang-otomatis")?.toggleAttribute("hidden", tertulis);
    document.getElementById("form-kembalikan")?.toggleAttribute("hidden", !tertulis);
    const lencana = wadah.querySelector(".garis [aria-current] .lencana");
    if (!lencana) return;
    lencana.textContent = tertulis ? "ditulis" : wadah.dataset.kosong;
    lencana.className = tertulis ? "lencana lencana--utama" : "lencana";
  }

  function jadwalkan() {
    clearTimeout(menyimpan);
    menyimpan = setTimeout(simpan, SIMPAN_MS);
  }

  // Two texts: the writer chooses

  function tampilkanBentrok(isi) {
    tertahan = true;
    kata("Belum tersimpan: pilih naskah yang dipakai.", "gagal");
    bentrok.replaceChildren(document.createRange().createContextualFragment(isi.bentrok));
    bentrok.dataset.sidik = isi.sidik;
    bentrok.dataset.tersimpan = isi.tersimpan;
    bentrok.scrollIntoView({ block: "nearest" });
  }

  function lanjutkan() {
    tertahan = false;
    bentrok.replaceChildren();
    sidik.value = bentrok.dataset.sidik ?? sidik.value;
  }

  bentrok.addEventListener("click", (kejadian) => {
    const pilihan = kejadian.target.closest("[data-pilih]")?.dataset.pilih;
    if (!pilihan || bentrok.dataset.sidik === undefined) return; // the page itself came with the choice: a plain form
    kejadian.preventDefault();
    if (pilihan === "gabung") return void gabungkan();
    if (pilihan === "tersimpan") {
      kotak.value = bentrok.dataset.tersimpan;
      tersimpan = kotak.value;
    }
    lanjutkan();
    if (pilihan === "milik") simpan();
    else kata("Naskah tersimpan dipakai.", "beres");
    salin();
    tinjau();
    kotak.focus();
  });

  function gabungkan() {
    const label = document.createElement("label");
    label.className = "form-label";
    label.htmlFor = "naskah-tersimpan";
    label.textContent = "Naskah tersimpan: salin yang perlu ke kotak naskah, lalu pilih Simpan.";
    const pembanding = document.createElement("textarea");
    Object.assign(pembanding, { id: "naskah-tersimpan", className: "form-control kotak-naskah", readOnly: true, rows: 8 });
    pembanding.value = bentrok.dataset.tersimpan;
    bentrok.replaceChildren(label, pembanding);
    kata("Belum tersimpan: gabungkan, lalu pilih Simpan.", "gagal");
    kotak.focus();
  }

  // Preview

  async function tinjau() {
    clearTimeout(meninjau);
    batal?.abort();
    const kendali = new AbortController();
    batal = kendali;
    const tanda = document.getElementById("keadaan-pratinjau");
    tanda.textContent = "memperbarui …";
    try {
      const isi = { method: "POST", headers: { Accept: "application/json" }, body: new FormData(formulir), signal: kendali.signal };
      const jawaban = await fetch(wadah.dataset.pratinjau, isi);
      if (!(jawaban.headers.get("Content-Type") || "").includes("json")) throw new Error("bukan JSON");
      const hasil = await jawaban.json();
      tanda.textContent = hasil.pesan ?? "";
      if (!jawaban.ok) return;
      gantiPratinjau(hasil.pratinjau);
      document.getElementById("temuan").innerHTML = hasil.temuan;
      wadah.dataset.ditinjau = String(Number(wadah.dataset.ditinjau || 0) + 1);
    } catch (galat) {
      if (galat.name !== "AbortError") tanda.textContent = "belum diperbarui: sambungan terputus";
    }
  }

  // Where the preview scrolls by itself, it follows the writer to the first block that is new.
  function gantiPratinjau(html) {
    const tempat = document.getElementById("pratinjau");
    const panel = tempat.closest(".meja-tulis__pratinjau");
    const blok = () => [...tempat.querySelectorAll("p, li, tr, h3, h4, h5, h6, figcaption")];
    const lama = blok().map((satu) => satu.textContent);
    tempat.innerHTML = html;
    const berbeda = blok().find((satu, ke) => satu.textContent !== lama[ke]);
    if (!berbeda || panel.scrollHeight <= panel.clientHeight) return;
    const jarak = berbeda.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    if (jarak < 0 || jarak > panel.clientHeight - 80) panel.scrollTop += jarak - panel.clientHeight / 3;
  }

  kotak.addEventListener("input", () => {
    salin();
    if (!tertahan) {
      kata(berubah() ? "Belum tersimpan" : "", "tunggu");
      jadwalkan();
    }
    clearTimeout(meninjau);
    meninjau = setTimeout(tinjau, PRATINJAU_MS);
  });
  kotak.addEventListener("blur", () => simpan());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && simpan(true));
  addEventListener("pagehide", () => simpan(true));
  addEventListener("online", () => simpan());
  formulir.addEventListener("submit", (kejadian) => {
    if (bentrok.dataset.sidik === undefined && tertahan) return; // the refused form is sent as it is
    kejadian.preventDefault();
    if (tertahan) lanjutkan();
    if (berubah()) simpan();
    else kata("Tidak ada perubahan.", "beres");
  });
  // The keys of saving mean this text, not a copy of the page.
  document.addEventListener("keydown", (kejadian) => {
    if ((kejadian.ctrlKey || kejadian.metaKey) && kejadian.key.toLowerCase() === "s") {
      kejadian.preventDefault();
      formulir.requestSubmit();
    }
  });

  const salinan = ambilSalinan();
  if (salinan && !tertahan && salinan.teks !== kotak.value) {
    kotak.value = salinan.teks;
    sidik.value = salinan.sidik; // built upon an older text, it meets the newer one as a conflict
    kata("Dipulihkan dari salinan di perangkat ini.", "tunggu");
    simpan();
    tinjau();
  } else if (salinan) salin();
})();
