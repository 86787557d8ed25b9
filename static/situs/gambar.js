// Pictures of the report. Without this script all works by its forms; with it files can be dropped on a form, the
// preview follows what is typed, and a short name is proposed from the title until somebody types one.
(() => {
  "use strict";

  const TEKS_MM = 155;

  for (const formulir of document.querySelectorAll("[data-jatuhkan]")) {
    const bidang = formulir.querySelector("input[type=file]");
    const kabar = formulir.querySelector("[data-terpilih]");
    const kabarkan = () => {
      const nama = [...bidang.files].map((berkas) => berkas.name);
      kabar.textContent = nama.length > 1 ? `${nama.length} berkas: ${nama.join(", ")}` : "";
    };
    const tandai = (ya) => formulir.classList.toggle("di-atas", ya);
    formulir.addEventListener("dragover", (kejadian) => {
      if (!kejadian.dataTransfer.types.includes("Files")) return;
      kejadian.preventDefault();
      tandai(true);
    });
    formulir.addEventListener("dragleave", (kejadian) => {
      if (!formulir.contains(kejadian.relatedTarget)) tandai(false);
    });
    formulir.addEventListener("drop", (kejadian) => {
      if (!kejadian.dataTransfer.files.length) return;
      kejadian.preventDefault();
      tandai(false);
      const pilihan = new DataTransfer();
      const banyak = bidang.multiple ? kejadian.dataTransfer.files.length : 1;
      for (const berkas of [...kejadian.dataTransfer.files].slice(0, banyak)) pilihan.items.add(berkas);
      bidang.files = pilihan.files;
      kabarkan();
    });
    bidang.addEventListener("change", kabarkan);
  }

  const lembar = document.querySelector("[data-lembar]");
  if (!lembar) return;
  const gambar = lembar.querySelector("img");
  const isian = (nama) => document.querySelector(`[name=${nama}]`);

  const gambarkan = () => {
    const asli = (Number(lembar.dataset.asli) * 25.4) / 96;
    const lebar = Number(isian("lebar_mm").value) || asli;
    gambar.style.width = `${Math.min((lebar / TEKS_MM) * 100, 100)}%`;
    lembar.querySelector("[data-judul]").textContent = isian("judul").value || "Judul gambar";
  };

  const ringkas = (teks) =>
    teks.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-").slice(0, 50).replace(/^[-_]+|[-_]+$/g, "");
  let usulkan = !isian("judul").value;
  isian("nama").addEventListener("input", () => { usulkan = false; });
  isian("judul").addEventListener("input", () => {
    if (usulkan && ringkas(isian("judul").value)) isian("nama").value = ringkas(isian("judul").value);
    gambarkan();
  });
  isian("lebar_mm").addEventListener("input", gambarkan);
  gambarkan();
})();
