// The tree of performance by keyboard (arrows, Home, End, letters), filtered while typing, and changed in place.
// Without this script it is nested <details>, filtered by the form and changed on a page of its own.
(() => {
  "use strict";

  const DITAMPILKAN = [409, 422];
  const JEDA_CARI = 700; // ms between letters that still belong to one word
  const bagian = () => document.querySelector("#pohon");
  const pohon = () => document.querySelector("[data-pohon]");
  const saringan = document.querySelector("[data-saringan]");
  if (!pohon()) return;

  const rincian = (simpul) => simpul.querySelector(":scope > details");
  const anak = (simpul) => [...simpul.querySelectorAll(":scope > details > ul > .simpul")];
  const induk = (simpul) => simpul.parentElement.closest(".simpul");
  // What can be reached: neither filtered away nor inside a node that is closed.
  const terlihat = (daftar = [...pohon().children]) => daftar.filter((s) => !s.hidden)
    .flatMap((s) => (rincian(s).open ? [s, ...terlihat(anak(s))] : [s]));

  // A tree in the sense of ARIA only where the keys of a tree work.
  function siapkan() {
    const akar = pohon();
    akar.setAttribute("role", "tree");
    for (const simpul of akar.querySelectorAll(".simpul")) {
      const buka = rincian(simpul);
      simpul.setAttribute("role", "treeitem");
      simpul.setAttribute("aria-labelledby", `n-${simpul.id}`);
      simpul.setAttribute("aria-expanded", String(buka.open));
      simpul.tabIndex = -1;
      buka.firstElementChild.tabIndex = -1;
      buka.addEventListener("toggle", () => simpul.setAttribute("aria-expanded", String(buka.open)));
      simpul.querySelector(":scope > details > ul")?.setAttribute("role", "group");
      simpul.teks = isi(simpul);
    }
    const pertama = akar.querySelector(".simpul:not([hidden])");
    if (pertama) pertama.tabIndex = 0;
  }

  function isi(simpul) {
    const letak = ":scope > details > summary .kode, :scope > details > summary .simpul__nama, "
      + ":scope > details > .simpul__isi .simpul__ukuran, :scope > details > .simpul__isi [data-unit-nama]";
    return [...simpul.querySelectorAll(letak)].map((e) => e.textContent).join(" ").toLowerCase();
  }

  function tuju(simpul, geser = true) {
    if (!simpul) return;
    for (const lama of pohon().querySelectorAll('.simpul[tabindex="0"]')) lama.tabIndex = -1;
    simpul.tabIndex = 0;
    simpul.focus({ preventScroll: true });
    if (geser) rincian(simpul).firstElementChild.scrollIntoView({ block: "nearest" });
  }

  function ungkap(simpul) {
    for (let atas = simpul; atas; atas = induk(atas)) {
      atas.hidden = false;
      if (atas !== simpul) rincian(atas).open = true;
    }
    rincian(simpul).open = true;
    tuju(simpul, false);
    simpul.scrollIntoView({ block: "start" });
  }

  let ketikan = "";
  let saat = 0;
  function cariHuruf(huruf, daftar, ke) {
    const kini = Date.now();
    ketikan = kini - saat < JEDA_CARI ? ketikan + huruf : huruf;
    saat = kini;
    const mulai = ketikan.length > 1 ? ke : ke + 1;
    const urutan = [...daftar.slice(mulai), ...daftar.slice(0, mulai)];
    return urutan.find((s) => s.querySelector(".simpul__nama").textContent.trim().toLowerCase().startsWith(ketikan));
  }

  function tombol(kejadian) {
    const simpul = kejadian.target;
    if (!simpul.matches?.(".simpul") || kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey) return;
    const daftar = terlihat();
    const ke = daftar.indexOf(simpul);
    const buka = rincian(simpul);
    const tujuan = {
      ArrowDown: () => daftar[ke + 1],
      ArrowUp: () => daftar[ke - 1],
      Home: () => daftar[0],
      End: () => daftar[daftar.length - 1],
      ArrowRight: () => (buka.open ? anak(simpul).find((s) => !s.hidden) : ((buka.open = true), null)),
      ArrowLeft: () => (buka.open ? ((buka.open = false), null) : induk(simpul)),
      Enter: () => ((buka.open = !buka.open), null),
      " ": () => ((buka.open = !buka.open), null),
    }[kejadian.key];
    if (tujuan) {
      kejadian.preventDefault();
      tuju(tujuan());
    } else if (kejadian.key.length === 1) {
      tuju(cariHuruf(kejadian.key.toLowerCase(), daftar, ke));
    }
  }

  // The filter, as the server does it: what matches, and everything above it.
  function saringSekarang() {
    const nilai = new FormData(saringan);
    const kata = (nilai.get("cari") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const [unit, jenis, masalah] = [nilai.get("unit") || "", nilai.get("tingkat") || "", nilai.has("masalah")];
    const aktif = Boolean(kata.length || unit || jenis || masalah);
    const semua = [...pohon().querySelectorAll(".simpul")];
    const perlu = new Set();
    for (const simpul of semua.reverse()) {
      const cocok = kata.every((k) => simpul.teks.includes(k))
        && (!unit || (simpul.dataset.unit || "").split(" ").includes(unit))
        && (!jenis || simpul.dataset.jenis === jenis)
        && (!masalah || "masalah" in simpul.dataset);
      const diBawah = perlu.has(simpul);
      simpul.hidden = aktif && !cocok && !diBawah;
      if (aktif && diBawah) rincian(simpul).open = true;
      if (!simpul.hidden && aktif && induk(simpul)) perlu.add(induk(simpul));
    }
    katakan(aktif, semua.filter((s) => !s.hidden).length, semua.length);
    const pertama = pohon().querySelector(".simpul:not([hidden])");
    if (pertama && !terlihat().some((s) => s.tabIndex === 0)) pertama.tabIndex = 0;
  }

  function katakan(aktif, banyak, semua) {
    const hasil = saringan.querySelector("[data-hasil]");
    hasil.textContent = aktif ? `${banyak} dari ${semua} simpul ditampilkan. ` : "";
    if (!aktif) return;
    const hapus = document.createElement("a");
    hapus.href = "?";
    hapus.textContent = "Hapus saringan";
    hapus.addEventListener("click", (kejadian) => {
      kejadian.preventDefault();
      for (const medan of saringan.elements) {
        if (medan.type === "checkbox") medan.checked = false;
        else if (medan.name) medan.value = "";
      }
      saringSekarang();
      saringan.querySelector("[name=cari]").focus();
    });
    hasil.append(hapus);
  }

  function bukaFormulir(tautan) {
    const cetakan = document.querySelector("[data-formulir]");
    const formulir = cetakan.content.firstElementChild.cloneNode(true);
    const simpul = tautan.closest(".simpul");
    const { ubah, sasaran, pj } = tautan.dataset;
    formulir.elements.anggaran.value = ubah;
    formulir.elements.dasar_sasaran.value = sasaran;
    formulir.elements.dasar_unit.value = pj;
    formulir.elements.sasaran.value = sasaran;
    const unit = formulir.elements.unit;
    if (pj && ![...unit.options].some((o) => o.value === pj)) unit.add(new Option(`${pj} (seperti sekarang)`, pj), 1);
    unit.value = pj;
    for (const [nama, medan] of [["sasaran", formulir.elements.sasaran], ["unit", unit]]) {
      formulir.querySelector(`[for="${medan.id}"]`).htmlFor = `${nama}-${simpul.id}`;
      medan.id = `${nama}-${simpul.id}`;
    }
    tautan.hidden = true;
    tautan.after(formulir);
    window.htmx?.process(formulir);
    formulir.elements.sasaran.focus();
  }

  function tutupFormulir(formulir) {
    const tautan = formulir.previousElementSibling;
    if (!tautan?.matches("[data-ubah]")) return false; // the one that the server wrote: its link leads away
    formulir.remove();
    tautan.hidden = false;
    tautan.focus();
    return true;
  }

  document.addEventListener("click", (kejadian) => {
    const elemen = kejadian.target.closest("a, .simpul > details > summary");
    if (!elemen || !bagian().contains(elemen)) return;
    const tujuan = elemen.getAttribute("href") || "";
    if (elemen.matches("summary")) {
      tuju(elemen.closest(".simpul"), false);
    } else if (elemen.matches("[data-buka], [data-tutup]")) {
      kejadian.preventDefault();
      for (const simpul of pohon().querySelectorAll(".simpul")) rincian(simpul).open = elemen.matches("[data-buka]");
    } else if (elemen.matches("[data-ubah]")) {
      kejadian.preventDefault();
      bukaFormulir(elemen);
    } else if (elemen.matches("[data-batal]")) {
      if (tutupFormulir(elemen.closest("form"))) kejadian.preventDefault();
    } else if (tujuan.startsWith("#") && document.getElementById(tujuan.slice(1))?.matches(".simpul")) {
      kejadian.preventDefault();
      ungkap(document.getElementById(tujuan.slice(1)));
    }
  });
  document.addEventListener("keydown", (kejadian) => {
    const formulir = kejadian.target.closest?.(".form-tautan");
    if (kejadian.key === "Escape" && formulir) tutupFormulir(formulir);
    else if (pohon()?.contains(kejadian.target)) tombol(kejadian);
  });

  // What was open stays open when the answer to a change brings the tree anew.
  let terbuka = new Set();
  document.addEventListener("htmx:beforeSwap", (kejadian) => {
    const { requestConfig, xhr, target } = kejadian.detail;
    if (target.id !== "pohon") return;
    if (xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requestConfig.elt.action).pathname) {
      kejadian.detail.shouldSwap = false;
      gagal(requestConfig.elt, "Belum tersimpan: sesi berakhir. Masuk lagi di tab lain, lalu simpan sekali lagi.");
    } else if (DITAMPILKAN.includes(xhr.status)) {
      kejadian.detail.shouldSwap = true;
      kejadian.detail.isError = false;
    } else if (xhr.status >= 400) {
      gagal(requestConfig.elt, "Tidak tersimpan. Muat ulang halaman, lalu coba lagi.");
    }
    terbuka = new Set([...pohon().querySelectorAll(".simpul")].filter((s) => rincian(s).open).map((s) => s.id));
  });
  for (const nama of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(nama, ({ detail }) => {
      if (bagian().contains(detail.elt)) gagal(detail.elt, "Belum tersimpan: sambungan terputus. Coba lagi.");
    });
  }

  function gagal(formulir, pesan) {
    formulir.querySelector("[data-gagal]")?.remove();
    const baris = document.createElement("p");
    baris.className = "pesan pesan--error";
    baris.setAttribute("role", "alert");
    baris.dataset.gagal = "";
    baris.textContent = pesan;
    formulir.prepend(baris);
  }

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target.id !== "pohon") return;
    siapkan();
    for (const simpul of pohon().querySelectorAll(".simpul")) if (terbuka.has(simpul.id)) rincian(simpul).open = true;
    saringSekarang();
    const tujuan = bagian().querySelector("[data-jangkar]")?.dataset.jangkar;
    const simpul = tujuan && document.getElementById(tujuan);
    if (simpul) ungkap(simpul);
    else bagian().focus();
  });
  // Logging in again changes the token; the cookie always has the present one.
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (token && bagian().contains(detail.elt)) detail.parameters.csrfmiddlewaretoken = token;
  });

  saringan.querySelector("[data-terapkan]").hidden = true;
  saringan.addEventListener("input", saringSekarang);
  saringan.addEventListener("submit", (kejadian) => {
    kejadian.preventDefault();
    saringSekarang();
  });
  siapkan();
  const awal = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (awal?.matches?.(".simpul")) ungkap(awal);
})();
