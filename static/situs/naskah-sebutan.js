// The list from which a live figure or a reference is chosen and put where the caret stands.
(() => {
  "use strict";

  const dialog = document.getElementById("dialog-sebutan");
  const wadah = document.querySelector("[data-naskah]");
  if (!dialog || !wadah || !window.LkjipNaskah) return;

  const CARI_MS = 200;
  const KEPALA = {
    angka: ["Sisipkan angka", "misalnya capaian IKU1"],
    rujukan: ["Sisipkan rujukan", "misalnya tabel pegawai"],
    sisipan: ["Tempatkan gambar atau tabel bebas", "misalnya piagam"],
  };
  const { kotak, sisipKata, blokBaru } = window.LkjipNaskah;
  const cari = document.getElementById("cari-sebutan");
  const tempat = document.getElementById("hasil-sebutan");
  const judul = document.getElementById("judul-sebutan");
  let jenis = "angka";
  let menunggu = 0;
  let batal = null;
  let letak = [0, 0];

  async function isi() {
    batal?.abort();
    const kendali = new AbortController();
    batal = kendali;
    try {
      const tanya = new URLSearchParams({ jenis, cari: cari.value });
      const jawaban = await fetch(`${wadah.dataset.pilihan}${wadah.dataset.pilihan.includes("?") ? "&" : "?"}${tanya}`, { signal: kendali.signal });
      if (!jawaban.ok || jawaban.redirected) throw new Error("ditolak");
      tempat.innerHTML = await jawaban.text();
    } catch (galat) {
      if (galat.name !== "AbortError") tempat.textContent = "Daftar belum dapat dimuat. Coba lagi.";
    }
  }

  wadah.querySelector(".alat-naskah").addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("[data-sebutan]");
    if (!tombol) return;
    letak = [kotak.selectionStart, kotak.selectionEnd];
    jenis = tombol.dataset.sebutan;
    [judul.textContent, cari.placeholder] = KEPALA[jenis];
    cari.value = "";
    tempat.replaceChildren();
    dialog.showModal();
    cari.focus();
    isi();
  });

  cari.addEventListener("input", () => {
    clearTimeout(menunggu);
    menunggu = setTimeout(isi, CARI_MS);
  });

  const daftarTombol = () => [...tempat.querySelectorAll("[data-sisip]")];

  dialog.addEventListener("keydown", (kejadian) => {
    const tombol = daftarTombol();
    const ke = tombol.indexOf(document.activeElement);
    if (kejadian.key === "ArrowDown" || kejadian.key === "ArrowUp") {
      kejadian.preventDefault();
      const tujuan = ke + (kejadian.key === "ArrowDown" ? 1 : -1);
      (tujuan < 0 ? cari : tombol[Math.min(tujuan, tombol.length - 1)])?.focus();
    } else if (kejadian.key === "Enter" && document.activeElement === cari) {
      kejadian.preventDefault();
      tombol[0]?.click();
    }
  });

  dialog.addEventListener("click", (kejadian) => {
    const pilihan = kejadian.target.closest("[data-sisip]");
    if (pilihan) {
      dialog.close();
      if (jenis === "sisipan") {
        kotak.setSelectionRange(letak[1], letak[1]);
        blokBaru(pilihan.dataset.sisip);
      } else sisipKata(pilihan.dataset.sisip, ...letak);
    } else if (kejadian.target === dialog || kejadian.target.closest("[data-tutup]")) {
      dialog.close();
      kotak.focus();
    }
  });
})();
