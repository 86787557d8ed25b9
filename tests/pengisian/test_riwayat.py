"""The history of a quarter and of one indicator: who, when, old, new, by which way; and the quarter at a moment."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.models import AnalisisTriwulan, BuktiDukung, CatatanPengisian, KinerjaTriwulan, Komponen, KomponenTriwulan
from kinerja.services_komponen import save_komponen_triwulan
from kinerja.services_pengisian import kunci_triwulan, save_isian_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors_keadaan import load_data_dan_sumber_pada, load_isi_triwulan
from renstra.models import Indikator, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN

pytestmark = pytest.mark.django_db
HARI = date(2024, 12, 1)


def _tahun(kode: str = SENDIRI) -> TahunKinerja:
    tahun_kinerja = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun_kinerja is not None
    return tahun_kinerja


def _indikator() -> Indikator:
    return Indikator.objects.get(kode="I1", renstra__daftar_tahun=_tahun())


def _isi(oleh: Pengguna, nilai: str | None, *, jalur: str = "halaman", triwulan: int = 3) -> None:
    baris = KinerjaTriwulan.objects.filter(tahun_kinerja=_tahun(), triwulan=triwulan).first()
    isian = Isian("realisasi", None if nilai is None else Decimal(nilai), baris.realisasi if baris else None)
    save_isian_triwulan(
        tahun_kinerja=_tahun(), triwulan=triwulan, isian={_indikator().pk: [isian]}, oleh=oleh, hari=HARI, jalur=jalur
    )


def _semua_jenis(oleh: Pengguna) -> None:
    """One row of every kind in the third quarter."""
    tahun, indikator = _tahun(), _indikator()
    _isi(oleh, "70")
    komponen = Komponen.objects.create(tahun_kinerja=tahun, indikator=indikator, kode="K1", tahun=TAHUN)
    save_komponen_triwulan(
        tahun_kinerja=tahun, triwulan=3, indikator=indikator, oleh=oleh, hari=HARI,
        isian={komponen.pk: Isian("nilai", Decimal("7.10"), None)},
    )  # fmt: skip
    milik: dict[str, Any] = {"tahun_kinerja": tahun, "triwulan": 3}
    oleh_waktu: dict[str, Any] = {"nama_oleh": "Ani", "waktu": timezone.now()}
    with konteks_riwayat(oleh=oleh, jalur="panel", alasan="rapat triwulan"):
        AnalisisTriwulan.objects.create(**milik, indikator=indikator, faktor="hambatan", uraian="Hujan deras")
        BuktiDukung.objects.create(
            **milik, **oleh_waktu, indikator=indikator, jenis="tautan", tautan="https://contoh.id/bukti"
        )
        anggaran = Anggaran.objects.create(tahun_kinerja=tahun, kode="5.01", uraian="Program Uji", pagu_murni=200)
        RealisasiAnggaran.objects.create(**milik, anggaran=anggaran, tahun=TAHUN, realisasi=Decimal(50))
        pengisian = kunci_triwulan(tahun, 3)[3]
        CatatanPengisian.objects.create(pengisian=pengisian, indikator=indikator, isi="Periksa angkanya", **oleh_waktu)


def _buka(sebagai: _Sebagai, nama: str = "riwayat_triwulan", *lain: object, **tanya: object) -> Any:
    alamat = reverse(nama, args=[SENDIRI, TAHUN, *(lain or (3,))])
    return sebagai("perencana").get(f"{alamat}?{urlencode(tanya)}")


def _teks(sebagai: _Sebagai, *lain: Any, **tanya: Any) -> str:
    jawaban = _buka(sebagai, *lain, **tanya)
    assert jawaban.status_code == 200
    return str(jawaban.content.decode())


def test_semua_perubahan_triwulan_dengan_siapa_jalan_lama_dan_baru(
    sebagai: _Sebagai, pemeran: dict[str, Pengguna]
) -> None:
    _semua_jenis(pemeran["perencana"])
    _isi(pemeran["pengelola"], "75.5", jalur="tempel")
    isi = _teks(sebagai)
    for potongan in (
        "<del>70</del>", "<ins>75,5</ins>", "tempelan dari Excel", "pengelola", "Hujan deras", "https://contoh.id/bukti",
        "Program Uji", "<ins>50</ins>", "Periksa angkanya", "<ins>7,10</ins>", "K1", "isian komponen", "rapat triwulan",
    ):  # fmt: skip
        assert potongan in isi, potongan
    assert isi.index("75,5") < isi.index("Hujan deras") < isi.index("7,10")


def test_perubahan_triwulan_dan_tahun_dan_instansi_lain_tidak_ikut(
    sebagai: _Sebagai, pemeran: dict[str, Pengguna]
) -> None:
    lain = _tahun(SEPEMDA)
    KinerjaTriwulan.objects.create(
        tahun_kinerja=lain, indikator=lain.renstra.daftar_indikator.all()[0], tahun=TAHUN, triwulan=3,
        realisasi=Decimal("11.11"),
    )  # fmt: skip
    KinerjaTriwulan.objects.create(
        tahun_kinerja=_tahun(), indikator=_indikator(), tahun=TAHUN - 1, triwulan=3, realisasi=Decimal("22.22")
    )
    _isi(pemeran["perencana"], "33.33", triwulan=2)
    assert not {"11,11", "22,22", "33,33"} & set(_teks(sebagai).replace("<", ">").split(">"))


def test_saringan_orang_jalan_dan_jenis(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    _semua_jenis(pemeran["perencana"])
    _isi(pemeran["pengelola"], "75.5", jalur="tempel")
    orang = _teks(sebagai, orang="pengelola")
    assert "75,5" in orang
    assert "Hujan deras" not in orang
    assert "75,5" in _teks(sebagai, jalan="tempel")
    assert "Program Uji" not in _teks(sebagai, jalan="tempel")
    for jenis, ada in (("analisis", "Hujan deras"), ("bukti", "contoh.id"), ("anggaran", "5.01 Program Uji")):
        tersaring = _teks(sebagai, jenis=jenis)
        assert ada in tersaring
        assert "75,5" not in tersaring
    assert "75,5" in _teks(sebagai, jenis="bukan-jenis", orang="bukan-siapa-siapa")


def test_lima_puluh_perubahan_sehalaman(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    for n in range(51):
        _isi(pemeran["perencana"], str(n))
    pertama, kedua = _teks(sebagai, jenis="indikator"), _teks(sebagai, jenis="indikator", halaman=2)
    assert "Halaman 1 dari 2" in pertama
    assert "jenis=indikator" in pertama
    assert "<ins>0</ins>" not in pertama
    assert "<ins>0</ins>" in kedua


def test_riwayat_satu_indikator_termasuk_yang_sudah_dihapus(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    _semua_jenis(pemeran["perencana"])
    KomponenTriwulan.objects.all().delete()
    Komponen.objects.all().delete()
    isi = _teks(sebagai, "riwayat_nilai", 3, _indikator().pk)
    for potongan in ("<ins>70</ins>", "<ins>7,10</ins>", "<del>7,10</del>", "Hujan deras", "contoh.id"):
        assert potongan in isi, potongan
    assert "Program Uji" not in isi
    assert "<h1>" in isi


def test_riwayat_indikator_lewat_htmx_hanya_daftarnya(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    for n in range(12):
        _isi(pemeran["perencana"], str(n))
    alamat = reverse("riwayat_nilai", args=[SENDIRI, TAHUN, 3, _indikator().pk])
    jawaban = sebagai("perencana").get(alamat, headers={"HX-Request": "true"})
    isi = jawaban.content.decode()
    assert "<h1>" not in isi
    assert isi.count("riwayat-nilai__butir") == 10
    assert "Lihat semua 12 perubahan" in isi
    assert "HX-Request" in jawaban.headers["Vary"]


def test_riwayat_indikator_instansi_atau_tahun_lain_tidak_ada(sebagai: _Sebagai) -> None:
    asing = _tahun(SEPEMDA).renstra.daftar_indikator.all()[0]
    assert _buka(sebagai, "riwayat_nilai", 3, asing.pk).status_code == 404
    assert _buka(sebagai, "riwayat_nilai", 5, _indikator().pk).status_code == 404
    assert _buka(sebagai, "riwayat_triwulan", 0).status_code == 404


def _geser_waktu(mundur: timedelta) -> None:
    """Everything up to now has happened so much earlier."""
    detik = int(mundur.total_seconds())
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute("ALTER TABLE riwayat_riwayat DISABLE TRIGGER USER")
            kursor.execute(f"UPDATE riwayat_riwayat SET waktu = waktu - interval '{detik} seconds'")
            kursor.execute("ALTER TABLE riwayat_riwayat ENABLE TRIGGER USER")
        else:
            kursor.execute("DROP TRIGGER riwayat_pelindung_ubah")
            kursor.execute(
                "UPDATE riwayat_riwayat SET waktu = strftime('%%Y-%%m-%%d %%H:%%M:%%f', waktu, %s)",
                [f"-{detik} seconds"],
            )


def test_keadaan_pada_tanggal_di_samping_yang_sekarang(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    _semua_jenis(pemeran["perencana"])
    _geser_waktu(timedelta(days=3))
    _isi(pemeran["perencana"], "90")
    AnalisisTriwulan.objects.all().delete()
    RealisasiAnggaran.objects.update(realisasi=Decimal(100))
    lusa = timezone.localdate() - timedelta(days=2)
    isi = _teks(sebagai, tanggal=lusa.isoformat())
    for potongan in (
        'data-kolom="Realisasi"><span>70<span class="petak-beda__kini">kini 90</span>',
        'data-kolom="Capaian"><span>70,00%<span class="petak-beda__kini">kini 90,00%</span>',
        'data-kolom="Analisis"><span>1<span class="petak-beda__kini">kini 0</span>',
        'data-kolom="Bukti"><span>1</span>',
        'data-kolom="Serapan"><span>25,00<span class="petak-beda__kini">kini 50,00</span>',
        "1 indikator, 1 berbeda dari sekarang",
        "1 baris, 1 berbeda dari sekarang",
    ):
        assert potongan in isi, potongan
    sekarang = _teks(sebagai, tanggal=timezone.localdate().isoformat())
    assert sekarang.count("semuanya sama dengan sekarang") == 2


def test_saat_sebelum_tercatat_atau_yang_belum_tiba_dijawab_jelas(sebagai: _Sebagai) -> None:
    hari = timezone.localdate()
    sebelum = _teks(sebagai, tanggal="1999-12-31")
    assert "belum tercatat. Riwayatnya mulai" in sebelum
    assert "Saat itu belum tiba" in _teks(sebagai, tanggal=(hari + timedelta(days=1)).isoformat())
    assert "Tulis tanggal" in _teks(sebagai, tanggal="bukan tanggal")
    assert "Tulis jam" in _teks(sebagai, tanggal="2024-01-01", jam="25.99")
    assert "Pilih tanggalnya" in _teks(sebagai, tanggal="", jam="10:00")
    assert "Pilih tanggalnya" not in _teks(sebagai)


def test_menit_yang_diminta_ikut_sampai_akhirnya(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    _isi(pemeran["perencana"], "70")
    _geser_waktu(timedelta(days=1))
    saat = timezone.localtime(Riwayat.objects.all()[0].waktu)
    isi = _teks(sebagai, tanggal=saat.date().isoformat(), jam=f"{saat:%H:%M}")
    assert 'data-kolom="Realisasi"><span>70</span>' in isi


def test_isi_triwulan_selain_buku_kerja_terbaca_sebagaimana_saat_itu(pemeran: dict[str, Pengguna]) -> None:
    _semua_jenis(pemeran["perencana"])
    sampai = riwayat_terakhir()
    KomponenTriwulan.objects.update(nilai=None)
    BuktiDukung.objects.all().delete()
    isi = load_isi_triwulan(load_data_dan_sumber_pada(_tahun(), sampai)[1], 3)
    (analisis,), (bukti,), (komponen,) = isi.daftar_analisis, isi.daftar_bukti, isi.daftar_komponen
    assert (analisis.indikator, analisis.uraian, analisis.triwulan) == ("I1", "Hujan deras", 3)
    assert (bukti.indikator, bukti.tautan) == ("I1", "https://contoh.id/bukti")
    assert (komponen.indikator, komponen.komponen, str(komponen.nilai)) == ("I1", "K1", "7.10")
    assert load_isi_triwulan(load_data_dan_sumber_pada(_tahun(), sampai)[1], 2).daftar_analisis == ()


def test_banyak_kueri_halaman_riwayat_tetap(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    _semua_jenis(pemeran["perencana"])
    banyak: list[tuple[int, int]] = []
    for ulang in (0, 40):
        for n in range(ulang):
            _isi(pemeran["perencana"], str(n), jalur="tempel")
            Anggaran.objects.create(tahun_kinerja=_tahun(), kode=f"9.{n}")
        client = sebagai("perencana")
        alamat = reverse("riwayat_triwulan", args=[SENDIRI, TAHUN, 3])
        with CaptureQueriesContext(connection) as halaman:
            client.get(f"{alamat}?tanggal={timezone.localdate()}")
        with CaptureQueriesContext(connection) as nilai:
            client.get(reverse("riwayat_nilai", args=[SENDIRI, TAHUN, 3, _indikator().pk]))
        banyak.append((len(halaman), len(nilai)))
    assert banyak[0] == banyak[1]
    assert banyak[0] <= (55, 45)


def test_tanpa_masuk_tidak_ada_riwayat(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.logout()
    assert client.get(reverse("riwayat_triwulan", args=[SENDIRI, TAHUN, 3])).status_code == 302


def test_orang_disebut_dengan_nama_lengkapnya_bukan_nama_masuknya(
    sebagai: _Sebagai, pemeran: dict[str, Pengguna]
) -> None:
    _isi(pemeran["perencana"], "70")
    halaman = sebagai("perencana").get(reverse("riwayat_triwulan", args=[SENDIRI, TAHUN, 3]))
    assert halaman.context["daftar_perubahan"][0].oleh == "Tuan perencana"
    assert ("perencana", "Tuan perencana") in halaman.context["saringan"].fields["orang"].choices
