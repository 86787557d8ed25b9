// HTML of a clipboard (Word, Excel, Google Docs, a web page) as text in the editor's grammar: paragraphs, bold and
// italic, lists, headings, tables. Everything else is dropped; no HTML stays.
(() => {
  "use strict";

  const BLOK = new Set([
    ..."ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM".split(" "),
    ..."H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL".split(" "),
  ]);
  const BUANG = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT SVG MATH HEAD TITLE BUTTON SELECT TEXTAREA".split(" "));
  const MAKS_TINGKAT = 4;
  const rapat = (teks) => teks.replace(/[\s\u00a0]+/g, " ");
  const gaya = (unsur, nama) => {
    const cocok = new RegExp(`(?:^|;)\\s*${nama}\\s*:\\s*([^;]+)`, "i").exec(unsur.getAttribute("style") || "");
    return cocok ? cocok[1].trim().toLowerCase() : "";
  };
  const dibuang = (simpul) =>
    simpul.nodeType !== Node.TEXT_NODE &&
    (simpul.nodeType !== Node.ELEMENT_NODE || BUANG.has(simpul.nodeName.toUpperCase()) || gaya(simpul, "display") === "none");
  const blok = (simpul) => simpul.nodeType === Node.ELEMENT_NODE && BLOK.has(simpul.nodeName);

  // Inline content: [{teks, tebal, miring}]; "\n" is a forced line break.

  function potong(simpul, sifat, hasil) {
    if (simpul.nodeType === Node.TEXT_NODE) {
      hasil.push({ ...sifat, teks: rapat(simpul.data) });
      return;
    }
    if (dibuang(simpul) || gaya(simpul, "mso-list") === "ignore") return;
    if (simpul.nodeName === "BR") {
      hasil.push({ ...sifat, teks: "\n" });
      return;
    }
    const baru = sifatUnsur(simpul, sifat);
    for (const anak of simpul.childNodes) potong(anak, baru, hasil);
    if (blok(simpul)) hasil.push({ ...sifat, teks: " " });
  }

  function sifatUnsur(unsur, sifat) {
    const nama = unsur.nodeName;
    const bobot = gaya(unsur, "font-weight");
    const condong = gaya(unsur, "font-style");
    let { tebal, miring } = sifat;
    if (nama === "B" || nama === "STRONG") tebal = true;
    if (nama === "I" || nama === "EM") miring = true;
    if (bobot) tebal = bobot === "bold" || bobot === "bolder" || Number.parseInt(bobot, 10) >= 600;
    if (condong) miring = condong === "italic" || condong === "oblique";
    return { tebal, miring };
  }

  // The marks stand at the words, never at the blanks beside them: "** a**" would not be bold.
  function tulisSebaris(potongan) {
    const gabung = [];
    for (const satu of potongan) {
      const akhir = gabung.at(-1);
      if (akhir && akhir.tebal === satu.tebal && akhir.miring === satu.miring) akhir.teks += satu.teks;
      else if (satu.teks) gabung.push({ ...satu });
    }
    const teks = gabung.map(({ teks: isi, tebal, miring }) => {
      const tanda = (tebal ? "**" : "") + (miring ? "*" : "");
      if (!tanda) return isi;
      return isi
        .split("\n")
        .map((baris) => {
          const [, awal, tengah, akhir] = /^(\s*)(.*?)(\s*)$/s.exec(baris);
          return tengah ? `${awal}${tanda}${tengah}${[...tanda].reverse().join("")}${akhir}` : baris;
        })
        .join("\n");
    });
    return teks.join("").replace(/[ \u00a0]*\n[ \u00a0]*/g, "\n").replace(/ {2,}/g, " ").trim();
  }

  const sebaris = (simpul, sifat = { tebal: false, miring: false }) => {
    const hasil = [];
    for (const anak of simpul.childNodes) potong(anak, sifat, hasil);
    return tulisSebaris(hasil);
  };
  const satuBaris = (teks) => teks.replace(/\s*\n\s*/g, " ");

  // Blocks: {jenis: "teks" | "butir" | "tabel", isi, tingkat, tanda}

  function blokDari(wadah, hasil, tingkat) {
    let lepas = [];
    const tutup = () => {
      const teks = tulisSebaris(lepas);
      lepas = [];
      if (teks) hasil.push({ jenis: "teks", isi: teks });
    };
    for (const simpul of wadah.childNodes) {
      if (!adaBlok(simpul)) {
        potong(simpul, { tebal: false, miring: false }, lepas);
        continue;
      }
      tutup();
      satuBlok(simpul, hasil, tingkat);
    }
    tutup();
  }

  const adaBlok = (simpul) =>
    simpul.nodeType === Node.ELEMENT_NODE && !dibuang(simpul) && (blok(simpul) || [...simpul.children].some(adaBlok));

  function satuBlok(unsur, hasil, tingkat) {
    const nama = unsur.nodeName;
    if (nama === "TABLE") return void tabel(unsur, hasil);
    if (nama === "UL" || nama === "OL") return void daftar(unsur, hasil, tingkat);
    if (/^H[1-6]$/.test(nama)) {
      const isi = satuBaris(sebaris(unsur)).replace(/\*\*/g, "");
      if (isi) hasil.push({ jenis: "teks", isi: `### ${isi}` });
      return;
    }
    if (butirWord(unsur, hasil)) return;
    if ([...unsur.children].some(adaBlok)) return void blokDari(unsur, hasil, tingkat);
    const isi = sebaris(unsur);
    if (isi) hasil.push({ jenis: "teks", isi });
  }

  // Word writes a list item as a paragraph "mso-list: l0 level2 lfo1" whose mark stands in a span "mso-list: Ignore".
  function butirWord(unsur, hasil) {
    const letak = /level(\d)/.exec(gaya(unsur, "mso-list"));
    if (!letak) return false;
    const penanda = [...unsur.querySelectorAll("span")].find((satu) => gaya(satu, "mso-list") === "ignore");
    const tanda = rapat(penanda?.textContent ?? "").trim();
    const isi = satuBaris(sebaris(unsur));
    if (isi) hasil.push({ jenis: "butir", isi, tingkat: Math.min(Number(letak[1]) - 1, MAKS_TINGKAT), tanda: jenisTanda(tanda) });
    return true;
  }

  function jenisTanda(tanda) {
    if (/^\(?\d+[.)]/.test(tanda)) return "1";
    return /^\(?[a-z][.)]/i.test(tanda) && !/^o$/i.test(tanda) ? "a" : "-";
  }

  function daftar(unsur, hasil, tingkat) {
    const huruf = /^[a-z]$/i.test(unsur.getAttribute("type") || "") || /alpha|latin/.test(gaya(unsur, "list-style-type"));
    const tanda = unsur.nodeName === "UL" ? "-" : huruf ? "a" : "1";
    for (const anak of unsur.children) {
      if (anak.nodeName === "UL" || anak.nodeName === "OL") daftar(anak, hasil, tingkat + 1);
      else if (!dibuang(anak)) butir(anak, hasil, tingkat, tanda);
    }
  }

  function butir(unsur, hasil, tingkat, tanda) {
    const bawah = [...unsur.querySelectorAll("ul, ol, table")].filter((satu) => satu.parentElement.closest("li, ul, ol, table") === unsur);
    const salinan = unsur.cloneNode(true);
    for (const satu of salinan.querySelectorAll("ul, ol, table")) satu.remove();
    const isi = satuBaris(sebaris(salinan));
    if (isi) hasil.push({ jenis: "butir", isi, tingkat: Math.min(tingkat, MAKS_TINGKAT), tanda });
    for (const satu of bawah) {
      if (satu.nodeName === "TABLE") tabel(satu, hasil);
      else daftar(satu, hasil, tingkat + 1);
    }
  }

  function tabel(unsur, hasil) {
    const baris = [];
    const turun = []; // per column: how many further rows a cell above still covers
    for (const tr of unsur.rows) {
      const sel = [];
      const isiSampai = () => {
        while (turun[sel.length] > 0) {
          turun[sel.length] -= 1;
          sel.push("");
        }
      };
      for (const td of tr.cells) {
        isiSampai();
        const isi = satuBaris(sebaris(td)).replace(/\|/g, "\\|");
        for (let ke = 0; ke < Math.min(td.colSpan, 50); ke += 1) {
          turun[sel.length] = Math.min(td.rowSpan, 500) - 1;
          sel.push(ke ? "" : isi);
        }
      }
      isiSampai();
      if (sel.some(Boolean)) baris.push(sel);
    }
    if (!baris.length) return;
    const lebar = Math.max(...baris.map((satu) => satu.length));
    if (lebar === 1) {
      for (const [isi] of baris) hasil.push({ jenis: "teks", isi });
      return;
    }
    const tulis = (sel) => `| ${[...sel, ...Array(lebar - sel.length).fill("")].join(" | ")} |`;
    const [kepala, ...sisa] = baris;
    const polos = kepala.map((satu) => satu.replace(/^\*\*(.*)\*\*$/s, "$1"));
    hasil.push({ jenis: "tabel", isi: [tulis(polos), tulis(Array(lebar).fill("---")), ...sisa.map(tulis)].join("\n") });
  }

  function tulisBlok(daftarBlok) {
    const bagian = [];
    let nomor = [];
    for (const satu of daftarBlok) {
      if (satu.jenis !== "butir") {
        nomor = [];
        bagian.push(satu.isi);
        continue;
      }
      const lanjutan = nomor.length > 0;
      nomor.length = Math.min(nomor.length, satu.tingkat + 1);
      while (nomor.length <= satu.tingkat) nomor.push(0);
      nomor[satu.tingkat] += 1;
      const ke = nomor[satu.tingkat];
      const tanda = satu.tanda === "-" ? "-" : satu.tanda === "a" && ke <= 26 ? `${String.fromCharCode(96 + ke)}.` : `${ke}.`;
      const baris = `${"   ".repeat(satu.tingkat)}${tanda} ${satu.isi}`;
      if (lanjutan) bagian[bagian.length - 1] += `\n${baris}`;
      else bagian.push(baris);
    }
    return bagian.join("\n\n");
  }

  function keNaskah(html) {
    const dokumen = new DOMParser().parseFromString(html, "text/html");
    const hasil = [];
    blokDari(dokumen.body, hasil, 0);
    return tulisBlok(hasil);
  }

  window.LkjipTempel = { keNaskah };
})();
