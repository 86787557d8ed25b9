// Remarks of the reviu stand at their places in the report that is read; without this file they are listed above it,
// each with a link to its place.
document.addEventListener("DOMContentLoaded", () => {
  const daftar = document.getElementById("catatan-reviu");
  const naskah = document.querySelector(".baca");
  if (!daftar || !naskah) return;
  const judul = (tempat) => tempat.querySelector(":scope > :is(h2, h3, h4, h5, h6, figcaption)");
  for (const catatan of daftar.querySelectorAll("[data-letak]")) {
    const tempat = naskah.querySelector(`[id="${CSS.escape(catatan.dataset.letak)}"]`);
    if (!tempat) continue;
    const salinan = document.createElement("aside");
    salinan.className = catatan.className;
    salinan.append(...[...catatan.childNodes].map((simpul) => simpul.cloneNode(true)));
    if (tempat.tagName === "FIGURE") tempat.before(salinan);
    else (judul(tempat) ?? tempat).after(salinan);
  }
  if (!daftar.dataset.tambah) return;
  for (const tempat of naskah.querySelectorAll("section[id], figure[id]")) {
    const kepala = judul(tempat);
    if (!kepala) continue;
    const tautan = document.createElement("a");
    tautan.className = "beri-catatan";
    tautan.href = `${daftar.dataset.tambah}?tempat=${encodeURIComponent(tempat.id)}#catatan-baru`;
    tautan.setAttribute("aria-label", `Beri catatan: ${kepala.textContent.trim().slice(0, 80)}`);
    tautan.textContent = "Beri catatan";
    kepala.append(" ", tautan);
  }
});
