"""Terms of office and the names under the reports: what follows from a change, what is asked first, what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.dasar.isian import Isian
from lkjip.kelola.services_pejabat import PerluSetuju, hapus_pejabat, samakan_tahun, save_kepala_daerah, save_pejabat
from lkjip.laporan.models import IdentitasLaporan
from lkjip.perencanaan.services_identitas import simpan_identitas_tahun
from lkjip.riwayat.models import Riwayat
from renstra.data import StatusPejabat
from renstra.models import Instansi, Pejabat, TahunKinerja, UnitKerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

Pemeran = dict[str, Pengguna]
HARI = date(2025, 6, 1)
KOLOM = ("jabatan_kepala", "nama_kepala", "nip_kepala", "pangkat_kepala")


def _instansi() -> Instansi:
    return Instansi.objects.get(kode=SENDIRI)


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def _isi(nama: str = "Ani", mulai: str = "2024-01-01", sampai: str = "", **lain: object) -> dict[str, Any]:
    akhir = date.fromisoformat(sampai) if sampai else None
    dasar = {"status": StatusPejabat.DEFINITIF, "jabatan": "Kepala Dinas", "nip": "19800102 200501 1 003"}
    return dasar | {"nama": nama, "pangkat": "", "mulai": date.fromisoformat(mulai), "sampai": akhir} | lain


def _simpan(oleh: Pengguna, isi: dict[str, Any], **lain: Any) -> Pejabat:
    """As a user does who agrees to what is shown."""
    try:
        return save_pejabat(instansi=_instansi(), isi=isi, oleh=oleh, hari=HARI, **lain)
    except PerluSetuju as perlu:
        return save_pejabat(instansi=_instansi(), isi=isi, oleh=oleh, hari=HARI, setuju=perlu.sidik, **lain)


def _tanggal_laporan(hari: date) -> None:
    IdentitasLaporan.objects.filter(tahun_kinerja=_tahun()).update(tanggal_laporan=hari)


def test_tahun_dan_identitas_mengikuti_pejabat_setelah_disetujui(pemeran: Pemeran) -> None:
    oleh = pemeran["pengelola"]
    with pytest.raises(PerluSetuju) as perlu:
        save_pejabat(instansi=_instansi(), isi=_isi(), oleh=oleh, hari=HARI)
    assert [(a.tempat.tahun, a.tempat.hari) for a in perlu.value.daftar] == [(None, HARI), (TAHUN, date(2024, 12, 31))]
    assert not Pejabat.objects.exists()
    _simpan(oleh, _isi())
    harapan = ["Kepala Dinas", "Ani", "19800102 200501 1 003", ""]
    assert [getattr(_tahun(), k) for k in KOLOM] == harapan
    assert [getattr(_instansi(), k) for k in KOLOM] == harapan
    assert Pejabat.objects.get().nip == "198001022005011003"
    assert Riwayat.objects.filter(tabel="renstra_tahunkinerja", jalur="pejabat", oleh=oleh).exists()


def test_laporan_memakai_pejabat_pada_tanggalnya(pemeran: Pemeran) -> None:
    _tanggal_laporan(date(2025, 2, 28))
    _simpan(pemeran["perencana"], _isi("Ani", "2023-01-01", "2025-02-27"))
    assert _tahun().nama_kepala == ""
    _simpan(pemeran["perencana"], _isi("Budi", "2025-02-28", status=StatusPejabat.PLT))
    assert (_tahun().nama_kepala, _tahun().jabatan_kepala) == ("Budi", "Plt. Kepala Dinas")
    _tanggal_laporan(date(2025, 2, 1))
    assert samakan_tahun(instansi=_instansi(), tahun=TAHUN, oleh=pemeran["perencana"], hari=HARI)
    assert (_tahun().nama_kepala, _tahun().jabatan_kepala) == ("Ani", "Kepala Dinas")
    assert not samakan_tahun(instansi=_instansi(), tahun=TAHUN, oleh=pemeran["perencana"], hari=HARI)


def test_laporan_triwulan_memakai_akhir_triwulannya(pemeran: Pemeran) -> None:
    IdentitasLaporan.objects.filter(tahun_kinerja=_tahun()).update(jenis_laporan="triwulan", triwulan=1)
    _simpan(pemeran["perencana"], _isi("Ani", "2024-01-01", "2024-03-31"))
    _simpan(pemeran["perencana"], _isi("Budi", "2024-04-01"))
    assert _tahun().nama_kepala == "Ani"
    assert _instansi().nama_kepala == "Budi"


def test_yang_dibawa_impor_bertahan_sampai_disamakan(pemeran: Pemeran, sebagai: _Sebagai) -> None:
    _simpan(pemeran["pengelola"], _isi())
    impor_buku(buku=buku_uji(SENDIRI))
    assert _tahun().nama_kepala == ""
    # A term that does not concern this year's report leaves what the import brought.
    _simpan(pemeran["pengelola"], _isi("Cici", "2025-01-01", "2025-01-31", status=StatusPejabat.PLH))
    assert _tahun().nama_kepala == ""
    alamat = reverse("pejabat", args=[SENDIRI])
    assert "Samakan" in sebagai("pengelola").get(alamat).content.decode()
    assert "berbeda" in sebagai("kepala").get(alamat).content.decode()
    sebagai("perencana").post(reverse("samakan_pejabat", args=[SENDIRI]), {"tahun": TAHUN})
    assert _tahun().nama_kepala == "Ani"


def test_hapus_tidak_mengosongkan_tetapi_kembali_ke_pejabat_lain(pemeran: Pemeran) -> None:
    oleh = pemeran["pengelola"]
    _simpan(oleh, _isi())
    plh = _simpan(oleh, _isi("Budi", "2024-12-31", "2024-12-31", status=StatusPejabat.PLH))
    assert _tahun().jabatan_kepala == "Plh. Kepala Dinas"
    with pytest.raises(PerluSetuju) as perlu:
        hapus_pejabat(instansi=_instansi(), pk=plh.pk, oleh=oleh, hari=HARI)
    hapus_pejabat(instansi=_instansi(), pk=plh.pk, oleh=oleh, hari=HARI, setuju=perlu.value.sidik)
    assert _tahun().nama_kepala == "Ani"
    hapus_pejabat(instansi=_instansi(), pk=Pejabat.objects.get().pk, oleh=oleh, hari=HARI)
    assert _tahun().nama_kepala == "Ani"


@pytest.mark.parametrize(
    ("mulai", "sampai", "status", "boleh"),
    [
        ("2024-12-31", "", "definitif", False),
        ("2025-01-01", "", "definitif", True),
        ("2022-01-01", "2023-12-31", "definitif", True),
        ("2022-01-01", "2024-01-01", "definitif", False),
        ("2024-02-01", "2024-03-01", "plt", True),
        ("2024-02-01", "2024-03-01", "plh", True),
    ],
)
def test_dua_definitif_tidak_bertumpuk(pemeran: Pemeran, mulai: str, sampai: str, status: str, boleh: bool) -> None:
    oleh = pemeran["pengelola"]
    _simpan(oleh, _isi("Ani", "2024-01-01", "2024-12-31"))
    isi = _isi("Budi", mulai, sampai, status=status)
    if boleh:
        _simpan(oleh, isi)
    else:
        with pytest.raises(ValidationError, match="bertumpuk dengan Ani"):
            _simpan(oleh, isi)
    assert Pejabat.objects.count() == 1 + boleh


def test_kepala_dan_kepala_unit_jabatan_yang_berbeda(pemeran: Pemeran) -> None:
    unit = UnitKerja.objects.get(instansi=_instansi(), nama="Bidang A")
    _simpan(pemeran["pengelola"], _isi())
    _simpan(pemeran["pengelola"], _isi("Budi", jabatan="Kepala Bidang A"), unit=unit)
    assert _tahun().nama_kepala == "Ani"
    with pytest.raises(ValidationError, match="bertumpuk"):
        _simpan(pemeran["pengelola"], _isi("Cici", "2024-05-01"), unit=unit)


def test_pejabat_sebelumnya_diakhiri_sehari_sebelumnya(pemeran: Pemeran) -> None:
    _simpan(pemeran["pengelola"], _isi())
    _simpan(pemeran["pengelola"], _isi("Budi", "2025-03-01"), akhiri=True)
    assert Pejabat.objects.get(nama="Ani").sampai == date(2025, 2, 28)
    assert (_tahun().nama_kepala, _instansi().nama_kepala) == ("Ani", "Budi")


def test_masa_terbalik_dan_nama_kosong_ditolak(pemeran: Pemeran) -> None:
    for isi in (_isi(sampai="2023-12-31"), _isi(nama=""), _isi(nama="A\x00")):
        with pytest.raises(ValidationError):
            _simpan(pemeran["pengelola"], isi)


def test_kepala_daerah_tidak_mengubah_tahun(pemeran: Pemeran) -> None:
    pemda = _instansi().pemda
    assert pemda is not None
    save_kepala_daerah(pemda=pemda, isi=_isi("Dodi", jabatan="Bupati"), oleh=pemeran["pengelola"])
    with pytest.raises(ValidationError, match="bertumpuk"):
        save_kepala_daerah(pemda=pemda, isi=_isi("Edi", "2024-05-01"), oleh=pemeran["pengelola"])
    assert _tahun().nama_kepala == ""


FORM = {"status": "definitif", "jabatan": "Kepala Dinas", "nama": "Ani", "mulai": "2024-01-01"}


def test_halaman_bertanya_lalu_menyimpan_yang_disetujui_saja(sebagai: _Sebagai) -> None:
    alamat, client = reverse("pejabat_baru", args=[SENDIRI]), sebagai("perencana")
    tanya = client.post(alamat, FORM)
    assert tanya.status_code == 409
    assert f"LKjIP {TAHUN} (31 Desember {TAHUN}) akan ditandatangani" in tanya.content.decode()
    sidik = tanya.context["setuju"].sidik
    # Another name than was shown is asked about again.
    assert client.post(alamat, {**FORM, "nama": "Budi", "setuju": sidik}).status_code == 409
    assert not Pejabat.objects.exists()
    assert client.post(alamat, {**FORM, "setuju": sidik}).status_code == 302
    assert _tahun().nama_kepala == "Ani"


def test_nip_janggal_diperingatkan_tetapi_disimpan(sebagai: _Sebagai) -> None:
    unit = UnitKerja.objects.get(instansi=_instansi(), nama="Bidang A")
    alamat = f"{reverse('pejabat_baru', args=[SENDIRI])}?unit={unit.pk}"
    isi = sebagai("perencana").post(alamat, {**FORM, "nip": "123"}, follow=True).content.decode()
    assert "tidak terdiri dari 18 angka" in isi
    assert Pejabat.objects.get().unit == unit


@pytest.mark.parametrize("unit", ["0", "999999", "x", "9" * 30, "-1"])
def test_unit_yang_tidak_ada(sebagai: _Sebagai, unit: str) -> None:
    assert sebagai("perencana").get(f"{reverse('pejabat_baru', args=[SENDIRI])}?unit={unit}").status_code == 404


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"mulai": "31-31-2024"}, "Tanggal ini tidak dikenal"),
        ({"sampai": "2023-01-01"}, "berakhir sebelum dimulai"),
        ({"nama": ""}, "Isi nama pejabatnya"),
        ({"status": "raja"}, "pilihan"),
    ],
)
def test_isian_keliru_dijelaskan(sebagai: _Sebagai, isian: dict[str, str], pesan: str) -> None:
    jawaban = sebagai("perencana").post(reverse("pejabat_baru", args=[SENDIRI]), FORM | isian)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def _ubah_identitas(oleh: Pengguna, **isi: object) -> list[str]:
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI, tahun=TAHUN)
    laporan = IdentitasLaporan.objects.filter(tahun_kinerja=tahun).first()
    isian = [Isian(k, v, getattr(tahun if hasattr(tahun, k) else laporan, k, None)) for k, v in isi.items()]
    return simpan_identitas_tahun(tahun_kinerja=tahun, isian=isian, oleh=oleh)[0]


def test_laporan_memakai_pejabat_pada_tanggalnya_yang_baru(pemeran: Pemeran) -> None:
    oleh = pemeran["perencana"]
    _simpan(oleh, _isi("Ani", sampai="2024-12-31"))
    _simpan(oleh, _isi("Budi", mulai="2025-01-01"))
    assert _tahun().nama_kepala == "Ani"
    assert "nama_kepala" in _ubah_identitas(oleh, tanggal_laporan=date(2025, 2, 14))
    assert _tahun().nama_kepala == "Budi"
    _ubah_identitas(oleh, tanggal_laporan=date(2024, 12, 30), nama_kepala="Citra")
    assert _tahun().nama_kepala == "Citra"  # what was typed in the same save holds
    assert _ubah_identitas(oleh, singkatan="Dinas") == ["singkatan"]
    assert _tahun().nama_kepala == "Citra"
