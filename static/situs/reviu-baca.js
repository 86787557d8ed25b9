// Remarks of the reviu stand at their places in the report that is read; without this file they are listed above it,
// each with a link to its place.
document.addEventListener("DOMContentLoaded", () => {
  const daftar = document.getElementById("catatan-reviu");
  if (!daftar) return;
  const naskah = document.querySelector(".baca");
  const letak = (id) => naskah.querySelector(`[id="${CSS.escape(id)}"]`);
  for (const catatan of daftar.querySelectorAll("[data-letak]")) {
    const tempat = letak(catatan.dataset.letak);
    if (!tempat) continue;
    const salinan = document.createElement("aside");
    salinan.className = catatan.className;
    salinan.setAttribute("aria-label", "Catatan reviu");
    salinan.append(...[...catatan.childNodes].map((simpul) => simpul.cloneNode(true)));
    (tempat.closest("figure, .tabel-bungkus, table") ?? tempat).before(salinan);
    if (/^H[1-6]$/.test(tempat.tagName)) tempat.after(salinan);
  }
  if (!daftar.dataset.tambah) return;
  for (const judul of naskah.querySelectorAll(":is(h1, h2, h3, h4, h5, h6, table, figure)[id]")) {
    const tautan = document.createElement("a");
    tautan.className = "beri-catatan";
    tautan.href = `${daftar.dataset.tambah}?tempat=${encodeURIComponent(judul.id)}#catatan-baru`;
    tautan.textContent = "Beri catatan";
    tautan.setAttribute("aria-label", `Beri catatan: ${(judul.caption ?? judul).textContent.trim().slice(0, 80)}`);
    (judul.caption ?? judul.querySelector("figcaption") ?? judul).append(tautan);
  }
});
