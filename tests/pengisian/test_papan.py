"""The status board: who has entered what, who is late, and more time for who needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kinerja.data_pengisian import AturanPengisian, Pengisian, StatusPengisian
from kinerja.models import PengisianTriwulan
from kinerja.pintu import harus_diajukan, sedang_berjalan, sudah_berakhir, tenggat
from kinerja.selectors_pengisian import hari_ini
from lkjip.data import BukuKerja
from lkjip.halaman.papan import TANPA_UNIT, Papan, papan
from lkjip.halaman.unit import unit_penanggung_jawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.riwayat.models import Riwayat
from renstra.data import Indikator
from renstra.data_unit import PetaUnit, Unit
from tests.pembuat import TAHUN, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI

PETA = PetaUnit((Unit(1, "Bidang A", ("Kabid A",)), Unit(2, "Bidang B")))


def _pengisian(triwulan: int, status: StatusPengisian = StatusPengisian.DRAF) -> Pengisian:
    return Pengisian(TAHUN, triwulan, status, tenggat(TAHUN, triwulan, AturanPengisian()))


def _papan(hari: date, *daftar: Pengisian) -> Papan:
    renstra = buat_renstra(
        Indikator("I1", "S1", penanggung_jawab="Kabid A", iku=True),
        Indikator("I2", "S1", penanggung_jawab="Bidang A; Bidang B"),
        Indikator("I3", "S1", penanggung_jawab="Entah"),
        daftar_target_tahunan=tuple(target(k, 100) for k in ("I1", "I2", "I3")),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 1, 80), tw("I2", 1, None, catatan="belum ada")))
    data = buat_data(
        kinerja,
        daftar_anggaran=(baris("1", pagu=100, unit="Bidang B"), baris("2", pagu=50)),
        daftar_realisasi_anggaran=(uang("1", 0, triwulan=1),),
    )
    pengisian = daftar or tuple(_pengisian(n) for n in (1, 2, 3, 4))
    return papan(
        Konteks(BukuKerja(data)),
        pengisian,
        unit_penanggung_jawab(data, PETA),
        banyak_bukti={(1, "I1"): 2, (2, "I2"): 1},
        pengguna_per_unit={1: ("Ani", "Budi")},
        hari=hari,
    )


def test_kartu_menghitung_yang_terisi() -> None:
    kartu = _papan(date(2024, 4, 10)).daftar_kartu
    satu = kartu[0].kemajuan
    assert [(h.ada, h.dari) for h in (satu.indikator, satu.iku, satu.bukti, satu.uang)] == [
        (2, 3),
        (1, 1),
        (1, 1),
        (1, 2),
    ]
    assert kartu[0].tenggat == "tenggat 15 April 2024, 5 hari lagi"
    assert kartu[1].kemajuan.bukti.dari == 0


def test_baris_unit_dan_yang_tanpa_unit() -> None:
    daftar = _papan(date(2024, 4, 10)).daftar_unit
    triwulan_satu = [(b.nama, b.daftar_sel[0].indikator, b.daftar_sel[0].uang) for b in daftar]
    assert [(nama, i.ada, i.dari, u.ada, u.dari) for nama, i, u in triwulan_satu] == [
        ("Bidang A", 2, 2, 0, 0),
        ("Bidang B", 1, 1, 1, 1),
        (TANPA_UNIT, 0, 1, 0, 1),
    ]
    assert daftar[0].daftar_pengguna == ("Ani", "Budi")


@pytest.mark.parametrize(
    ("hari", "status", "nama"),
    [
        (date(2024, 4, 15), StatusPengisian.DRAF, []),
        (date(2024, 4, 16), StatusPengisian.DRAF, [TANPA_UNIT]),
        (date(2024, 4, 16), StatusPengisian.DIAJUKAN, []),
        (date(2024, 7, 16), StatusPengisian.DIAJUKAN, ["Bidang A", "Bidang B", TANPA_UNIT]),
    ],
)
def test_terlambat_hanya_yang_belum_lengkap_setelah_tenggat(
    hari: date, status: StatusPengisian, nama: list[str]
) -> None:
    daftar = _papan(hari, _pengisian(1, status), *(_pengisian(n) for n in (2, 3, 4))).daftar_terlambat
    assert [b.nama for b in daftar] == nama


def test_tanpa_unit_terdaftar_tidak_ada_tabel_unit() -> None:
    data = buat_data()
    konteks = Konteks(BukuKerja(data))
    kosong = PetaUnit()
    hasil = papan(
        konteks,
        (_pengisian(1),),
        unit_penanggung_jawab(data, kosong),
        banyak_bukti={},
        pengguna_per_unit={},
        hari=date(2024, 4, 10),
    )
    assert hasil.daftar_unit == ()


@pytest.mark.parametrize(
    ("hari", "berakhir", "berjalan", "harus"),
    [
        (date(2023, 12, 31), False, False, False),
        (date(2024, 1, 1), False, True, False),
        (date(2024, 3, 30), False, True, False),
        (date(2024, 3, 31), True, False, True),
        (date(2026, 1, 1), True, False, True),
    ],
)
def test_triwulan_belum_mulai_berjalan_berakhir(hari: date, berakhir: bool, berjalan: bool, harus: bool) -> None:
    satu = _pengisian(1)
    assert (sudah_berakhir(satu, hari), sedang_berjalan(satu, hari), harus_diajukan(satu, hari)) == (
        berakhir,
        berjalan,
        harus,
    )
    assert not harus_diajukan(replace(satu, status=StatusPengisian.DIAJUKAN), hari)


def test_papan_menyebut_unit_dan_penggunanya(sebagai: _Sebagai) -> None:
    isi = sebagai("kepala").get(reverse("pengisian", args=[SENDIRI, TAHUN])).content.decode()
    assert "Tuan perencana_unit" in isi
    assert "0/1 indikator" in isi
    assert "1/1 indikator" in isi
    assert "Perpanjang tenggat" not in isi
    assert "Atur unit kerja" not in isi


def test_pengelola_memperpanjang_tenggat_dengan_alasan(sebagai: _Sebagai) -> None:
    client, besok = sebagai("pengelola"), hari_ini() + timedelta(days=1)
    alamat = reverse("perpanjang_tenggat", args=[SENDIRI, TAHUN, 4])
    assert client.post(alamat, {"tenggat": besok.isoformat(), "alasan": "Banjir"}).status_code == 302
    (pengisian,) = PengisianTriwulan.objects.filter(tenggat_khusus=besok)
    assert (pengisian.triwulan, pengisian.tahun_kinerja.instansi.kode) == (4, SENDIRI)
    assert Riwayat.objects.filter(tabel=PengisianTriwulan._meta.db_table).latest("id").alasan == "Banjir"
    assert "1 hari lagi" in client.get(reverse("pengisian", args=[SENDIRI, TAHUN])).content.decode()


@pytest.mark.parametrize(
    ("selisih", "alasan", "pesan"),
    [(-1, "Banjir", "sebelum hari ini"), (0, "", "Tulis alasan"), (None, "Banjir", "tidak dikenal")],
)
def test_perpanjangan_yang_tidak_masuk_akal_ditolak(
    sebagai: _Sebagai, selisih: int | None, alasan: str, pesan: str
) -> None:
    tenggat_baru = "kemarin" if selisih is None else (hari_ini() + timedelta(days=selisih)).isoformat()
    alamat = reverse("perpanjang_tenggat", args=[SENDIRI, TAHUN, 4])
    jawaban = sebagai("pengelola").post(alamat, {"tenggat": tenggat_baru, "alasan": alasan})
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()
    assert not PengisianTriwulan.objects.filter(tenggat_khusus__isnull=False).exists()


def test_triwulan_yang_sudah_diajukan_tidak_diperpanjang(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(reverse("ambil_langkah", args=[SENDIRI, TAHUN, 4, "ajukan"]))
    isi = {"tenggat": hari_ini().isoformat(), "alasan": "x"}
    jawaban = sebagai("pengelola").post(reverse("perpanjang_tenggat", args=[SENDIRI, TAHUN, 4]), isi)
    assert jawaban.status_code == 422
    assert not PengisianTriwulan.objects.filter(tenggat_khusus__isnull=False).exists()
