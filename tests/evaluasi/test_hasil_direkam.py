"""Results of other LHE recorded, corrected and removed; a paste is stored as a whole or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from kinerja.besaran_evaluasi import nilai_evaluasi
from kinerja.models import Evaluasi, NilaiKomponenEvaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.services_hasil import HasilLhe, hapus_rekaman, rekam_hasil
from tests.evaluasi.dunia_alur import DuniaEvaluasi, buat_dunia, buka

pytestmark = pytest.mark.django_db
D = Decimal
NILAI = {1: D("24.60"), 2: D("21.45"), 3: D("10.20"), 4: D("18.75")}
HASIL = HasilLhe(2022, "permenpan88_2021", NILAI, D("75.00"), "BB", "700/5")


@pytest.fixture
def dunia(db: None) -> DuniaEvaluasi:
    return buat_dunia()


def test_hasil_direkam_seperti_tercetak_dan_dapat_diperbaiki_juga_skemanya(dunia: DuniaEvaluasi) -> None:
    rekam = {"instansi": dunia.instansi, "oleh": dunia["luar"]}
    baris = rekam_hasil(hasil=HASIL, **rekam)  # type: ignore[arg-type]
    assert nilai_evaluasi(load_evaluasi([baris])[baris.pk]).angka == D("75.00")
    lama = HasilLhe(2022, "permenpan12_2015", {n: D(n) for n in range(1, 6)}, D(15), "D")
    rekam_hasil(hasil=lama, pk=baris.pk, **rekam)  # type: ignore[arg-type]
    assert NilaiKomponenEvaluasi.objects.count() == 5
    with pytest.raises(ValidationError, match="sudah direkam"):
        rekam_hasil(hasil=HASIL, **rekam)  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        hapus_rekaman(pk=baris.pk, oleh=dunia["kepala"])
    hapus_rekaman(pk=baris.pk, oleh=dunia["luar"])
    assert not Evaluasi.objects.exists()
    with pytest.raises(ValidationError, match="sudah dihapus orang lain"):
        hapus_rekaman(pk=baris.pk, oleh=dunia["luar"])


def test_nilai_di_atas_bobot_ditolak_di_kolomnya(dunia: DuniaEvaluasi) -> None:
    lebih = HasilLhe(2022, "permenpan88_2021", {**NILAI, 3: D("15.01")})
    with pytest.raises(ValidationError) as galat:
        rekam_hasil(instansi=dunia.instansi, hasil=lebih, oleh=dunia["luar"])
    assert galat.value.message_dict == {
        "nilai_3": ["Nilai Pelaporan Kinerja 15,01 melebihi bobotnya, 15 (PermenPANRB 88/2021)."]
    }
    with pytest.raises(PermissionDenied):
        rekam_hasil(instansi=dunia.instansi, hasil=HASIL, oleh=dunia["perencana"])


def test_evaluasi_yang_dikerjakan_tidak_ditimpa_rekaman(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    for pk in (None, evaluasi.pk):
        with pytest.raises(ValidationError):
            rekam_hasil(instansi=dunia.instansi, hasil=HasilLhe(2024, HASIL.skema, NILAI), oleh=dunia["luar"], pk=pk)
    with pytest.raises(PermissionDenied):
        hapus_rekaman(pk=evaluasi.pk, oleh=dunia["ketua"])


def test_formulir_memeriksa_dulu_lalu_menyimpan_dan_menyebut_cetakan_yang_salah(
    client: Client, dunia: DuniaEvaluasi
) -> None:
    client.force_login(dunia["luar"])
    isi = {"instansi": dunia.instansi.pk, "tahun": 2022, "nilai_lhe": "75,10", "predikat_lhe": "BB"}
    isi |= {f"nilai_{n}": str(v).replace(".", ",") for n, v in NILAI.items()}
    alamat = reverse("rekam_hasil") + "?skema=permenpan88_2021"
    salah = "menyatakan nilai 75,10, padahal komponennya berjumlah 75,00"
    assert salah in client.post(alamat, isi | {"aksi": "periksa"}).content.decode()
    assert not Evaluasi.objects.exists()
    jawaban = client.post(alamat, isi, follow=True)
    assert salah in jawaban.content.decode()
    ditolak = client.post(alamat, isi | {"nilai_1": "31", "tahun": 2021})
    assert ditolak.status_code == 422
    assert "31 melebihi bobotnya, 30" in ditolak.content.decode()
    baris = Evaluasi.objects.get()
    client.post(reverse("ubah_rekaman", args=[baris.pk]), isi | {"nilai_lhe": "75"})
    baris.refresh_from_db()
    assert baris.nilai_lhe == D(75)
    client.post(reverse("hapus_rekaman", args=[baris.pk]))
    assert not Evaluasi.objects.exists()


def test_tempelan_disimpan_seluruhnya_atau_tidak_sama_sekali(client: Client, dunia: DuniaEvaluasi) -> None:
    client.force_login(dunia["luar"])
    alamat = reverse("tempel_hasil") + "?skema=permenpan88_2021"
    kode = dunia.instansi.kode
    baik = f"{kode}\t2021\t24\t21\t10\t18\t73\tBB\n{kode}\t2022\t25\t21\t10\t18\t74\tBB"
    salah = client.post(alamat, {"teks": baik + f"\n{kode}\t2023\t99", "aksi": "simpan"})
    assert salah.status_code == 422
    assert not Evaluasi.objects.exists()
    assert "siap direkam" in client.post(alamat, {"teks": baik, "aksi": "periksa"}).content.decode()
    client.post(alamat, {"teks": baik, "aksi": "simpan"})
    assert list(Evaluasi.objects.order_by("tahun").values_list("tahun", "asal")) == [
        (2021, "direkam"),
        (2022, "direkam"),
    ]
