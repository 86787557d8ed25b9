"""Addresses of the evaluation outside an agency-year: every role; and what an agency can read of an evaluation."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.models import Evaluasi, RekomendasiEvaluasi
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi
from tests.evaluasi.alamat_alur import DI_LUAR_TAHUN, evaluasi_tanggapan
from tests.evaluasi.dunia_alur import DuniaEvaluasi, buat_orang, catat, jawab_semua, sampai
from tests.situs.conftest import pemeran
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.situs.test_akses import SEMUA

__all__ = ["pemeran"]
T = TahapEvaluasi
PER_EVALUASI = ("evaluasi", "terbitkan_evaluasi", "tim_evaluasi", "tugas_evaluasi", "ubah_rekaman")
MEJA = ("meja_evaluasi", "buka_evaluasi", "rekam_hasil", "tempel_hasil")
Pemeran = dict[str, Pengguna]


def test_meja_dan_halaman_evaluasi_hanya_bagi_inspektorat(client: Client, pemeran: Pemeran) -> None:
    evaluasi = evaluasi_tanggapan(SENDIRI)
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        apip = nama == "inspektorat"
        for alamat in MEJA:
            assert client.get(reverse(alamat)).status_code == (200 if apip else 403), (nama, alamat)
        for alamat in PER_EVALUASI:
            didapat = client.get(reverse(alamat, args=[evaluasi.pk])).status_code
            # In no team, and not a recorded result; where nobody leads, anybody of the APIP names a team.
            boleh = 200 if alamat in {"evaluasi", "tim_evaluasi"} else 403
            assert didapat == (boleh if apip else 404), (nama, alamat)
        for alamat, lain in (("langkah_evaluasi", ["batalkan"]), ("hapus_rekaman", [])):
            tujuan = reverse(alamat, args=[evaluasi.pk, *lain])
            isi = {"dari": "tanggapan", "catatan": "x"}
            assert client.post(tujuan, isi).status_code == (403 if apip else 404), (nama, alamat)
    assert {*MEJA, *PER_EVALUASI, "langkah_evaluasi", "hapus_rekaman", "pengaturan_evaluasi"} == DI_LUAR_TAHUN


def test_tanpa_masuk_diantar_ke_halaman_masuk(client: Client, pemeran: Pemeran) -> None:
    evaluasi = evaluasi_tanggapan(SENDIRI)
    daftar = [reverse(a) for a in MEJA] + [reverse(a, args=[evaluasi.pk]) for a in PER_EVALUASI]
    assert {client.get(alamat).status_code for alamat in daftar} == {302}


def test_pengaturan_menurut_peran_dan_bagiannya(client: Client, pemeran: Pemeran) -> None:
    alamat = reverse("pengaturan_evaluasi", args=[Instansi.objects.get(kode=SENDIRI).pemda_id])
    pengatur = {"pengelola", "admin"}
    aturan = {"bagian": "aturan", "aturan-tingkat": "kriteria", "aturan-hari_tanggapan": "5"}
    apip = {"bagian": "apip", "apip-nama_apip": "Inspektorat A", "apip-jabatan_pimpinan": "Inspektur"}
    tak_melihat = {"bekas_perencana", "tanpa_tugas"}
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        boleh = 200 if nama in pengatur | {"inspektorat"} else 404 if nama in tak_melihat else 403
        assert client.get(alamat).status_code == boleh, nama
        sesudah = {200: 302}.get(boleh, boleh)
        assert client.post(alamat, apip).status_code == sesudah, nama
        assert client.post(alamat, aturan).status_code == (403 if nama == "inspektorat" else sesudah), nama
    client.force_login(pemeran["pengelola"])
    assert client.post(alamat, aturan | {"aturan-tingkat": "komponen"}).status_code == 422
    assert client.post(alamat, aturan | {"aturan-hari_tanggapan": "91"}).status_code == 422


@pytest.fixture
def dunia(pemeran: Pemeran) -> DuniaEvaluasi:
    instansi = Instansi.objects.select_related("pemda").get(kode=SENDIRI)
    assert instansi.pemda is not None
    return DuniaEvaluasi(instansi, instansi.pemda, buat_orang(instansi))


HALAMAN_INSTANSI = ("evaluasi_instansi", "sakip", "ringkasan_tahun")
RAHASIA = ("90,00", "Catatan rahasia penilai", "<strong>A</strong>")


def _baca(client: Client, pengguna: Pengguna) -> str:
    client.force_login(pengguna)
    isi = [client.get(reverse(a, args=[SENDIRI, TAHUN])).content.decode() for a in HALAMAN_INSTANSI]
    return "".join([*isi, client.get(reverse("beranda")).content.decode()])


@pytest.mark.parametrize("tahap", [T.PENILAIAN, T.TANGGAPAN, T.PEMBAHASAN, T.DISETUJUI])
def test_instansi_tidak_membaca_nilai_sebelum_lhe_terbit(
    client: Client, dunia: DuniaEvaluasi, pemeran: Pemeran, tahap: TahapEvaluasi
) -> None:
    evaluasi = sampai(dunia, tahap)
    if tahap is not T.DISETUJUI:
        catat(evaluasi, "Temuan untuk diuji")
        with konteks_riwayat(jalur="uji"):
            RekomendasiEvaluasi.objects.create(
                evaluasi=evaluasi, komponen=1, rekomendasi="Rekomendasi untuk diuji", keadaan="belum"
            )
    for nama in ("perencana", "kepala", "verifikator", "pengelola", "admin"):
        isi = _baca(client, pemeran[nama])
        assert not any(kata in isi for kata in RAHASIA), nama
        for kata in ("Temuan untuk diuji", "Rekomendasi untuk diuji"):
            assert (kata in isi) == (tahap is T.TANGGAPAN), (nama, kata)
    assert ("Tanggapi" in _baca(client, pemeran["perencana"])) == (tahap is T.TANGGAPAN)


def test_setelah_lhe_terbit_instansi_membaca_semuanya(client: Client, dunia: DuniaEvaluasi, pemeran: Pemeran) -> None:
    sampai(dunia, T.TERBIT)
    isi = _baca(client, pemeran["perencana"])
    assert all(kata in isi for kata in (*RAHASIA, "700/9/LHE"))


def test_tanggapan_lewat_halaman_disimpan_lalu_dikirim(client: Client, dunia: DuniaEvaluasi, pemeran: Pemeran) -> None:
    evaluasi = sampai(dunia, T.TANGGAPAN)
    catatan = catat(evaluasi)
    client.force_login(pemeran["perencana"])
    simpan, kirim = (reverse(a, args=[SENDIRI, TAHUN]) for a in ("simpan_tanggapan", "kirim_tanggapan"))
    nama = f"tanggapan-{catatan.pk}"
    assert client.post(simpan, {nama: "Sudah\nkami pantau", f"dasar-{catatan.pk}": ""}).status_code == 302
    bentrok = client.post(simpan, {nama: "Ketikan lain", f"dasar-{catatan.pk}": ""})
    assert bentrok.status_code == 422
    assert "Ketikan lain" in bentrok.content.decode()
    terakhir = {nama: "Sudah kami pantau tiap triwulan", f"dasar-{catatan.pk}": "Sudah\nkami pantau"}
    assert client.post(kirim, {"catatan": "", **terakhir}).status_code == 302
    catatan.refresh_from_db()
    assert catatan.tanggapan == "Sudah kami pantau tiap triwulan"
    assert client.post(kirim, {"catatan": ""}).status_code == 422
    assert Evaluasi.objects.get().tahap == T.PEMBAHASAN


def test_langkah_lewat_halaman_dan_penolakannya_bukan_galat(client: Client, dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.KETUA)
    client.force_login(dunia["ketua"])
    alamat = reverse("langkah_evaluasi", args=[evaluasi.pk, "setujui"])
    assert client.post(alamat, {"dari": "penilaian"}).status_code == 422
    assert client.post(alamat, {}).status_code == 422
    assert client.post(reverse("langkah_evaluasi", args=[evaluasi.pk, "lompat"])).status_code == 404
    assert client.post(alamat, {"dari": "ketua"}).status_code == 302
    client.force_login(dunia["pengendali"])
    assert "Setujui dan minta tanggapan" in client.get(reverse("evaluasi", args=[evaluasi.pk])).content.decode()


def test_peringatan_atas_jawaban_terbaca_sebelum_menyetujui(client: Client, dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, T.KETUA)
    client.force_login(dunia["ketua"])
    isi = client.get(reverse("evaluasi", args=[evaluasi.pk])).content.decode()
    assert "peringatan atas jawaban" in isi
    assert "/lembar/1/#pertanyaan-1-1-0" in isi
    assert "Baca lembar kerja" in isi


def test_lhe_yang_menunggu_tanda_tangan_tidak_terbit_di_luar_jalurnya(
    client: Client, dunia: DuniaEvaluasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluasi = sampai(dunia, T.DISETUJUI)
    client.force_login(dunia["ketua"])
    alamat, isi = reverse("terbitkan_evaluasi", args=[evaluasi.pk]), {"nomor": "700/9", "tanggal": "2025-06-10"}
    with monkeypatch.context() as m:
        m.setattr("lkjip.terbitan.services_lhe._ada_berjalan", lambda _: True)
        jawaban = client.post(alamat, isi)
    assert jawaban.status_code == 422
    assert "menunggu tanda tangan" in jawaban.content.decode()
    assert client.post(alamat, isi).status_code == 302
    assert Evaluasi.objects.get().tahap == T.TERBIT


def test_meja_menunjuk_langkah_bagi_instansi_yang_belum_dievaluasi(client: Client, dunia: DuniaEvaluasi) -> None:
    client.force_login(dunia["ketua"])
    isi = client.get(reverse("meja_evaluasi") + f"?tahun={TAHUN}").content.decode()
    assert (
        f"{reverse('buka_evaluasi')}?tahun={TAHUN}&amp;pemda={dunia.pemda.pk}&amp;instansi={dunia.instansi.pk}" in isi
    )
    assert f'href="{reverse("daftar_rekomendasi")}"' in isi


def test_evaluasi_dibuka_dari_halaman(client: Client, dunia: DuniaEvaluasi) -> None:
    client.force_login(dunia["luar"])
    alamat = f"{reverse('buka_evaluasi')}?tahun={TAHUN}"
    assert client.post(alamat, {}).status_code == 422
    isi = {"instansi": [dunia.instansi.pk], "skema": "permenpan88_2021", "ketua": dunia["ketua"].pk}
    isi |= {"pengendali": dunia["pengendali"].pk, "anggota": [dunia["anggota"].pk, dunia["ketua"].pk]}
    assert client.post(alamat, isi).status_code == 302
    jawab_semua(Evaluasi.objects.get())
    client.force_login(dunia["ketua"])
    halaman = client.get(reverse("evaluasi", args=[Evaluasi.objects.get().pk])).content.decode()
    assert "12 dari 12" in halaman
    assert "Ajukan ke ketua" in halaman
