// Findings beside the fields: the list #temuan-sisi (htmx loads it after the page and after each save) is copied to
// the rows that it is about. A row says its kode in data-subjek (and what else tells it apart in data-lain); a field
// of a form is found by the column that a finding names. #subjek-…, #bidang=… and #kutipan=… lead to a row, a field
// and the words of a text.
(() => {
  "use strict";

  const SEGAR_MS = 600;
  const daftar = document.getElementById("temuan-sisi");
  if (!daftar) return;

  const semuaBaris = (subjek) => [...document.querySelectorAll(`:is(tr, li, section, fieldset)[data-subjek="${CSS.escape(subjek)}"]`)];

  // How many of the row's other cells stand in what else the finding says.
  const serupa = (baris, lain) => (baris.dataset.lain ?? "").split(" · ").filter((kata) => kata && lain.includes(kata)).length;

  // Of several rows with this kode the most similar one; without a kode, one that agrees in three cells.
  function cariBaris(subjek, lain) {
    const pilihan = subjek ? semuaBaris(subjek) : [...document.querySelectorAll("tr[data-lain]:not([data-subjek])")];
    const baris = pilihan.map((satu) => [serupa(satu, lain), satu]).sort(([a], [b]) => b - a)[0];
    return baris && (subjek || baris[0] > 2) ? baris[1] : undefined;
  }

  function cariBidang(nama) {
    const masukan = document.querySelector(`main [name="${CSS.escape(nama)}"]:not([type=hidden])`);
    return masukan?.closest(".bidang") ?? masukan?.parentElement;
  }

  function cariSel(kutipan) {
    const masukan = [...document.querySelectorAll("main input[name^=sel-], main input[name^=kepala-]")];
    return masukan.find((satu) => satu.value.includes(kutipan))?.closest("td, th");
  }

  // “baris 4, kolom 2” of a free table as the workbook counts them, its headings in row 2; “kolom 2”: the heading.
  function cariSelBernomor(letak) {
    const cocok = /(?:baris (\d+), )?kolom (\d+)$/.exec(letak);
    if (!cocok) return undefined;
    const [, baris, kolom] = cocok;
    const nama = !baris || baris === "2" ? `kepala-${kolom - 1}` : `sel-${baris - 3}-${kolom - 1}`;
    return document.querySelector(`main input[name="${nama}"]`)?.closest("td, th");
  }

  function tempat({ untuk, butir, letak, kutipan }) {
    const baris = cariBaris(untuk, `${butir} ${letak}`);
    if (baris) return baris.querySelector("[data-tanda]") ?? baris.querySelector("th, td") ?? baris;
    const sel = (kutipan && cariSel(kutipan)) || cariSelBernomor(letak);
    if (sel) return sel;
    const kolom = letak.split(", ").pop().replace(/^kolom /, "");
    return /^[a-z_0-9]+$/.test(kolom) ? cariBidang(kolom) : undefined;
  }

  function pasang() {
    const terbuka = tandaTemuan.cabut();
    const per = new Map();
    for (const butir of daftar.querySelectorAll(".butir-temuan")) {
      const di = tempat(butir.dataset);
      if (di) per.set(di, [...(per.get(di) ?? []), butir]);
    }
    for (const [di, isi] of per) tandaTemuan.pasang(di, isi, terbuka.has(di));
    tunjukkanTeks();
    sorotPratinjau();
  }

  // In the editor of a text each finding shows the words that it is about.
  function tunjukkanTeks() {
    const kotak = document.getElementById("teks");
    for (const butir of kotak ? daftar.querySelectorAll(".butir-temuan") : []) {
      const { kutipan } = butir.dataset;
      if (!kutipan || !kotak.value.includes(kutipan)) continue;
      const tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "btn btn-sm btn-outline-primary";
      tombol.textContent = "Tunjuk di naskah";
      tombol.addEventListener("click", () => tunjukKata(kutipan));
      butir.querySelector(".butir-temuan__saran").append(" ", tombol);
    }
  }

  // The words themselves in the preview of a text, which is written anew while somebody types.
  const pratinjau = document.getElementById("pratinjau");
  function sorotPratinjau() {
    if (!pratinjau) return;
    const kutipan = [...daftar.querySelectorAll(".butir-temuan")].map((butir) => tandaTemuan.inti(butir.dataset.kutipan));
    tandaTemuan.sorot(kutipan.map((kata) => tandaTemuan.cariKata(pratinjau, kata)).filter(Boolean));
  }
  if (pratinjau) new MutationObserver(sorotPratinjau).observe(pratinjau, { childList: true });

  // The list stays open or shut while it is renewed.
  let terbuka = false;
  daftar.addEventListener("htmx:beforeSwap", () => {
    terbuka = daftar.querySelector("[data-sisi]")?.open ?? terbuka;
  });
  daftar.addEventListener("htmx:afterSwap", () => {
    const isi = daftar.querySelector("[data-sisi]");
    if (isi) isi.open = terbuka;
    pasang();
  });

  // Anything saved may mend a finding or make one.
  let nanti = 0;
  function segarkan() {
    clearTimeout(nanti);
    nanti = setTimeout(() => daftar.isConnected && daftar.dispatchEvent(new Event("segarkan")), SEGAR_MS);
  }
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { verb } = detail.requestConfig ?? {};
    if (verb && verb !== "get" && detail.xhr?.status >= 200 && detail.xhr.status < 300) segarkan();
  });
  document.addEventListener("naskah-tersimpan", segarkan);

  // Where a link to a finding's place leads.

  function tunjuk(baris) {
    for (let atas = baris.parentElement?.closest("details:not([open])"); atas; atas = atas.parentElement?.closest("details:not([open])")) atas.open = true;
    baris.classList.add("baris-ditunjuk");
    baris.scrollIntoView({ block: "center" });
    baris.querySelector("input:not([type=hidden]), select, textarea, a[href]")?.focus({ preventScroll: true });
  }

  function tunjukKata(kutipan) {
    const kotak = document.getElementById("teks");
    const awal = kotak ? kotak.value.indexOf(kutipan) : -1;
    if (awal >= 0) {
      kotak.focus();
      kotak.setSelectionRange(awal, awal + kutipan.length);
      const baris = kotak.value.slice(0, awal).length / Math.max(kotak.value.length, 1);
      kotak.scrollTop = baris * kotak.scrollHeight - kotak.clientHeight / 2;
    } else {
      const sel = cariSel(kutipan);
      if (sel) tunjuk(sel);
    }
  }

  function ikutiAlamat() {
    const tanda = decodeURIComponent(location.hash.slice(1));
    if (tanda.startsWith("kutipan=")) return tunjukKata(tanda.slice("kutipan=".length));
    const bidang = tanda.startsWith("bidang=") && cariBidang(tanda.slice("bidang=".length));
    if (bidang) return tunjuk(bidang);
    if (!tanda.startsWith("subjek-")) return undefined;
    const butir = new URLSearchParams(location.search).get("butir") ?? "";
    const kode = [...document.querySelectorAll("[data-subjek]")].find((baris) => tandaTemuan.jangkar(baris.dataset.subjek) === tanda);
    const baris = kode && cariBaris(kode.dataset.subjek, butir);
    return baris ? tunjuk(baris) : undefined;
  }
  ikutiAlamat();
  addEventListener("hashchange", ikutiAlamat);
})();
