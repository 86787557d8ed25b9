"""Opening an evaluation and every step on its way, with all that is refused."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kinerja.data_evaluasi import LangkahEval, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, LangkahEvaluasi, TimEvaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import LangkahEvaluasiDitolak, terbitkan_lhe
from kinerja.services_tanggapan import save_tanggapan
from kinerja.services_tim_evaluasi import Tim, buka_banyak_evaluasi, save_tim, save_tugas
from lkjip.dasar.isian import Isian
from renstra.models import Penugasan
from tests.evaluasi.dunia_alur import (
    TUGAS,
    DuniaEvaluasi,
    buat_dunia,
    buka,
    catat,
    jawab_semua,
    langkah,
    lusa,
    sampai,
)

pytestmark = pytest.mark.django_db
T, L = TahapEvaluasi, LangkahEval


@pytest.fixture
def dunia(db: None) -> DuniaEvaluasi:
    return buat_dunia()


def test_seluruh_jalan_sampai_lhe_terbit_tercatat_dengan_pelakunya(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.TERBIT)
    assert (evaluasi.nilai_lhe, evaluasi.predikat_lhe) == (Decimal("90.00"), "A")
    jejak = list(LangkahEvaluasi.objects.values_list("langkah", "nama_oleh"))
    assert jejak[0] == ("ajukan", "Tuan anggota")
    assert jejak[3] == ("tanggapi", "Tuan perencana")
    assert len(jejak) == 8
    for siapa, apa in (("pengendali", L.BATALKAN), ("pengendali", L.KEMBALIKAN), ("ketua", L.AJUKAN)):
        with pytest.raises(LangkahEvaluasiDitolak, match="tidak ada pada tahap"):
            langkah(dunia, evaluasi, apa, siapa)


def test_belum_lengkap_tidak_dapat_diajukan_dan_disebut_yang_kurang(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    jawab_semua(evaluasi, kecuali=("1.b", "4.c"))
    with pytest.raises(LangkahEvaluasiDitolak, match=r"1\.b, 4\.c belum"):
        langkah(dunia, evaluasi, L.AJUKAN, "ketua")


@pytest.mark.parametrize(
    ("tahap", "apa", "bukan"),
    [
        (T.PENILAIAN, L.AJUKAN, ("luar", "perencana", "kepala")),
        (T.KETUA, L.SETUJUI, ("anggota", "pengendali", "luar", "kepala")),
        (T.PENGENDALI, L.SETUJUI, ("anggota", "ketua", "perencana")),
        (T.TANGGAPAN, L.TANGGAPI, ("anggota", "ketua", "pengendali", "luar")),
        (T.PENGENDALI_AKHIR, L.KEMBALIKAN, ("ketua", "anggota", "kepala")),
    ],
)
def test_langkah_hanya_oleh_perannya(
    dunia: DuniaEvaluasi, tahap: TahapEvaluasi, apa: LangkahEval, bukan: tuple[str, ...]
) -> None:
    evaluasi = sampai(dunia, tahap)
    for siapa in bukan:
        with pytest.raises(PermissionDenied):
            langkah(dunia, evaluasi, apa, siapa)
    assert Evaluasi.objects.get(pk=evaluasi.pk).tahap == tahap


def test_langkah_dari_halaman_yang_usang_ditolak(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.PENGENDALI)
    with pytest.raises(LangkahEvaluasiDitolak, match="sudah berpindah"):
        langkah(dunia, evaluasi, L.SETUJUI, "ketua", dari=T.KETUA)


def test_mengembalikan_dan_membatalkan_perlu_alasan(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.KETUA)
    for apa, siapa in ((L.KEMBALIKAN, "ketua"), (L.BATALKAN, "pengendali")):
        with pytest.raises(LangkahEvaluasiDitolak, match="alasannya"):
            langkah(dunia, evaluasi, apa, siapa, catatan="  ")
    langkah(dunia, evaluasi, L.KEMBALIKAN, "ketua", catatan="Periksa 1.a")
    assert Evaluasi.objects.get(pk=evaluasi.pk).tahap == T.PENILAIAN


def test_evaluasi_yang_dibatalkan_memberi_tempat_bagi_yang_baru(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    with pytest.raises(ValidationError, match="sudah ada"):
        buka(dunia)
    langkah(dunia, evaluasi, L.BATALKAN, "pengendali", catatan="Salah tim")
    assert buka(dunia).pk != evaluasi.pk


def test_hak_menanggapi_tidak_dapat_dipotong(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.TANGGAPAN)
    assert evaluasi.batas_tanggapan == hari_ini() + timedelta(days=7)
    with pytest.raises(LangkahEvaluasiDitolak, match="masih dapat menanggapi"):
        langkah(dunia, evaluasi, L.TUTUP, "ketua")
    with pytest.raises(ValidationError, match="diperpanjang"):
        save_tugas(pk=evaluasi.pk, tugas=TUGAS, batas_tanggapan=lusa(), oleh=dunia["ketua"])
    langkah(dunia, evaluasi, L.TUTUP, "ketua", hari=hari_ini() + timedelta(days=8))


def test_tanggapan_disimpan_lalu_dikirim_dan_tidak_berubah_lagi(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    catatan = catat(evaluasi)
    jawab_semua(evaluasi)
    for apa, siapa in ((L.AJUKAN, "anggota"), (L.SETUJUI, "ketua"), (L.SETUJUI, "pengendali")):
        langkah(dunia, evaluasi, apa, siapa)
    isian = {catatan.pk: Isian("tanggapan", "Sudah dipantau", "")}
    with pytest.raises(PermissionDenied):
        save_tanggapan(pk=evaluasi.pk, isian=isian, oleh=dunia["ketua"])
    assert save_tanggapan(pk=evaluasi.pk, isian=isian, oleh=dunia["perencana"]) == 1
    with pytest.raises(ValidationError, match="sudah diubah"):
        save_tanggapan(pk=evaluasi.pk, isian={catatan.pk: Isian("tanggapan", "Lain", "")}, oleh=dunia["kepala"])
    langkah(dunia, evaluasi, L.TANGGAPI, "kepala", catatan="")
    with pytest.raises(ValidationError, match="sudah dikirim"):
        save_tanggapan(pk=evaluasi.pk, isian=isian, oleh=dunia["perencana"])
    with pytest.raises(LangkahEvaluasiDitolak, match="belum dibahas"):
        langkah(dunia, evaluasi, L.AJUKAN, "anggota")
    CatatanEvaluasi.objects.filter(pk=catatan.pk).update(sikap="diterima")
    langkah(dunia, evaluasi, L.AJUKAN, "anggota")


def test_lhe_terbit_hanya_dari_yang_disetujui_dengan_nomor_dan_tanggal_sah(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.DISETUJUI)
    isi = {"evaluasi": evaluasi, "oleh": dunia["pengendali"]}
    for nomor, tanggal, sebab in (
        ("", hari_ini(), "nomor"),
        ("1", lusa(), "belum tiba"),
        ("1", hari_ini().replace(year=2020, day=1), "mendahului"),
    ):
        with pytest.raises(LangkahEvaluasiDitolak, match=sebab):
            terbitkan_lhe(nomor=nomor, tanggal=tanggal, **isi)  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        terbitkan_lhe(evaluasi=evaluasi, nomor="1", tanggal=hari_ini(), oleh=dunia["kepala"])
    with pytest.raises(LangkahEvaluasiDitolak, match="dengan nomor"):
        langkah(dunia, evaluasi, L.TERBITKAN, "ketua")
    terbitkan_lhe(nomor="1", tanggal=hari_ini(), **isi)  # type: ignore[arg-type]
    with pytest.raises(LangkahEvaluasiDitolak, match="sudah berpindah"):
        terbitkan_lhe(nomor="2", tanggal=hari_ini(), **isi)  # type: ignore[arg-type]


def test_pembukaan_menolak_yang_tidak_dapat_dievaluasi(dunia: DuniaEvaluasi) -> None:
    ketua, pengendali, perencana = (dunia[n].pk for n in ("ketua", "pengendali", "perencana"))
    for bukaan, oleh, galat, sebab in (
        (dunia.bukaan(), "perencana", PermissionDenied, None),
        (dunia.bukaan(tahun=2023), "luar", ValidationError, "belum dibuka"),
        (dunia.bukaan(skema="permenpan12_2015"), "luar", ValidationError, "tidak memuat pertanyaan"),
        (dunia.bukaan(tim=Tim(ketua, ketua)), "luar", ValidationError, "berbeda"),
        (dunia.bukaan(tim=Tim(ketua, perencana)), "luar", ValidationError, "bertugas di inspektorat"),
        (dunia.bukaan(tim=Tim(ketua, pengendali, (perencana,))), "luar", ValidationError, "bertugas"),
    ):
        with pytest.raises(galat, match=sebab):
            buka_banyak_evaluasi(
                pemda=dunia.pemda, daftar_instansi=[dunia.instansi.pk], bukaan=bukaan, oleh=dunia[oleh]
            )
    assert not Evaluasi.objects.exists()


def test_tim_diubah_pemimpinnya_juga_bertukar_peran(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    tukar = Tim(dunia["pengendali"].pk, dunia["ketua"].pk, (dunia["luar"].pk,))
    for siapa in ("anggota", "luar", "perencana"):
        with pytest.raises(PermissionDenied):
            save_tim(pk=evaluasi.pk, tim=tukar, oleh=dunia[siapa])
    save_tim(pk=evaluasi.pk, tim=tukar, oleh=dunia["ketua"])
    tim = dict(TimEvaluasi.objects.values_list("pengguna", "peran"))
    assert tim == {pk: peran.value for pk, peran in tukar.peran_per_pengguna.items()}


def test_ketua_yang_menjadikan_dirinya_pengendali_tidak_menyetujui_dua_kali(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.PENGENDALI)
    tukar = Tim(dunia["luar"].pk, dunia["ketua"].pk, (dunia["anggota"].pk,))
    save_tim(pk=evaluasi.pk, tim=tukar, oleh=dunia["ketua"])
    with pytest.raises(LangkahEvaluasiDitolak, match="sudah menyetujuinya sebagai ketua"):
        langkah(dunia, evaluasi, L.SETUJUI, "ketua")
    langkah(dunia, evaluasi, L.KEMBALIKAN, "ketua")
    assert Evaluasi.objects.get().tahap == T.PENILAIAN


def test_orang_instansi_tidak_mengevaluasi_dan_anggota_tim_tidak_menanggapi(dunia: DuniaEvaluasi) -> None:
    """Also who was given a role at the agency after the team was named."""
    evaluasi = sampai(dunia, T.TANGGAPAN)
    Penugasan.objects.create(pengguna=dunia["anggota"], peran="perencana", instansi=dunia.instansi)
    with pytest.raises(PermissionDenied):
        langkah(dunia, evaluasi, L.TANGGAPI, "anggota")
    with pytest.raises(PermissionDenied):
        save_tanggapan(pk=evaluasi.pk, isian={}, oleh=dunia["anggota"])
    with pytest.raises(ValidationError, match="tidak dapat ikut mengevaluasinya"):
        save_tim(pk=evaluasi.pk, tim=dunia.tim, oleh=dunia["ketua"])
    with pytest.raises(ValidationError, match="tidak dapat ikut mengevaluasinya"):
        buka_banyak_evaluasi(
            pemda=dunia.pemda, daftar_instansi=[dunia.instansi.pk], bukaan=dunia.bukaan(), oleh=dunia["luar"]
        )


def test_tim_tanpa_pemimpin_yang_bertugas_dapat_disusun_ulang(dunia: DuniaEvaluasi) -> None:
    evaluasi = buka(dunia)
    Penugasan.objects.filter(pengguna__in=[dunia["ketua"], dunia["pengendali"]]).delete()
    save_tim(pk=evaluasi.pk, tim=Tim(dunia["luar"].pk, dunia["anggota"].pk), oleh=dunia["luar"])
    assert TimEvaluasi.objects.filter(pengguna=dunia["luar"], peran="ketua").exists()
