"""Tags and filters of the site: each is one line over a tested function elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from kinerja.akses_evaluasi import ambil_hak_papan
from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.pintu import tulis_tenggat
from lkjip.akun.models import Pengguna
from lkjip.dasar.hasil import Hasil, Keadaan
from lkjip.dasar.periode import tulis_saat, tulis_tanggal
from lkjip.dasar.tulisan_angka import TANPA_NILAI, tulis_angka, tulis_persen, tulis_tepat, tulis_uang
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP
from lkjip.halaman.indikator import Kategori
from lkjip.laporan.isi import Angka, Sebaris, Teks
from lkjip.laporan.render.angka import keterangan, nilai_mesin, tulis
from lkjip.pemeriksaan.data_hasil import HitunganTahun
from lkjip.pemeriksaan.views import tautan
from lkjip.pengisian.ruang import Ruang
from lkjip.views.urung import DAFTAR_TANDA
from renstra.akses import ambil_menu

register = template.Library()
_TANPA = {
    Keadaan.KOSONG: "belum ada data",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_WAKTUNYA: "belum waktunya",
}
_LEBAR_BATANG = Decimal(100)


@register.filter
def figur(angka: Angka) -> SafeString:
    """The figure with its identity, so that anybody can recompute it; "–" with its reason where there is none."""
    ada = angka.hasil.ada
    return format_html(
        '<span class="figur{}" data-besaran="{}" data-subjek="{}" data-tahun="{}" data-triwulan="{}" data-versi="{}"'
        ' data-nilai="{}" data-keadaan="{}"{}>{}{}</span>',
        "" if ada else " tanpa-figur",
        angka.identitas.besaran,
        angka.identitas.subjek,
        angka.identitas.tahun or "",
        angka.identitas.triwulan or "",
        angka.identitas.versi,
        nilai_mesin(angka),
        angka.hasil.keadaan.value,
        "" if ada else format_html(' title="{}"', jejak_hitung(angka)),
        tulis(angka),
        "" if ada else format_html('<span class="visually-hidden"> ({})</span>', _TANPA[angka.hasil.keadaan]),
    )


@register.filter
def sebaris(isi: tuple[Sebaris, ...]) -> SafeString:
    """A run of text and figures (a target as number and letter)."""
    potongan = (figur(p) if isinstance(p, Angka) else p.isi for p in isi if isinstance(p, Angka | Teks))
    return format_html_join("", "{}", ((p,) for p in potongan))


@register.filter
def tulisan_dulu(isi: tuple[Sebaris, ...]) -> str:
    """A run of figures as plain text: one of another moment carries no identity, today it would be computed anew."""
    return "".join(tulis(p) if isinstance(p, Angka) else p.isi for p in isi if isinstance(p, Angka | Teks))


@register.filter
def jejak_hitung(angka: Angka) -> str:
    """How the figure came about, or why there is none."""
    kalimat = keterangan(angka)
    return kalimat[:1].upper() + kalimat[1:]


@register.filter
def alasan(angka: Angka) -> str:
    """Why there is no figure; '' where there is one."""
    return "" if angka.hasil.ada else jejak_hitung(angka)


@register.filter
def lencana(kategori: Kategori) -> SafeString:
    """The category word as a chip: colour, shape and word say the same."""
    if not kategori.angka.hasil.ada:
        return figur(kategori.angka)
    return format_html('<span class="kategori kategori--{}">{}</span>', kategori.warna, figur(kategori.angka))


@register.filter
def lebar_batang(angka: Angka) -> str:
    """Length of a bar 0 … 100 for a percentage."""
    return f"{min(max(angka.hasil.angka or Decimal(0), Decimal(0)), _LEBAR_BATANG):f}"


@register.filter
def isi_sel(nilai: object) -> str:
    """A cell of a workbook as a line of text; a number with every digit that it has."""
    if nilai is None or nilai == "":
        return "kosong"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, tuple):
        return f"{len(nilai)} bagian"
    return tulis_tepat(nilai) if isinstance(nilai, Decimal) else str(nilai)


@register.filter
def persen_rekap(nilai: Decimal | None) -> str:
    return TANPA_NILAI if nilai is None else tulis_persen(nilai)


@register.filter
def uang_rekap(nilai: Decimal | None) -> str:
    return TANPA_NILAI if nilai is None else tulis_uang(nilai)


@register.filter
def angka_rekap(nilai: Decimal | None) -> str:
    return TANPA_NILAI if nilai is None else tulis_angka(nilai, 2)


@register.filter
def tanggal(hari: date | None) -> str:
    return tulis_tanggal(hari) if hari else ""


@register.filter
def saat(waktu: datetime | None) -> str:
    """`12 Oktober 2024 pukul 14.03`, in the time zone of the site."""
    return tulis_saat(localtime(waktu)) if waktu else ""


@register.filter
def ambil(isi: Mapping[str, str], kunci: object) -> str:
    """What was typed under this key; '' where nothing was."""
    return isi.get(str(kunci), "")


@register.filter
def hitungan(isi: Mapping[int, HitunganTahun], instansi: int) -> HitunganTahun | None:
    """Counts of findings of this agency (pk); None where nothing was checked yet."""
    return isi.get(instansi)


@register.filter
def tulisan_tenggat(ruang: Ruang) -> str:
    """`tenggat 15 Oktober 2024, 3 hari lagi`."""
    return tulis_tenggat(ruang.pengisian, ruang.hari)


@register.filter
def sapaan(pengguna: Pengguna) -> str:
    """The full name, else the log-in name."""
    return str(pengguna)


@register.filter
def inisial(pengguna: Pengguna) -> str:
    """First letters of the first two words of the name."""
    return "".join(kata[0] for kata in sapaan(pengguna).split()[:2]).upper()


@register.simple_tag
def menu_utama(request: HttpRequest) -> list[dict[str, object]]:
    """The entries of the main menu that this user can open."""
    pengguna, menu = request.user, ambil_menu(request.user)
    butir = [("beranda", "Beranda"), ("daftar_instansi", "Instansi")]
    if menu.menilai:
        butir.append(("meja_evaluasi", "Evaluasi"))
    if menu.membandingkan or (menu.mengepalai and ambil_hak_papan(pengguna).lihat):
        butir.append(("nilai_sakip", "Nilai SAKIP"))
    if menu.memeriksa:
        butir.append(("temuan_pemda", "Temuan"))
    if menu.bertugas:
        butir.append(("daftar_rekomendasi", "Rekomendasi"))
    if menu.mengimpor:
        butir.append(("impor", "Impor"))
    if isinstance(pengguna, Pengguna) and pengguna.is_staff:
        butir.append(("admin:index", "Admin"))
    alamat = [(nama, reverse(tujuan)) for tujuan, nama in butir]
    return [
        {"nama": nama, "alamat": a, "terpilih": request.path == a or (a != "/" and request.path.startswith(a))}
        for nama, a in alamat
    ]


@register.filter
def nilai_hasil(hasil: Hasil) -> SafeString:
    """A score of an evaluation with its trace as tooltip; "–" with its reason where there is none."""
    if hasil.angka is None:
        return format_html('<span class="tanpa-figur" title="{}">{}</span>', hasil.alasan, TANPA_NILAI)
    return format_html('<span class="figur" title="{}">{}</span>', hasil.cara, tulis_angka(hasil.angka, 2))


@register.filter
def sebutan_tahap(tahap: str) -> str:
    """The stage of an evaluation as the APIP calls it."""
    return SEBUTAN_TAHAP[TahapEvaluasi(tahap)]


@register.filter
def alamat_urung(pesan: Message) -> str:
    """Where the button “Urungkan” of a message sends to; '' for a message that has none (`views.urung`)."""
    tanda, _, sisa = (pesan.extra_tags or "").partition("/")
    nomor, _, kejadian = sisa.partition("/")
    return reverse(tanda, args=[nomor, kejadian]) if tanda in DAFTAR_TANDA else ""


@register.filter
def jangkar_subjek(kode: str) -> str:
    """The id of the row with this kode: a finding about it leads there."""
    return tautan.jangkar_subjek(kode)


@register.simple_tag(takes_context=True)
def sisi_temuan(context: template.Context) -> str:
    """The address that gives the findings beside the fields of this page; '' for a page that shows none."""
    request = context.get("request")
    return tautan.alamat_sisi(request.resolver_match) if request is not None and request.resolver_match else ""
