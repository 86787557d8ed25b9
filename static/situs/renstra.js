// The outline of the Renstra. Without this script everything works by its buttons and pages; with it rows are moved by
// a handle (mouse, pen, finger), by Alt+arrows, and edited where they stand. Each answer renews #kerangka whole.
(() => {
  "use strict";

  const kerangka = () => document.getElementById("kerangka");
  if (!kerangka()) return;
  document.documentElement.classList.add("kerangka--hidup");

  const simpulDari = (elemen) => (elemen instanceof Element ? elemen.closest("[data-simpul]") : null);
  const jenisDari = (simpul) => simpul.dataset.simpul.split(":")[0];
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
  let sibuk = false;

  function kabarkan(kalimat) {
    const tempat = document.getElementById("kabar-kerangka");
    const baris = document.createElement("p");
    baris.className = "pesan pesan--error";
    baris.textContent = kalimat;
    tempat.replaceChildren(baris);
  }

  // Sends a move; afterwards the row that moved has the focus again.
  async function kirim(isi, simpul) {
    if (sibuk) return;
    sibuk = true;
    kerangka().setAttribute("aria-busy", "true");
    const pengenal = simpul.id;
    try {
      const jawaban = await fetch(kerangka().dataset.alamat, {
        method: "POST",
        body: new URLSearchParams(isi),
        headers: { "X-CSRFToken": token(), "HX-Request": "true" },
      });
      if (!jawaban.ok || new URL(jawaban.url).pathname !== kerangka().dataset.alamat) throw new Error();
      const bagian = document.createRange().createContextualFragment(await jawaban.text());
      kerangka().replaceWith(bagian);
      document.getElementById(pengenal)?.querySelector("[data-fokus]")?.focus({ preventScroll: true });
      document.getElementById(pengenal)?.scrollIntoView({ block: "nearest" });
    } catch {
      kabarkan("Belum dipindahkan: sambungan terputus atau sesi berakhir. Muat ulang halaman, lalu coba lagi.");
    } finally {
      sibuk = false;
      kerangka().removeAttribute("aria-busy");
    }
  }

  document.addEventListener("click", (kejadian) => {
    const tombol = kejadian.target instanceof Element ? kejadian.target.closest("#kerangka [name=geser]") : null;
    if (!tombol) return;
    kejadian.preventDefault();
    kirim({ geser: tombol.value }, simpulDari(tombol));
  });

  document.addEventListener("keydown", (kejadian) => {
    const arah = { ArrowUp: "naik", ArrowDown: "turun" }[kejadian.key];
    const simpul = kerangka().contains(kejadian.target) ? simpulDari(kejadian.target) : null;
    if (!kejadian.altKey || !arah || !simpul || kejadian.target.closest("form:not(#formulir-geser)")) return;
    kejadian.preventDefault();
    const tombol = simpul.querySelector(`[name=geser][value^="${arah}:"]`);
    if (tombol && !tombol.disabled) kirim({ geser: tombol.value }, simpul);
    else if (tombol) kabarkan(arah === "naik" ? "Sudah paling atas." : "Sudah paling bawah.");
  });

  // By the handle: the row goes where the pointer is, in any list of its own kind.

  let seret = null;

  function daftarBoleh(simpul) {
    return [...kerangka().querySelectorAll(`[data-daftar="${jenisDari(simpul)}"]`)].filter((d) => !simpul.contains(d));
  }

  function mulai(kejadian) {
    const pegangan = kejadian.target instanceof Element ? kejadian.target.closest("[data-pegangan]") : null;
    if (!pegangan || kejadian.button !== 0 || sibuk) return;
    kejadian.preventDefault();
    const simpul = simpulDari(pegangan);
    seret = { simpul, daftar: daftarBoleh(simpul), asal: simpul.parentElement, sesudah: simpul.nextElementSibling };
    document.documentElement.setPointerCapture(kejadian.pointerId); // the handle itself leaves its place with the row
    simpul.classList.add("simpul--diseret");
    document.documentElement.classList.add("menyeret");
    for (const daftar of seret.daftar) daftar.toggleAttribute("data-daftar-boleh", true);
  }

  // The list under the pointer, else the nearest one above or below it.
  function daftarTerdekat(y) {
    const jarak = (daftar) => {
      const kotak = daftar.getBoundingClientRect();
      return y < kotak.top ? kotak.top - y : y > kotak.bottom ? y - kotak.bottom : 0;
    };
    return seret.daftar.reduce((a, b) => (jarak(b) < jarak(a) ? b : a));
  }

  function bergerak(kejadian) {
    if (!seret) return;
    const tepi = 60;
    if (kejadian.clientY < tepi) scrollBy(0, -12);
    else if (kejadian.clientY > innerHeight - tepi) scrollBy(0, 12);
    const daftar = daftarTerdekat(kejadian.clientY);
    const lain = [...daftar.children].filter((satu) => satu !== seret.simpul);
    const sebelum = lain.find((satu) => {
      const kotak = satu.getBoundingClientRect();
      return kejadian.clientY < kotak.top + kotak.height / 2;
    });
    if (sebelum ? seret.simpul.nextElementSibling !== sebelum || seret.simpul.parentElement !== daftar : true) {
      daftar.insertBefore(seret.simpul, sebelum ?? null);
    }
  }

  function lepas(batal) {
    if (!seret) return;
    const { simpul, daftar, asal, sesudah } = seret;
    seret = null;
    simpul.classList.remove("simpul--diseret");
    document.documentElement.classList.remove("menyeret");
    for (const satu of daftar) satu.removeAttribute("data-daftar-boleh");
    if (batal) asal.insertBefore(simpul, sesudah);
    if (simpul.parentElement === asal && simpul.nextElementSibling === sesudah) return;
    const urutan = [...simpul.parentElement.children].map((satu) => satu.dataset.simpul.split(":")[1]);
    const isi = { baris: simpul.dataset.simpul, induk: simpul.parentElement.dataset.induk, urutan: urutan.join(",") };
    kirim(isi, simpul);
  }

  document.addEventListener("pointerdown", mulai);
  document.addEventListener("pointermove", bergerak);
  document.addEventListener("pointerup", () => lepas(false));
  document.addEventListener("pointercancel", () => lepas(true));
  document.addEventListener("keydown", (kejadian) => kejadian.key === "Escape" && lepas(true));

  // Misi, tujuan and sasaran are edited where they stand; the form is the one of their own page.

  document.addEventListener("click", async (kejadian) => {
    const elemen = kejadian.target instanceof Element ? kejadian.target : null;
    const tautan = elemen?.closest("#kerangka [data-sunting]");
    const batal = elemen?.closest("#kerangka [data-batal]");
    if (kejadian.ctrlKey || kejadian.metaKey || kejadian.shiftKey || !(tautan || batal)) return;
    kejadian.preventDefault();
    const simpul = simpulDari(elemen);
    const tempat = simpul.querySelector(":scope > [data-tempat-sunting]");
    if (batal || tempat.childElementCount) {
      tempat.replaceChildren();
      simpul.querySelector("[data-fokus]").focus();
      return;
    }
    try {
      const jawaban = await fetch(tautan.href, { headers: { "HX-Request": "true" } });
      if (!jawaban.ok || jawaban.redirected) throw new Error();
      tempat.replaceChildren(document.createRange().createContextualFragment(await jawaban.text()));
      tempat.querySelector("textarea, input:not([type=hidden])")?.focus();
    } catch {
      location.assign(tautan.href);
    }
  });

  document.addEventListener("keydown", (kejadian) => {
    if (kejadian.key === "Escape" && kejadian.target instanceof Element) {
      kejadian.target.closest("[data-tempat-sunting]")?.querySelector("[data-batal]")?.click();
    }
  });
})();
