"""Writing the sheet: stage, role and scheme refuse; two evaluators lose nothing; undoing; sending."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kinerja.data_evaluasi import Penilai, SikapUsul, TahapEvaluasi, TingkatIsian
from kinerja.data_lembar_evaluasi import IsianBukti
from kinerja.models import BuktiEvaluasi, Evaluasi, JawabanEvaluasi
from kinerja.services_lembar_evaluasi import (
    HasilJawaban,
    LembarTertutup,
    hapus_bukti,
    kirim_mandiri,
    tambah_bukti,
    urungkan_lembar,
)
from lkjip.akun.models import Pengguna
from tests.evaluasi.dunia_lembar import buka, data, isian, jawab_semua, simpan, tutup
from tests.pengisian.serentak import basis_data_berkas, serentak

KUNCI = ("1.a", 0)
Pemeran = dict[str, Pengguna]


def _jawaban(evaluasi: Evaluasi, penilai: Penilai = Penilai.EVALUATOR) -> JawabanEvaluasi:
    return JawabanEvaluasi.objects.get(evaluasi=evaluasi, penilai=penilai, subkomponen="1.a", kriteria=0)


def test_jawaban_tersimpan_dengan_siapa_dan_sikap_atas_usulan(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    hasil = simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "B", usul="B"))
    assert hasil.tersimpan == {KUNCI}
    assert hasil.kejadian
    satu = _jawaban(evaluasi)
    assert (satu.jawaban, satu.usul, satu.sikap_usul, satu.oleh) == (
        "B", "B", SikapUsul.DITERIMA, pemeran["inspektorat"]
    )  # fmt: skip
    assert simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "B", dasar="B")).kejadian == ""


def test_menolak_usulan_perlu_catatan(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    hasil = simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "C", usul="B"), isian(("1.b", 0), "A"))
    assert "mengapa" in hasil.galat[KUNCI]
    assert hasil.tersimpan == {("1.b", 0)}
    assert simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "C", usul="B", catatan="Belum semua.")).galat == {}
    assert _jawaban(evaluasi).sikap_usul == SikapUsul.DITOLAK


def test_pertanyaan_dan_jawaban_di_luar_skema_ditolak(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    hasil = simpan(
        evaluasi, pemeran["inspektorat"], isian(("9.z", 0), "A"), isian(("1.a", 1), "A"), isian(("1.b", 0), "Z")
    )
    assert set(hasil.galat) == {("9.z", 0), ("1.a", 1), ("1.b", 0)}
    assert not JawabanEvaluasi.objects.exists()


def test_dua_evaluator_keduanya_terlihat_dan_tak_ada_yang_hilang(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "B", catatan="Alasan satu"))
    hasil = simpan(evaluasi, pemeran["rekan"], isian(KUNCI, "C", catatan="Alasan dua"))
    beda = hasil.bentrok[KUNCI]
    assert (beda.jawaban, beda.catatan, beda.oleh) == ("B", "Alasan satu", "Tuan inspektorat")
    assert _jawaban(evaluasi).jawaban == "B"
    # A note about an answer that is another one by now is in conflict, too.
    assert simpan(evaluasi, pemeran["rekan"], isian(KUNCI, "", catatan="Setuju")).bentrok.keys() == {KUNCI}


def test_halaman_penuh_tidak_menyentuh_jawaban_yang_tidak_diubah(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "B"))
    hasil = simpan(evaluasi, pemeran["rekan"], isian(KUNCI, ""), isian(("1.b", 0), "A"))
    assert not hasil.bentrok
    assert _jawaban(evaluasi).jawaban == "B"


@pytest.mark.django_db(transaction=True)
def test_serentak_satu_tersimpan_yang_lain_diberi_tahu(pemeran: Pemeran, tmp_path: Path) -> None:
    evaluasi = buka(pemeran)
    with basis_data_berkas(tmp_path / "serentak.sqlite3"):
        pasangan = (("inspektorat", "A"), ("rekan", "C"))
        hasil = serentak([partial(simpan, evaluasi, pemeran[n], isian(KUNCI, j)) for n, j in pasangan])
        assert all(isinstance(h, HasilJawaban) for h in hasil), hasil
        assert sorted(len(h.bentrok) for h in hasil) == [0, 1]
        assert JawabanEvaluasi.objects.count() == 1


@pytest.mark.parametrize("nama", ["luar", "perencana", "kepala", "admin"])
def test_hanya_tim_yang_menjawab(pemeran: Pemeran, nama: str) -> None:
    evaluasi = buka(pemeran)
    with pytest.raises(PermissionDenied):
        simpan(evaluasi, pemeran[nama], isian(KUNCI, "A"))


def test_di_luar_tahap_penilaian_dan_pembahasan_tertutup(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    tutup(evaluasi)
    with pytest.raises(LembarTertutup, match="tahap penilaian"):
        simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "A"))
    with pytest.raises(LembarTertutup):
        simpan(evaluasi, pemeran["perencana"], isian(KUNCI, "A"), penilai=Penilai.MANDIRI)
    tutup(evaluasi, TahapEvaluasi.PEMBAHASAN)
    assert simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "A")).tersimpan


def test_urungkan_mengembalikan_perubahan_sendiri_saja(pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "B"))
    kejadian = simpan(evaluasi, pemeran["inspektorat"], isian(KUNCI, "C", dasar="B")).kejadian
    sandaran = {"evaluasi": evaluasi.pk, "penilai": Penilai.EVALUATOR, "kejadian": kejadian}
    with pytest.raises(ValidationError, match="Tidak ada perubahan"):
        urungkan_lembar(**sandaran, oleh=pemeran["rekan"])  # type: ignore[arg-type]
    assert urungkan_lembar(**sandaran, oleh=pemeran["inspektorat"]) == KUNCI  # type: ignore[arg-type]
    assert _jawaban(evaluasi).jawaban == "B"
    with pytest.raises(ValidationError, match="sudah diubah sesudahnya"):
        urungkan_lembar(**sandaran, oleh=pemeran["inspektorat"])  # type: ignore[arg-type]


def test_bukti_ditambah_dihapus_dan_diurungkan(pemeran: Pemeran) -> None:
    evaluasi, oleh, sisi = buka(pemeran), pemeran["inspektorat"], Penilai.EVALUATOR
    isi = {"evaluasi": evaluasi.pk, "penilai": sisi, "data": data(evaluasi), "kunci": KUNCI, "oleh": oleh}
    tambah_bukti(**isi, isian=IsianBukti("Renstra", "https://contoh.id/renstra.pdf", halaman=12))  # type: ignore[arg-type]
    for salah in (IsianBukti(" "), IsianBukti("Renstra", "javascript:1")):
        with pytest.raises(ValidationError):
            tambah_bukti(**isi, isian=salah)  # type: ignore[arg-type]
    bukti = BuktiEvaluasi.objects.get()
    kunci, kejadian = hapus_bukti(evaluasi=evaluasi.pk, penilai=sisi, pk=bukti.pk, oleh=oleh)
    assert kunci == KUNCI
    assert urungkan_lembar(evaluasi=evaluasi.pk, penilai=sisi, kejadian=kejadian, oleh=oleh) == KUNCI
    assert BuktiEvaluasi.objects.get().halaman == 12
    with pytest.raises(BuktiEvaluasi.DoesNotExist):
        hapus_bukti(evaluasi=evaluasi.pk, penilai=Penilai.MANDIRI, pk=bukti.pk, oleh=pemeran["perencana"])


def test_penilaian_mandiri_dikirim_sekali_setelah_lengkap(pemeran: Pemeran) -> None:
    evaluasi, perencana = buka(pemeran, TingkatIsian.KRITERIA), pemeran["perencana"]
    with pytest.raises(PermissionDenied):
        simpan(evaluasi, pemeran["perencana_unit"], isian(("1.a", 1), "A"), penilai=Penilai.MANDIRI)
    simpan(evaluasi, perencana, isian(("1.a", 1), "A", usul="B"), penilai=Penilai.MANDIRI)
    assert JawabanEvaluasi.objects.get().usul == ""  # an answer is proposed to evaluators only
    with pytest.raises(ValidationError, match="79 pertanyaan belum dijawab"):
        kirim_mandiri(evaluasi=evaluasi.pk, oleh=perencana)
    JawabanEvaluasi.objects.all().delete()
    jawab_semua(evaluasi, Penilai.MANDIRI)
    assert kirim_mandiri(evaluasi=evaluasi.pk, oleh=perencana).mandiri_oleh == perencana
    with pytest.raises(LembarTertutup, match="sudah dikirim"):
        simpan(evaluasi, perencana, isian(("1.a", 1), "A", dasar="B"), penilai=Penilai.MANDIRI)
    with pytest.raises(LembarTertutup):
        kirim_mandiri(evaluasi=evaluasi.pk, oleh=perencana)
