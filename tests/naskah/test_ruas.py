"""One place in the browser: saved, previewed, in conflict, taken over, given back, restored; read only for others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kinerja.models import KinerjaTriwulan
from lkjip.laporan.models import CatatanNaskah, GambarLaporan, Narasi, TabelBebas
from lkjip.laporan.simpanan_gambar import simpan_gambar
from lkjip.naskah.halaman_ruas import sidik_teks
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.laporan.contoh_dokumen import png
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db
RUAS = "bab4.kesimpulan"
OTOMATIS = "bab4.kesimpulan.kalimat"
SKRIP = {"HTTP_ACCEPT": "application/json"}
KOSONG = sidik_teks("")


def _ke(nama: str, bagian: str = RUAS) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, bagian])


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def _tulis(*daftar: tuple[str, str]) -> None:
    with konteks_riwayat(jalur="uji"):
        for n, (bagian, isi) in enumerate(daftar, 1):
            Narasi.objects.create(tahun_kinerja=_tahun(), urutan=n, nomor=n, bagian=bagian, isi=isi)


def _baris() -> list[tuple[str, int | None, str]]:
    return list(Narasi.objects.order_by("urutan", "id").values_list("bagian", "nomor", "isi"))


def _simpan(client: Client, teks: str, sidik: str, bagian: str = RUAS, **lain: Any) -> HttpResponse:
    return client.post(_ke("simpan_naskah", bagian), {"teks": teks, "sidik": sidik}, **(SKRIP | lain))  # type: ignore[return-value]


def test_naskah_disimpan_per_paragraf_dan_baris_lain_tetap(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _tulis(("bab1.a", "Awal"), (RUAS, "Satu"), ("bab4.penutup", "Dua"), ("bab1.z", "Akhir"))
    halaman = client.get(_ke("naskah_ruas"))
    assert halaman.context["teks"] == "Satu\n\nDua"
    jawaban = _simpan(client, "Satu baru\r\n\r\n- butir\r\n- lain\r\n\r\nTiga", halaman.context["sidik"])
    assert jawaban.status_code == 200
    assert _baris() == [
        ("bab1.a", 1, "Awal"),
        (RUAS, 1, "Satu baru"),
        (RUAS, 2, "- butir\n- lain"),
        (RUAS, 3, "Tiga"),
        ("bab1.z", 4, "Akhir"),
    ]
    sesudah = client.get(_ke("naskah_ruas"))
    assert sesudah.context["sidik"] == jawaban.json()["sidik"]  # type: ignore[attr-defined]
    assert load_buku(_tahun()).laporan.daftar_narasi_per_bagian[RUAS][1].isi == "- butir\n- lain"


def test_naskah_yang_sama_tidak_menulis_apa_pun(sebagai: _Sebagai) -> None:
    _tulis((RUAS, "Satu"))
    client = sebagai("perencana")
    assert _simpan(client, " Satu\n", sidik_teks("Satu")).status_code == 200
    assert not CatatanNaskah.objects.exists()
    assert _simpan(client, "Satu", sidik_teks("basi")).status_code == 200, "teks yang sama bukan bentrok"


def test_catatan_penulis_ikut_ditulis_dan_hilang_bersama_naskahnya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sidik = _simpan(client, "Satu", KOSONG).json()["sidik"]  # type: ignore[attr-defined]
    catatan = CatatanNaskah.objects.get()
    assert (catatan.bagian, catatan.oleh, catatan.tahun_kinerja) == (RUAS, sebagai.pemeran["perencana"], _tahun())
    lama = catatan.ditulis_pada
    sidik = _simpan(client, "Satu dua", sidik).json()["sidik"]  # type: ignore[attr-defined]
    assert CatatanNaskah.objects.get().ditulis_pada > lama
    _simpan(client, "", sidik)
    assert not CatatanNaskah.objects.exists()
    assert not Narasi.objects.exists()


def test_tulisan_orang_lain_tidak_tertimpa(sebagai: _Sebagai) -> None:
    _tulis((RUAS, "Tulisan lama"))
    dasar = sidik_teks("Tulisan lama")
    assert _simpan(sebagai("pengelola"), "Tulisan pengelola", dasar).status_code == 200
    client = sebagai("perencana")
    jawaban = _simpan(client, "Tulisan perencana", dasar)
    isi = jawaban.json()  # type: ignore[attr-defined]
    assert jawaban.status_code == 409
    assert isi["tersimpan"] == "Tulisan pengelola"
    assert "perencana</ins>" in isi["bentrok"].replace('<span class="visually-hidden">]</span>', "")
    assert Narasi.objects.get().isi == "Tulisan pengelola"
    formulir = client.post(_ke("simpan_naskah"), {"teks": "Tulisan perencana", "sidik": dasar})
    assert formulir.status_code == 409
    assert formulir.context["teks"] == "Tulisan perencana"
    ulang = client.post(_ke("simpan_naskah"), {"teks": "Tulisan perencana", "sidik": formulir.context["sidik"]})
    assert ulang.status_code == 302
    assert Narasi.objects.get().isi == "Tulisan perencana"


def test_kiriman_kosong_dan_naskah_kepanjangan_ditolak_dengan_kalimat(sebagai: _Sebagai) -> None:
    _tulis((RUAS, "Satu"))
    client = sebagai("perencana")
    kosong = client.post(_ke("simpan_naskah"))
    assert kosong.status_code == 422
    assert "tidak terkirim lengkap" in kosong.content.decode()
    assert kosong.context["teks"] == "Satu"
    panjang = "kata kata\n\n" * 30_000
    jawaban = _simpan(client, panjang, sidik_teks("Satu"))
    assert jawaban.status_code == 422
    assert "300.000 huruf" in jawaban.json()["pesan"]  # type: ignore[attr-defined]
    assert client.post(_ke("pratinjau_naskah"), {"teks": panjang}).status_code == 422
    paragraf = _simpan(client, "x" * 32_001, sidik_teks("Satu"))
    assert "32.000 huruf" in paragraf.json()["pesan"]  # type: ignore[attr-defined]
    kendali = _simpan(client, "a\x01b", sidik_teks("Satu"))
    assert kendali.status_code == 422
    assert Narasi.objects.get().isi == "Satu"


def test_pratinjau_memakai_draf_tanpa_menyimpan_dan_tanpa_menjalankan_apa_pun(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    draf = "<script>alert(1)</script> capaian {capaian I1}, {tidak ada}, {tabel hantu}.\n\n- satu\n- dua"
    isi = client.post(_ke("pratinjau_naskah"), {"teks": draf}).json()
    assert "&lt;script&gt;" in isi["pratinjau"]
    assert "<script" not in isi["pratinjau"] + isi["temuan"]
    assert "80,00%" in isi["pratinjau"]
    assert "<li>satu</li>" in isi["pratinjau"]
    assert isi["temuan"].count("data-tunjuk") == 2
    assert not Narasi.objects.exists()


def test_pratinjau_sama_dengan_laporan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    draf = "Paragraf **tebal** {capaian I1}.\n\n### Anak judul\n\n1. satu\n2. dua"
    sebelum = client.post(_ke("pratinjau_naskah"), {"teks": draf}).json()["pratinjau"]
    _simpan(client, draf, KOSONG)
    laporan = client.get(reverse("laporan", args=[SENDIRI, TAHUN])).content.decode()
    artikel = sebelum.partition('<article class="naskah">')[2].partition("</article>")[0]
    assert artikel.removesuffix("</section>") in laporan


def test_pratinjau_meminta_gambar_dari_alamatnya_seperti_laporan(sebagai: _Sebagai) -> None:
    with konteks_riwayat(jalur="uji"):
        sidik = simpan_gambar(png(2, 2))
        GambarLaporan.objects.create(
            tahun_kinerja=_tahun(), nama="piagam", bagian=RUAS, judul="Piagam", alt="Piagam", sidik=sidik,
            mime="image/png", lebar_px=1, tinggi_px=1,
        )  # fmt: skip
    client = sebagai("perencana")
    alamat = reverse("berkas_gambar", args=[SENDIRI, TAHUN, sidik])
    isi = client.post(_ke("pratinjau_naskah"), {"teks": "Teks"}).json()
    assert alamat in isi["pratinjau"]
    assert alamat in _artikel(client)


def _artikel(client: Client) -> str:
    return client.get(reverse("laporan", args=[SENDIRI, TAHUN])).content.decode().partition("<article")[2]


def test_kalimat_otomatis_diambil_alih_diubah_lalu_kembali(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    semula = _artikel(client)
    client.post(_ke("ambil_alih_naskah", OTOMATIS))
    assert "{capaian I1}" in client.get(_ke("naskah_ruas", OTOMATIS)).context["teks"]
    assert _artikel(client) == semula
    jawaban = client.post(_ke("kembalikan_naskah", OTOMATIS), follow=True)
    assert not Narasi.objects.exists()
    assert _artikel(client) == semula
    tujuan = jawaban.content.decode().partition('action="/urungkan/')[2].partition('"')[0]
    client.post(f"/urungkan/{tujuan}")
    assert Narasi.objects.filter(bagian=OTOMATIS).exists()
    kedua = client.post(_ke("ambil_alih_naskah", OTOMATIS), follow=True)
    assert "tidak memuat kalimat otomatis" in kedua.content.decode()


def test_riwayat_menyebut_siapa_dan_memulihkan(sebagai: _Sebagai) -> None:
    client = sebagai("pengelola")
    sidik = _simpan(client, "Versi pertama", KOSONG).json()["sidik"]  # type: ignore[attr-defined]
    client = sebagai("perencana")
    _simpan(client, "Versi kedua", sidik)
    halaman = client.get(_ke("riwayat_naskah"))
    versi = [satu[0] for satu in halaman.context["daftar_versi"]]
    assert [v.teks for v in versi] == ["Versi kedua", "Versi pertama"]
    client.post(_ke("pulihkan_naskah"), {"versi": versi[1].pk})
    assert Narasi.objects.get().isi == "Versi pertama"
    asing = client.post(_ke("pulihkan_naskah"), {"versi": "99999999"}, follow=True)
    assert "tidak ada lagi di riwayat" in asing.content.decode()


def test_pembaca_melihat_tanpa_alat_tulis(sebagai: _Sebagai) -> None:
    _tulis((RUAS, "Isi kesimpulan"))
    halaman = sebagai("verifikator").get(_ke("naskah_ruas")).content.decode()
    assert "Isi kesimpulan" in halaman
    assert "<textarea" not in halaman
    assert "naskah-simpan.js" not in halaman
    assert sebagai("perencana").get(_ke("naskah_ruas", "bab9.tidak_ada")).status_code == 404


def test_daftar_sebutan_dicari_dengan_kata(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    alamat = reverse("sebutan_naskah", args=[SENDIRI, TAHUN])
    angka = client.get(alamat, {"cari": "CAPAIAN i1 uji"})
    assert "{capaian I1}" in angka.content.decode()
    assert "80,00%" in angka.content.decode()
    assert "Tidak ada yang memuat" in client.get(alamat, {"cari": "entah apa"}).content.decode()
    rujukan = client.get(alamat, {"jenis": "rujukan", "cari": "penutup"}).content.decode()
    assert "{bagian bab-4}" in rujukan


def test_rujukan_memakai_nama_terpendek_dan_sisipan_hanya_gambar_serta_tabel_bebas(sebagai: _Sebagai) -> None:
    client, alamat = sebagai("perencana"), reverse("sebutan_naskah", args=[SENDIRI, TAHUN])
    kosong = client.get(alamat, {"jenis": "sisipan"}).content.decode()
    assert "Belum ada gambar" in kosong
    TabelBebas.objects.create(
        tahun_kinerja=_tahun(),
        urutan=1,
        nama="tabel_07",
        bagian="bab1.sdm",
        judul="Pegawai",
        kepala=["A"],
        baris=[["b"]],
    )
    sisipan = client.get(alamat, {"jenis": "sisipan"}).content.decode()
    assert "{tabel 07}" in sisipan
    assert sisipan.count("data-sisip") == 1
    rujukan = client.get(alamat, {"jenis": "rujukan"}).content.decode()
    assert "{tabel tabel-" not in rujukan


def test_banyak_kueri_tidak_bergantung_pada_banyak_naskah(
    sebagai: _Sebagai, django_assert_max_num_queries: Any
) -> None:
    client = sebagai("perencana")
    daftar: list[tuple[str, Callable[[], object]]] = [
        ("naskah", lambda: client.get(reverse("naskah", args=[SENDIRI, TAHUN]))),
        ("ruas", lambda: client.get(_ke("naskah_ruas"))),
        ("riwayat", lambda: client.get(_ke("riwayat_naskah"))),
        ("pratinjau", lambda: client.post(_ke("pratinjau_naskah"), {"teks": "Draf"})),
        ("sebutan", lambda: client.get(reverse("sebutan_naskah", args=[SENDIRI, TAHUN]))),
    ]
    _tulis((RUAS, "Satu"))
    sedikit = {nama: _hitung(django_assert_max_num_queries, kerja) for nama, kerja in daftar}
    _tulis(*[(RUAS, f"Paragraf {n}") for n in range(30)], *[(f"bab1.lain{n}", "x") for n in range(30)])
    banyak = {nama: _hitung(django_assert_max_num_queries, kerja) for nama, kerja in daftar}
    assert banyak == sedikit
    assert max(sedikit.values()) <= 55


def _hitung(pengukur: Any, kerja: Callable[[], object]) -> int:
    with pengukur(200) as kueri:
        kerja()
    return len(kueri)


def test_menyimpan_banyak_paragraf_tidak_menambah_kueri_sebanyak_itu(
    sebagai: _Sebagai, django_assert_max_num_queries: Any
) -> None:
    client = sebagai("perencana")
    _tulis(*[(RUAS, f"Paragraf {n}") for n in range(40)])
    teks = client.get(_ke("naskah_ruas")).context["teks"]
    satu = _hitung(django_assert_max_num_queries, lambda: _simpan(client, f"{teks} x", sidik_teks(teks)))
    kini = f"{teks} x"
    semua = _hitung(django_assert_max_num_queries, lambda: _simpan(client, f"Baru\n\n{kini}", sidik_teks(kini)))
    assert semua <= satu + 3


def test_angka_ketikan_yang_keliru_diberi_pengganti_dan_naskah_lama_menjadi_usang(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = client.post(_ke("pratinjau_naskah"), {"teks": "Capaian Indeks Uji tahun 2024 sebesar 81,00%."}).json()
    assert "81,00%" in isi["temuan"]
    assert "{capaian I1}" in isi["temuan"]
    _simpan(client, "Capaian Indeks Uji sebesar {capaian I1}.", KOSONG)
    assert client.get(_ke("naskah_ruas")).context["garis"].banyak["usang"] == 0
    with konteks_riwayat(jalur="uji"):
        KinerjaTriwulan.objects.update(realisasi=Decimal(90))
    halaman = client.get(_ke("naskah_ruas"))
    assert "80,00% → 90,00%" in halaman.content.decode()
    assert halaman.context["garis"].banyak["usang"] == 1
    client.post(_ke("naskah_diperiksa"))
    assert client.get(_ke("naskah_ruas")).context["garis"].banyak["usang"] == 0
