// The toolbar and the keys of the editor. Every change goes through `sisip`, so the browser's own undo takes it back.
(() => {
  "use strict";

  const wadah = document.querySelector("[data-naskah]");
  const kotak = document.getElementById("teks");
  const garis = document.querySelector("[data-garis]");
  if (garis && matchMedia("(max-width: 61.99rem)").matches) garis.open = false;
  const panel = garis?.closest(".garis");
  const disini = garis?.querySelector("[aria-current]");
  if (disini) panel.scrollTop = disini.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 3;
  if (!wadah || !kotak) return;
  wadah.classList.add("berskrip");
  kotak.setSelectionRange(kotak.value.length, kotak.value.length); // what is inserted before the first click goes to the end

  const BUTIR = /^(\s*)([-•*]|\d{1,3}[.)]|[a-z][.)])\s+/;
  const INDEN = "   ";
  const POLA_TABEL = "Tabel: Judul tabel\n| Kolom 1 | Kolom 2 |\n| --- | --- |\n| isi | isi |\nSumber: nama sumber";

  function pilih(awal, akhir) {
    kotak.focus();
    kotak.setSelectionRange(awal, akhir);
  }

  // Put `teks` in place of the letters from `awal` to `akhir`.
  function sisip(teks, awal = kotak.selectionStart, akhir = kotak.selectionEnd) {
    pilih(awal, akhir);
    const berhasil = teks ? document.execCommand("insertText", false, teks) : awal === akhir || document.execCommand("delete");
    if (!berhasil) {
      kotak.setRangeText(teks, awal, akhir, "end");
      kotak.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  // A token or reference among words, with the blanks that it needs.
  function sisipKata(teks, awal, akhir) {
    const depan = /[\p{L}\p{N}).,;:%”]$/u.test(kotak.value.slice(0, awal)) ? " " : "";
    const belakang = /^[\p{L}\p{N}(“]/u.test(kotak.value.slice(akhir)) ? " " : "";
    sisip(depan + teks + belakang, awal, akhir);
  }

  function bungkus(tanda) {
    const { selectionStart: awal, selectionEnd: akhir, value } = kotak;
    const n = tanda.length;
    const isi = value.slice(awal, akhir);
    const tunggal = tanda === "*" && value.slice(awal - 2, awal) === "**" && value.slice(awal - 3, awal) !== "***";
    if (value.slice(awal - n, awal) === tanda && value.slice(akhir, akhir + n) === tanda && !tunggal) {
      sisip(isi, awal - n, akhir + n);
      pilih(awal - n, akhir - n);
      return;
    }
    sisip(`${tanda}${isi || "teks"}${tanda}`, awal, akhir);
    pilih(awal + n, awal + n + (isi || "teks").length);
  }

  function barisTerpilih() {
    const { selectionStart, selectionEnd, value } = kotak;
    const awal = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const ujung = value.indexOf("\n", Math.max(selectionEnd - (selectionEnd > selectionStart ? 1 : 0), awal));
    return [awal, ujung < 0 ? value.length : ujung];
  }

  function ubahBaris(ubah) {
    const [awal, akhir] = barisTerpilih();
    const baru = kotak.value.slice(awal, akhir).split("\n").map(ubah).join("\n");
    sisip(baru, awal, akhir);
    pilih(awal, awal + baru.length);
  }

  function daftar(tanda) {
    const [awal, akhir] = barisTerpilih();
    const semua = kotak.value.slice(awal, akhir).split("\n").filter((baris) => baris.trim());
    const bertanda = semua.length > 0 && semua.every((baris) => BUTIR.test(baris) && (tanda === "-") === /^\s*[-•*]\s/.test(baris));
    let ke = 0;
    ubahBaris((baris) => {
      if (!baris.trim() && semua.length) return baris;
      const polos = baris.replace(BUTIR, "$1");
      if (bertanda) return polos;
      ke += 1;
      return polos.replace(/^(\s*)/, `$1${tanda === "-" ? "-" : `${ke}.`} `);
    });
    const ujung = kotak.selectionEnd;
    pilih(ujung, ujung);
  }

  function blokBaru(teks) {
    const { selectionEnd, value } = kotak;
    const sebelum = value.slice(0, selectionEnd);
    const jeda = !sebelum.trim() ? "" : sebelum.endsWith("\n\n") ? "" : sebelum.endsWith("\n") ? "\n" : "\n\n";
    const sesudah = value.slice(selectionEnd);
    sisip(`${jeda}${teks}${sesudah.startsWith("\n\n") || !sesudah ? "" : "\n\n"}`, selectionEnd, selectionEnd);
    return selectionEnd + jeda.length;
  }

  const ALAT = {
    tebal: () => bungkus("**"),
    miring: () => bungkus("*"),
    poin: () => daftar("-"),
    nomor: () => daftar("1"),
    subjudul: () => ubahBaris((baris) => (baris.startsWith("### ") ? baris.slice(4) : `### ${baris.replace(/^#+\s*/, "")}`)),
    tabel: () => {
      const awal = blokBaru(POLA_TABEL);
      pilih(awal + 7, awal + 18);
    },
  };

  wadah.querySelector(".alat-naskah")?.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("[data-alat]");
    if (tombol) ALAT[tombol.dataset.alat]();
  });

  let lepas = false;
  kotak.addEventListener("focus", () => (lepas = false));
  kotak.addEventListener("keydown", (kejadian) => {
    if (kejadian.isComposing) return;
    if (kejadian.key === "Escape") lepas = true;
    const tombol = kejadian.key.toLowerCase();
    if ((kejadian.ctrlKey || kejadian.metaKey) && !kejadian.altKey && (tombol === "b" || tombol === "i")) {
      kejadian.preventDefault();
      bungkus(tombol === "b" ? "**" : "*");
    } else if (kejadian.key === "Tab" && !kejadian.ctrlKey && !kejadian.altKey && !kejadian.metaKey) {
      jorokkan(kejadian);
    } else if (kejadian.key === "Enter" && !kejadian.shiftKey && !kejadian.ctrlKey && !kejadian.metaKey) {
      butirBerikut(kejadian);
    }
  });

  // Tab indents a list item; anywhere else, and after Esc, it leaves the field, as the keyboard's users expect.
  function jorokkan(kejadian) {
    if (lepas) return;
    const [awal, akhir] = barisTerpilih();
    if (!kotak.value.slice(awal, akhir).split("\n").every((baris) => BUTIR.test(baris))) return;
    kejadian.preventDefault();
    const { selectionStart, selectionEnd } = kotak;
    const sebelum = kotak.value.length;
    ubahBaris((baris) => (kejadian.shiftKey ? baris.replace(/^ {1,3}/, "") : INDEN + baris));
    if (selectionStart !== selectionEnd) return;
    const letak = Math.max(selectionStart + kotak.value.length - sebelum, awal);
    pilih(letak, letak);
  }

  function butirBerikut(kejadian) {
    const { selectionStart, selectionEnd, value } = kotak;
    if (selectionStart !== selectionEnd) return;
    const awal = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const baris = value.slice(awal, selectionStart);
    const cocok = BUTIR.exec(`${baris} `);
    if (!cocok || (baris.trimEnd() !== baris && !BUTIR.test(baris))) return;
    kejadian.preventDefault();
    if (baris.trim() === cocok[2]) {
      sisip("\n", awal, selectionStart);
      return;
    }
    sisip(`\n${cocok[1]}${tandaBerikut(cocok[2])} `);
  }

  function tandaBerikut(tanda) {
    if (/^\d/.test(tanda)) return `${Number.parseInt(tanda, 10) + 1}${tanda.at(-1)}`;
    if (/^[a-y]/.test(tanda)) return `${String.fromCharCode(tanda.charCodeAt(0) + 1)}${tanda.at(-1)}`;
    return tanda;
  }

  kotak.addEventListener("paste", (kejadian) => {
    const html = kejadian.clipboardData?.getData("text/html");
    const naskah = html ? window.LkjipTempel.keNaskah(html) : "";
    if (!naskah) return;
    kejadian.preventDefault();
    const majemuk = naskah.includes("\n");
    const sebelum = kotak.value.slice(0, kotak.selectionStart);
    const jeda = majemuk && sebelum.trim() && !sebelum.endsWith("\n\n") ? (sebelum.endsWith("\n") ? "\n" : "\n\n") : "";
    sisip(jeda + naskah);
  });

  // Remarks beside the text: show where, or put the live figure there.

  function letakTemuan({ awal, akhir, teks }) {
    if (kotak.value.slice(awal, akhir) === teks) return [Number(awal), Number(akhir)];
    const lain = kotak.value.indexOf(teks);
    return lain < 0 ? null : [lain, lain + teks.length];
  }

  document.getElementById("temuan")?.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target.closest("[data-tunjuk], [data-ganti]");
    const letak = tombol && letakTemuan(tombol.dataset);
    if (!letak) return;
    if (tombol.dataset.ganti) sisip(tombol.dataset.ganti, ...letak);
    else {
      pilih(...letak);
      gulir(letak[0]);
    }
  });

  // A text area does not scroll to a selection by itself: the share of the text before it says how far.
  function gulir(letak) {
    const bagian = kotak.value.slice(0, letak).split("\n").length / kotak.value.split("\n").length;
    const huruf = letak / Math.max(kotak.value.length, 1);
    kotak.scrollTop = Math.max(((bagian + huruf) / 2) * kotak.scrollHeight - kotak.clientHeight / 2, 0);
  }

  window.LkjipNaskah = { kotak, sisipKata, blokBaru };
})();
