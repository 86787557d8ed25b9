"""The sheet's pages: who may see what, saving by script and by form, the page model, constant queries."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.data_evaluasi import (
    DataEvaluasi,
    JawabanLke,
    KomponenSkema,
    KriteriaSkema,
    Penilai,
    PilihanJawaban,
    Skema,
    SubkomponenSkema,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.data_lembar_evaluasi import LembarEvaluasi
from kinerja.models import Evaluasi, JawabanEvaluasi
from lkjip.akun.models import Pengguna
from lkjip.evaluasi.data_usul import Peringatan
from lkjip.evaluasi.forms_lembar import baca_usul, tanda_usul
from lkjip.evaluasi.halaman_lembar import Bahan, Beda, Tanggapan
from lkjip.evaluasi.halaman_pertanyaan import Sisi, halaman_lembar
from tests.evaluasi.alamat_lembar import evaluasi_terbuka
from tests.evaluasi.dunia_lembar import buka, jawab_semua, tutup
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN
from tests.situs.test_akses import SEMUA

Pemeran = dict[str, Pengguna]
RAHASIA = "Catatan rahasia evaluator"
DRAF = "Catatan draf instansi"


def _skema() -> Skema:
    sub = (
        SubkomponenSkema("1.a", "Ada", Decimal(40), (KriteriaSkema(1, "Satu"), KriteriaSkema(2, "Dua"))),
        SubkomponenSkema("1.c", "Dipakai", Decimal(60), (KriteriaSkema(1, "Tiga"),)),
    )
    pilihan = (PilihanJawaban("A", Decimal(90), "mutu", "ada"), PilihanJawaban("E", Decimal(0), "nihil", "nihil"))
    return Skema("uji", "Uji", "", (KomponenSkema(1, "Rencana", Decimal(100), sub),), pilihan)


def _lembar(tingkat: TingkatIsian, *jawaban: JawabanLke, mandiri: tuple[JawabanLke, ...] = ()) -> LembarEvaluasi:
    sisi = {Penilai.EVALUATOR: jawaban, Penilai.MANDIRI: mandiri}
    isi = {p: {(j.subkomponen, j.kriteria): j for j in daftar} for p, daftar in sisi.items()}
    return LembarEvaluasi(DataEvaluasi(_skema(), 2024, tingkat, isi, {}), {}, {})


def test_halaman_menghitung_yang_sudah_dijawab_dan_selisihnya() -> None:
    lembar = _lembar(TingkatIsian.SUBKOMPONEN, JawabanLke("1.a", 0, "A"), mandiri=(JawabanLke("1.a", 0, "E"),))
    bahan = Bahan(daftar_peringatan=(Peringatan("LOG-01", "Periksa.", "1.c"),))
    halaman = halaman_lembar(Sisi(lembar, Penilai.EVALUATOR, bahan), 1)
    assert (halaman.papan.terjawab, halaman.papan.banyak, halaman.papan.sementara) == (1, 2, True)
    assert halaman.papan.nilai.hasil.nilai == 36
    assert "1 dari 2" in halaman.papan.nilai.hasil.cara
    ada, dipakai = halaman.daftar_subkomponen
    assert ada.selisih.hasil.nilai == 36
    assert [p.arti for p in ada.daftar_pertanyaan[0].daftar_pilihan] == ["ada", "nihil"]
    assert [p.arti for p in dipakai.daftar_pertanyaan[0].daftar_pilihan] == ["mutu", "nihil"]
    assert [p.kode for p in dipakai.daftar_peringatan] == ["LOG-01"]


def test_per_kriteria_nilai_subkomponen_adalah_rata_rata() -> None:
    dijawab = (JawabanLke("1.a", 1, "A"), JawabanLke("1.a", 2, "E"))
    halaman = halaman_lembar(Sisi(_lembar(TingkatIsian.KRITERIA, *dijawab), Penilai.EVALUATOR), 1)
    assert [len(s.daftar_pertanyaan) for s in halaman.daftar_subkomponen] == [2, 1]
    assert halaman.daftar_subkomponen[0].nilai.hasil.nilai == 18
    assert halaman.komponen.terjawab == 2


def test_yang_ditolak_tetap_tertulis_seperti_diketik() -> None:
    lembar = _lembar(TingkatIsian.SUBKOMPONEN, JawabanLke("1.a", 0, "A", "lama"))
    tanggapan = {("1.a", 0): Tanggapan("bentrok", "", "E", "baru", Beda("A", "lama", "Sari"))}
    satu = halaman_lembar(Sisi(lembar, Penilai.EVALUATOR, Bahan(), tanggapan), 1).pertanyaan(("1.a", 0))
    assert satu.terpilih is not None
    assert (satu.terpilih.kode, satu.catatan, satu.dasar_jawaban, satu.dasar_catatan) == ("E", "baru", "A", "lama")


def test_yang_tidak_boleh_terlihat_tidak_ada_di_halaman() -> None:
    lembar = _lembar(TingkatIsian.SUBKOMPONEN, JawabanLke("1.a", 0, "A"), mandiri=(JawabanLke("1.a", 0, "E"),))
    halaman = halaman_lembar(Sisi(lembar.yang_terlihat(frozenset({Penilai.MANDIRI})), Penilai.MANDIRI), 1)
    assert not halaman.berpembanding
    assert not halaman.papan.nilai_lain.hasil.ada
    assert all(p.lain is None for s in halaman.daftar_subkomponen for p in s.daftar_pertanyaan)


def test_usulan_yang_dibawa_halaman_tidak_dapat_dikarang() -> None:
    tanda = tanda_usul(7, ("1.a", 0), "B")
    assert baca_usul(7, ("1.a", 0), tanda) == "B"
    assert (
        baca_usul(8, ("1.a", 0), tanda) == baca_usul(7, ("1.a", 0), f"{tanda}x") == baca_usul(7, ("1.a", 0), "") == ""
    )


def _masuk(client: Client, pemeran: Pemeran) -> Iterator[str]:
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        yield nama


def test_lembar_evaluator_hanya_bagi_apip_dan_diisi_timnya(client: Client, pemeran: Pemeran) -> None:
    daftar = {kode: evaluasi_terbuka(kode) for kode in (SENDIRI, SEPEMDA, ASING)}
    salah = []
    for nama in _masuk(client, pemeran):
        for kode, evaluasi in daftar.items():
            lihat = nama == "inspektorat" and kode != ASING
            didapat = (
                client.get(reverse("lembar_evaluasi", args=[evaluasi.pk])).status_code,
                client.post(reverse("komponen_lembar", args=[evaluasi.pk, 2])).status_code,
            )
            if didapat != ((200, 403) if lihat else (404, 404)):
                salah.append((nama, kode, "lembar", didapat))
            for alamat in ("simpan_lembar", "tambah_bukti_lembar", "hapus_bukti_lembar", "urungkan_lembar"):
                tujuan = reverse(alamat, args=[evaluasi.pk, *([1] if alamat.startswith("hapus") else [])])
                didapat = client.get(tujuan).status_code, client.post(tujuan).status_code
                if didapat != (405, 403 if lihat else 404):
                    salah.append((nama, kode, alamat, didapat))
    assert salah == []


def test_komponen_yang_tidak_ada_404(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    assert sebagai("inspektorat").get(reverse("komponen_lembar", args=[evaluasi.pk, 9])).status_code == 404


def _kirim(jawaban: str, *, dasar: str = "", **lain: str) -> dict[str, str]:
    return {
        "jawaban-1-1-0": jawaban,
        "catatan-1-1-0": "",
        "dasar_jawaban-1-1-0": dasar,
        "dasar_catatan-1-1-0": "",
        **lain,
    }


def test_satu_jawaban_oleh_skrip_memperbarui_nilai_dan_kemajuan(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    orang, alamat = sebagai("inspektorat"), reverse("simpan_lembar", args=[evaluasi.pk])
    isi = orang.post(alamat, _kirim("B")).content.decode()
    assert 'id="papan-lke" hx-swap-oob="true"' in isi
    assert "4,20" in isi
    assert "<strong>1</strong> dari 12" in isi
    assert "Tersimpan" in isi
    assert 'name="dasar_jawaban-1-1-0" value="B"' in isi
    bentrok = orang.post(alamat, _kirim("C"))
    assert bentrok.status_code == 409
    assert "Simpan jawaban saya" in bentrok.content.decode()
    usul = {"usul-1-1-0": tanda_usul(evaluasi.pk, ("1.a", 0), "B")}
    ditolak = orang.post(alamat, _kirim("C", dasar="B", **usul))
    assert ditolak.status_code == 422
    assert "Tulis di catatan mengapa" in ditolak.content.decode()
    terima = orang.post(alamat, _kirim("", dasar="B", terima="1-1-0", **usul))
    assert terima.status_code == 200
    assert orang.post(alamat, {}).status_code == 204


def test_tanpa_skrip_satu_tombol_menyimpan_dan_dapat_diurungkan(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    orang, alamat = sebagai("inspektorat"), reverse("komponen_lembar", args=[evaluasi.pk, 1])
    jawaban = orang.post(alamat, _kirim("B"))
    assert jawaban.status_code == 302
    kejadian = jawaban.headers["Location"].partition("?urung=")[2]
    assert "Urungkan yang terakhir" in orang.get(jawaban.headers["Location"]).content.decode()
    kembali = orang.post(reverse("urungkan_lembar", args=[evaluasi.pk]), {"kejadian": kejadian})
    assert kembali.headers["Location"].endswith("/lembar/1/#pertanyaan-1-1-0")
    assert not JawabanEvaluasi.objects.exists()
    tutup(evaluasi)
    ditolak = orang.post(alamat, _kirim("A"))
    assert ditolak.status_code == 409
    assert "hanya dapat diubah pada tahap" in ditolak.content.decode()


def test_bukti_lewat_halaman(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    orang, alamat = sebagai("inspektorat"), reverse("tambah_bukti_lembar", args=[evaluasi.pk])
    isi = {"pertanyaan": "1-1-0", "judul": "Renstra", "tautan": "https://contoh.id/r.pdf", "halaman": "12"}
    sisipan = orang.post(alamat, isi, headers={"HX-Request": "true"}).content.decode()
    assert "Renstra</a>, halaman 12" in sisipan
    for salah in ({"halaman": "0"}, {"judul": ""}, {"rujukan": "tak-ada"}, {"tautan": "ftp://x"}):
        assert orang.post(alamat, isi | salah, headers={"HX-Request": "true"}).status_code == 422, salah
    assert orang.post(alamat, isi).status_code == 302
    asing = orang.post(alamat, isi | {"pertanyaan": "9-9-0"}, headers={"HX-Request": "true"})
    assert asing.headers["HX-Redirect"] == reverse("lembar_evaluasi", args=[evaluasi.pk])


def test_instansi_tidak_melihat_evaluator_sebelum_terbit_dan_evaluator_tidak_melihat_draf(
    sebagai: _Sebagai, pemeran: Pemeran
) -> None:
    evaluasi = buka(pemeran)
    jawab_semua(evaluasi, Penilai.EVALUATOR, "AA", RAHASIA)
    jawab_semua(evaluasi, Penilai.MANDIRI, "C", DRAF)
    mandiri, lembar = (
        reverse("penilaian_mandiri", args=[SENDIRI, TAHUN]),
        reverse("lembar_evaluasi", args=[evaluasi.pk]),
    )
    for tahap in (None, TahapEvaluasi.TANGGAPAN, TahapEvaluasi.DISETUJUI):
        if tahap:
            tutup(evaluasi, tahap)
        isi = sebagai("perencana").get(mandiri).content.decode()
        assert DRAF in isi
        assert RAHASIA not in isi
        assert "100,00" not in isi
        assert DRAF not in sebagai("inspektorat").get(lembar).content.decode()
        assert "belum dikirim" in sebagai("inspektorat").get(mandiri).content.decode()
    tutup(evaluasi, TahapEvaluasi.TERBIT)
    terbit = sebagai("kepala").get(mandiri).content.decode()
    assert RAHASIA in terbit
    assert "100,00" in terbit


def test_penilaian_mandiri_terkirim_tampak_di_samping_jawaban_evaluator(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran)
    jawab_semua(evaluasi, Penilai.MANDIRI, "C", DRAF)
    kirim = reverse("kirim_mandiri", args=[SENDIRI, TAHUN])
    assert "Kirim kepada tim evaluasi" in sebagai("verifikator").get(kirim).content.decode()
    assert sebagai("verifikator").post(kirim).status_code == 302
    assert Evaluasi.objects.get(pk=evaluasi.pk).mandiri_pada is not None
    assert DRAF in sebagai("inspektorat").get(reverse("lembar_evaluasi", args=[evaluasi.pk])).content.decode()


def test_tanpa_evaluasi_halaman_mandiri_mengatakannya(sebagai: _Sebagai) -> None:
    alamat = reverse("penilaian_mandiri", args=[SENDIRI, TAHUN])
    assert "Evaluasi belum dibuka" in sebagai("perencana").get(alamat).content.decode()
    assert sebagai("perencana").post(alamat).status_code == 404


@pytest.mark.parametrize("tingkat", [TingkatIsian.SUBKOMPONEN, TingkatIsian.KRITERIA])
def test_kueri_sama_banyak_kosong_dan_terisi(sebagai: _Sebagai, pemeran: Pemeran, tingkat: TingkatIsian) -> None:
    evaluasi = buka(pemeran, tingkat)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(mandiri_pada=timezone.now())
    orang, alamat = sebagai("inspektorat"), reverse("lembar_evaluasi", args=[evaluasi.pk])
    orang.get(alamat)
    with CaptureQueriesContext(
        connection,
    ) as kosong:
        orang.get(alamat)
    jawab_semua(evaluasi, Penilai.EVALUATOR)
    with CaptureQueriesContext(connection) as terisi:
        assert orang.get(alamat).status_code == 200
    assert len(kosong) == len(terisi) <= 80


def test_skema_tanpa_pertanyaan_hanya_menampilkan_nilai(sebagai: _Sebagai, pemeran: Pemeran) -> None:
    evaluasi = buka(pemeran, TingkatIsian.KOMPONEN)
    isi = sebagai("inspektorat").get(reverse("lembar_evaluasi", args=[evaluasi.pk])).content.decode()
    assert "Pengukuran Kinerja" in isi
    assert 'type="radio"' not in isi
