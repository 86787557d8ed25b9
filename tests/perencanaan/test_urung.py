"""Taking back one event: rows added, changed, removed with all that hung on them; and when that is too late."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_baris import simpan_baris, susun_urutan, urutan_berikut
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku
from renstra.models import Indikator, Instansi, Sasaran, TahunKinerja
from tests.situs.pemeran import ASING, SENDIRI, TAHUN

pytestmark = pytest.mark.django_db


def _tahun(kode: str = SENDIRI) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=kode, tahun=TAHUN)


def _hapus_sasaran(oleh: Pengguna) -> str:
    """The sasaran with its indicator, targets and quarter."""
    tahun = _tahun()
    with mengubah(tahun, oleh=oleh, triwulan=True) as kejadian:
        Sasaran.objects.get(renstra=tahun.renstra, kode="S1").delete()
    return kejadian


def test_yang_dihapus_kembali_beserta_isinya(pemeran: dict[str, Pengguna]) -> None:
    semula = load_buku(_tahun())
    kejadian = _hapus_sasaran(pemeran["perencana"])
    assert not _tahun().renstra.daftar_indikator.exists()
    banyak = urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=pemeran["perencana"])
    assert banyak >= 4  # sasaran, indicator, target, quarter
    assert load_buku(_tahun()) == semula
    assert Riwayat.objects.filter(jalur="urungkan").exists()


def test_yang_ditambah_hilang_dan_yang_diubah_kembali(pemeran: dict[str, Pengguna]) -> None:
    semula = load_buku(_tahun())
    with mengubah(_tahun(), oleh=pemeran["perencana"]) as kejadian:
        renstra = _tahun().renstra
        nomor = urutan_berikut(Sasaran.objects.filter(renstra=renstra))
        baru = simpan_baris(Sasaran(renstra=renstra, kode="S9", urutan=nomor))
        indikator = Indikator.objects.get(renstra=renstra, kode="I1")
        indikator.sasaran, indikator.uraian = baru, "Indeks lain"
        simpan_baris(indikator)
    assert load_buku(_tahun()) != semula
    urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=pemeran["perencana"])
    assert load_buku(_tahun()) == semula


def test_tidak_diurungkan_bila_baris_sudah_ditulis_lagi(pemeran: dict[str, Pengguna]) -> None:
    with mengubah(_tahun(), oleh=pemeran["perencana"]) as kejadian:
        Indikator.objects.filter(kode="I1", renstra=_tahun().renstra).update(uraian="Satu")
    with mengubah(_tahun(), oleh=pemeran["pengelola"]):
        Indikator.objects.filter(kode="I1", renstra=_tahun().renstra).update(uraian="Dua")
    with pytest.raises(ValidationError, match="sudah diubah sesudahnya"):
        urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=pemeran["perencana"])
    assert Indikator.objects.get(kode="I1", renstra=_tahun().renstra).uraian == "Dua"


def test_baris_baru_yang_sudah_berisi_tidak_ikut_hilang(pemeran: dict[str, Pengguna]) -> None:
    renstra = _tahun().renstra
    with mengubah(_tahun(), oleh=pemeran["perencana"]) as kejadian:
        baru = simpan_baris(Sasaran(renstra=renstra, kode="S9", urutan=9))
    with mengubah(_tahun(), oleh=pemeran["perencana"]):
        simpan_baris(Indikator(renstra=renstra, sasaran=baru, kode="I9", urutan=9))
    with pytest.raises(ValidationError, match="isi baris itu"):
        urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=pemeran["perencana"])
    assert Indikator.objects.filter(kode="I9").exists()


def test_hanya_kejadian_sendiri_di_instansi_itu(pemeran: dict[str, Pengguna]) -> None:
    kejadian = _hapus_sasaran(pemeran["perencana"])
    asing = Instansi.objects.get(kode=ASING).pk
    for oleh, instansi in (("pengelola", _tahun().instansi_id), ("perencana", asing)):
        with pytest.raises(ValidationError, match="Tidak ada perubahan"):
            urungkan(kejadian=kejadian, instansi=instansi, oleh=pemeran[oleh])
    with pytest.raises(ValidationError, match="Tidak ada perubahan"):
        urungkan(kejadian="0" * 32, instansi=asing, oleh=pemeran["perencana"])


def test_alamat_urungkan_menurut_peran(client: Client, pemeran: dict[str, Pengguna]) -> None:
    kejadian = _hapus_sasaran(pemeran["perencana"])
    tujuan = reverse("urungkan", args=[_tahun().instansi_id, kejadian])
    assert client.post(tujuan).url.startswith(reverse("masuk"))  # type: ignore[attr-defined]
    for nama, status in (("kepala", 403), ("perencana_unit", 403), ("inspektorat", 403), ("tanpa_tugas", 404)):
        client.force_login(pemeran[nama])
        assert client.post(tujuan).status_code == status, nama
    client.force_login(pemeran["perencana"])
    assert client.get(tujuan).status_code == 405
    jawaban = client.post(tujuan, {"kembali": "https://jahat.example/"}, follow=True)
    assert jawaban.redirect_chain[0][0] == reverse("daftar_instansi")
    assert "kembali seperti semula" in jawaban.content.decode()
    assert client.post(tujuan, follow=True).status_code == 200  # a second click says why not


def test_susun_urutan_menukar_tempat_tanpa_menyentuh_baris_lain(pemeran: dict[str, Pengguna]) -> None:
    renstra = _tahun().renstra
    with mengubah(_tahun(), oleh=pemeran["perencana"]):
        daftar = [simpan_baris(Sasaran(renstra=renstra, kode=f"X{n}", urutan=n)) for n in (12, 14, 17)]
        assert susun_urutan(daftar, [daftar[2].pk, daftar[0].pk, daftar[1].pk]) == 3
        with pytest.raises(ValidationError, match="Urutan berubah"):
            susun_urutan(daftar, [daftar[0].pk])
    kode = Sasaran.objects.filter(renstra=renstra, kode__startswith="X").order_by("urutan")
    assert list(kode.values_list("kode", "urutan")) == [("X17", 12), ("X12", 14), ("X14", 17)]
