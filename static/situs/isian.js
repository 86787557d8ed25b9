// Fields that save themselves. Contract with the templates: an element [data-isian] holds inputs .kotak__masukan named
// kolom-baris; htmx sends each on "change" and the answer renews #keadaan-…, #dasar-… and computed cells out of band.
// What was typed and is not yet saved stays in the browser's storage until the server has confirmed it.
(() => {
  "use strict";

  const wadah = document.querySelector("[data-isian]");
  if (!wadah) return;

  const ULANG_MS = 4000;
  const KUNCI = `lkjip-isian:${wadah.dataset.pengguna}:${location.pathname}`;
  const PUTUS = "Belum tersimpan: sambungan terputus. Dicoba lagi sendiri.";
  const SESI = "Belum tersimpan: sesi berakhir. Masuk lagi di tab lain; isian ini dikirim sendiri sesudahnya.";
  const SERVER = "Belum tersimpan: server sedang bermasalah. Dicoba lagi sendiri.";
  const HAK = "Tidak tersimpan: Anda tidak berhak mengisi baris ini. Muat ulang halaman.";
  const daftarMasukan = () => [...wadah.querySelectorAll(".kotak__masukan")];
  const masukan = (nama) => wadah.querySelector(`.kotak__masukan[name="${CSS.escape(nama)}"]`);
  const dasar = (nama) => document.getElementById(`dasar-${nama}`);
  const keadaan = (nama) => document.getElementById(`keadaan-${nama}`);
  const kolom = (nama) => nama.slice(0, nama.lastIndexOf("-"));
  const baris = (nama) => nama.slice(nama.lastIndexOf("-") + 1);
  const adalahMasukan = (elemen) => elemen instanceof HTMLElement && elemen.classList.contains("kotak__masukan");

  // What is typed and not yet confirmed: name → {nilai, dasar}.

  function bacaTertunda() {
    try {
      return JSON.parse(localStorage.getItem(KUNCI) || "{}");
    } catch {
      return {};
    }
  }

  function tulisTertunda(tertunda) {
    try {
      if (Object.keys(tertunda).length) localStorage.setItem(KUNCI, JSON.stringify(tertunda));
      else localStorage.removeItem(KUNCI);
    } catch {
      // Storage may be full or switched off; the field itself still shows that it is not saved.
    }
    ringkas(tertunda);
  }

  function tunda(elemen) {
    const tertunda = bacaTertunda();
    tertunda[elemen.name] = { nilai: elemen.value, dasar: dasar(elemen.name)?.value ?? "" };
    tulisTertunda(tertunda);
  }

  function lepas(nama) {
    const tertunda = bacaTertunda();
    delete tertunda[nama];
    tulisTertunda(tertunda);
  }

  function ringkas(tertunda) {
    const tempat = document.getElementById("ringkasan-simpan");
    if (!tempat) return;
    const banyak = Object.keys(tertunda).length;
    tempat.textContent = banyak ? `${banyak} isian belum tersimpan` : "Semua isian tersimpan";
    tempat.classList.toggle("bilah-simpan__keadaan--putus", banyak > 0);
  }

  function tulisKeadaan(nama, jenis, pesan) {
    const tempat = keadaan(nama);
    if (!tempat) return;
    tempat.className = `kotak__keadaan${jenis ? ` kotak__keadaan--${jenis}` : ""}`;
    tempat.textContent = pesan;
  }

  function kirim(elemen) {
    elemen.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Logging in again, in another tab, changes the token; the cookie always has the present one.
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";

  wadah.addEventListener("htmx:configRequest", (kejadian) => {
    if (token()) kejadian.detail.headers["X-CSRFToken"] = token();
  });

  // Saving, as htmx tells of it.

  const ulang = new Map();

  function cobaLagi(elemen) {
    clearTimeout(ulang.get(elemen.name));
    ulang.set(elemen.name, setTimeout(() => elemen.isConnected && kirim(elemen), ULANG_MS));
  }

  function gagal(elemen, pesan) {
    tulisKeadaan(elemen.name, "putus", pesan);
    cobaLagi(elemen);
  }

  wadah.addEventListener("htmx:beforeRequest", (kejadian) => {
    const elemen = kejadian.detail.elt;
    if (!adalahMasukan(elemen)) return;
    clearTimeout(ulang.get(elemen.name));
    elemen.dataset.terkirim = elemen.value;
    tunda(elemen);
    tulisKeadaan(elemen.name, "menyimpan", "Menyimpan");
  });

  wadah.addEventListener("htmx:beforeSwap", (kejadian) => {
    const { elt: elemen, xhr } = kejadian.detail;
    if (!adalahMasukan(elemen)) return;
    if (xhr.status === 409 || xhr.status === 422) {
      kejadian.detail.shouldSwap = true;
      kejadian.detail.isError = false;
    }
  });

  for (const nama of ["htmx:sendError", "htmx:timeout"]) {
    wadah.addEventListener(nama, (kejadian) => {
      if (adalahMasukan(kejadian.detail.elt)) gagal(kejadian.detail.elt, PUTUS);
    });
  }

  wadah.addEventListener("htmx:afterRequest", (kejadian) => {
    const { elt: elemen, xhr } = kejadian.detail;
    if (!adalahMasukan(elemen) || !xhr || xhr.status === 0) return;
    const alamat = new URL(elemen.getAttribute("hx-post"), location.href).pathname;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== alamat) gagal(elemen, SESI);
    else if (xhr.status === 403 || xhr.status === 404) tulisKeadaan(elemen.name, "galat", HAK);
    else if (xhr.status >= 500) gagal(elemen, SERVER);
    else if (xhr.status === 200) tersimpan(elemen);
    else elemen.setAttribute("aria-invalid", "true");
  });

  function tersimpan(elemen) {
    elemen.removeAttribute("aria-invalid");
    const tertulis = keadaan(elemen.name)?.dataset.tertulis ?? elemen.value;
    if (elemen.value !== elemen.dataset.terkirim) return; // typed on meanwhile: the next change sends it
    if (elemen.dataset.asal !== tertulis) elemen.dataset.sebelum = elemen.dataset.asal;
    elemen.value = tertulis;
    elemen.dataset.asal = tertulis;
    lepas(elemen.name);
  }

  // Keys: Enter and arrows move within the column, Esc takes back.

  function pindah(elemen, langkah) {
    const sekolom = daftarMasukan().filter((lain) => kolom(lain.name) === kolom(elemen.name));
    const tujuan = sekolom[sekolom.indexOf(elemen) + langkah];
    if (!tujuan) return elemen.value === elemen.dataset.asal ? undefined : kirim(elemen); // the column ends: stay
    tujuan.focus();
    if (tujuan.select) tujuan.select();
    tujuan.scrollIntoView({ block: "nearest" });
  }

  function batalkan(elemen) {
    if (elemen.value !== elemen.dataset.asal) {
      elemen.value = elemen.dataset.asal;
      elemen.removeAttribute("aria-invalid");
      clearTimeout(ulang.get(elemen.name));
      lepas(elemen.name);
      tulisKeadaan(elemen.name, "", "Ketikan dibatalkan");
    } else if (elemen.dataset.sebelum !== undefined) {
      elemen.value = elemen.dataset.sebelum;
      delete elemen.dataset.sebelum;
      kirim(elemen);
    }
  }

  wadah.addEventListener("keydown", (kejadian) => {
    const elemen = kejadian.target;
    if (!adalahMasukan(elemen) || kejadian.isComposing) return;
    const panjang = elemen.tagName === "TEXTAREA"; // Enter and the arrows belong to its lines
    const panah = !panjang && elemen.tagName !== "SELECT";
    if (kejadian.key === "Enter" && !panjang) pindah(elemen, kejadian.shiftKey ? -1 : 1);
    else if (panah && kejadian.key === "ArrowDown") pindah(elemen, 1);
    else if (panah && kejadian.key === "ArrowUp") pindah(elemen, -1);
    else if (kejadian.key === "Escape") batalkan(elemen);
    else return;
    kejadian.preventDefault();
  });

  wadah.addEventListener("input", (kejadian) => {
    if (!adalahMasukan(kejadian.target)) return;
    if (kejadian.target.value === kejadian.target.dataset.asal) lepas(kejadian.target.name);
    else tunda(kejadian.target);
  });

  // Two people at once: the buttons of a conflict.

  wadah.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("[data-pakai]");
    if (!tombol) return;
    const elemen = masukan(tombol.dataset.kotak);
    dasar(elemen.name).value = tombol.dataset.dasar;
    elemen.value = tombol.dataset.nilai;
    elemen.focus();
    if (tombol.dataset.pakai === "diminta") return kirim(elemen);
    elemen.dataset.asal = tombol.dataset.nilai;
    elemen.removeAttribute("aria-invalid");
    lepas(elemen.name);
    tulisKeadaan(elemen.name, "tersimpan", "Memakai nilai yang sudah tersimpan");
  });

  // A column pasted from Excel: the server reads it and shows what would go where.

  const dialog = document.getElementById("dialog-tempel");

  wadah.addEventListener("paste", (kejadian) => {
    const elemen = kejadian.target;
    const teks = kejadian.clipboardData?.getData("text/plain") ?? "";
    if (!adalahMasukan(elemen) || !dialog || !/[\t\n]/.test(teks.replace(/\r?\n$/, ""))) return;
    kejadian.preventDefault();
    const sekolom = daftarMasukan().filter((lain) => kolom(lain.name) === kolom(elemen.name));
    const urutan = sekolom.map((lain) => baris(lain.name)).join(",");
    const nilai = { teks, kolom: kolom(elemen.name), mulai: baris(elemen.name), urutan };
    bukaPratinjau(new URLSearchParams(nilai));
  });

  async function bukaPratinjau(isi) {
    const kepala = { "X-CSRFToken": token(), "HX-Request": "true" };
    try {
      const jawaban = await fetch(wadah.dataset.tempel, { method: "POST", body: isi, headers: kepala });
      dialog.innerHTML = "";
      dialog.append(document.createRange().createContextualFragment(await jawaban.text()));
    } catch {
      dialog.textContent = "Sambungan terputus, jadi tempelan belum dapat diperiksa. Tekan Esc, lalu tempel lagi.";
    }
    dialog.showModal();
    dialog.scrollTop = 0; // the focus is on the button at its foot; the preview is read from its head
  }

  dialog?.addEventListener("click", (kejadian) => {
    if (kejadian.target.closest("[data-tutup]")) dialog.close();
  });

  // What an earlier visit could not save comes back into its field and is sent again.

  function pulihkan() {
    const tertunda = bacaTertunda();
    for (const [nama, isi] of Object.entries(tertunda)) {
      const elemen = masukan(nama);
      if (!elemen) continue;
      if (elemen.value === isi.nilai) {
        delete tertunda[nama];
        continue;
      }
      elemen.value = isi.nilai;
      dasar(nama).value = isi.dasar;
      kirim(elemen);
    }
    tulisTertunda(tertunda);
  }

  addEventListener("online", () => {
    for (const nama of Object.keys(bacaTertunda())) if (masukan(nama)) kirim(masukan(nama));
  });
  addEventListener("beforeunload", (kejadian) => {
    if (Object.keys(bacaTertunda()).some((nama) => masukan(nama) && keadaan(nama)?.className.includes("putus"))) {
      kejadian.preventDefault();
    }
  });
  addEventListener("load", pulihkan);
})();
