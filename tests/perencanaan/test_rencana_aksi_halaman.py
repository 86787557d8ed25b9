"""The page of the Rencana Aksi: targets of four quarters, closed quarters, and whether they lead to the year's."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.models import KinerjaTriwulan
from lkjip.data import BukuKerja
from lkjip.halaman.rencana_aksi import daftar_peringatan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.selectors import load_data
from renstra.data import Akumulasi, JenisIndikator
from renstra.data import Indikator as DataIndikator
from renstra.models import Indikator, TahunKinerja
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, target, tw
from tests.pengisian.panggung import tutup
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN


def _pk() -> int:
    return Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1").pk


def _kirim(sebagai: _Sebagai, **isian: str) -> tuple[int, str]:
    pk = _pk()
    kiriman = {f"{kolom}-{pk}": nilai for kolom, nilai in isian.items()}
    jawaban = sebagai("perencana").post(reverse("simpan_rencana_aksi", args=[SENDIRI, TAHUN]), kiriman)
    return jawaban.status_code, jawaban.content.decode()


def _target() -> dict[int, object]:
    daftar = KinerjaTriwulan.objects.filter(tahun_kinerja__instansi__kode=SENDIRI, target__isnull=False)
    return {b.triwulan: b.target for b in daftar}


@pytest.mark.django_db
def test_target_empat_triwulan_tersimpan_dan_diperingatkan(sebagai: _Sebagai) -> None:
    status, isi = _kirim(sebagai, target_1="20", target_2="40", target_4="90")
    assert status == 200
    assert _target() == {1: 20, 2: 40, 4: 90}
    assert "sedangkan target 2024 adalah 100" in isi
    realisasi = KinerjaTriwulan.objects.get(tahun_kinerja__instansi__kode=SENDIRI, triwulan=4).realisasi
    assert realisasi == 80  # the quarter's own figures stay


@pytest.mark.django_db
def test_triwulan_yang_tertutup_terbaca_dengan_alasannya(sebagai: _Sebagai) -> None:
    tutup(triwulan=2)
    isi = sebagai("perencana").get(reverse("rencana_aksi", args=[SENDIRI, TAHUN])).content.decode()
    assert "Triwulan II 2024 sudah diajukan" in isi
    assert f'name="target_1-{_pk()}"' in isi
    assert f'name="target_2-{_pk()}"' not in isi
    _kirim(sebagai, target_2="50")
    assert _target() == {}


@pytest.mark.django_db
def test_triwulan_yang_ditutup_sementara_itu_menolak_semuanya(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Submitted after the page looked: the service still refuses, and nothing is half written."""
    tutup(triwulan=2)
    monkeypatch.setattr("lkjip.perencanaan.views.rencana_aksi._pintu", lambda ruang: dict.fromkeys((1, 2, 3, 4), BUKA))
    status, isi = _kirim(sebagai, target_1="10", target_2="50")
    assert status == 409
    assert "sudah diajukan" in isi
    assert _target() == {}


class _Terbuka:
    terbuka, alasan = True, ""


BUKA = _Terbuka()


def _peringatan(indikator: DataIndikator, *nilai: str | None, huruf: tuple[str, ...] = ()) -> list[str]:
    setahun = target("I1", None, predikat="A") if huruf else target("I1", "100")
    renstra = buat_renstra(indikator, daftar_target_tahunan=(setahun,))
    baris = tuple(
        tw("I1", n, target=None if t is None else D(t), predikat_target=huruf[n - 1] if huruf else "")
        for n, t in enumerate(nilai, 1)
    )
    ktx = Konteks(BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=baris))))
    return [p.kalimat for p in daftar_peringatan(ktx)]


@pytest.mark.parametrize(
    ("cara", "nilai", "cocok"),
    [
        (Akumulasi.AKHIR, ("1", "2", "3", "100"), True),
        (Akumulasi.AKHIR, ("1", "2", "3", "99"), False),
        (Akumulasi.JUMLAH, ("25", "25", "25", "25"), True),
        (Akumulasi.JUMLAH, ("25", "25", "25", "100"), False),
        (Akumulasi.RATA_RATA, ("100", None, "100", "100.1"), True),  # the mean is 100,03…, the target has no decimals
        (Akumulasi.RATA_RATA, ("90", "90", "90", "90"), False),
        (Akumulasi.MAKSIMUM, ("100", "50", "50", "50"), True),
        (Akumulasi.AKHIR, (None, None, None, None), True),
        (Akumulasi.AKHIR, ("50", None, None, None), False),
    ],
)
def test_peringatan_menurut_akumulasi(cara: Akumulasi, nilai: tuple[str | None, ...], cocok: bool) -> None:
    assert (not _peringatan(DataIndikator("I1", "S1", akumulasi=cara), *nilai)) is cocok


@pytest.mark.parametrize(("huruf", "cocok"), [(("B", "BB", "BB", "A"), True), (("B", "BB", "BB", "BB"), False)])
def test_peringatan_predikat(huruf: tuple[str, ...], cocok: bool) -> None:
    indikator = DataIndikator("I1", "S1", jenis=JenisIndikator.PREDIKAT)
    assert (not _peringatan(indikator, None, None, None, None, huruf=huruf)) is cocok


@pytest.mark.django_db
def test_target_terbaca_sama_oleh_pengukuran(sebagai: _Sebagai) -> None:
    _kirim(sebagai, target_4="160")
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI, tahun=TAHUN)
    ktx = Konteks(BukuKerja(load_data(tahun)))
    assert ktx.hitung("capaian", "I1", triwulan=4).angka == 50
