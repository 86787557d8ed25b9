"""“Lembar lain”: whatever is typed, pasted, moved and removed, the year remains a workbook that can be read."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from kinerja.models import Komponen, MetodePengukuran, RealisasiTahunan, Skala
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.dasar.isian import Isian, IsianTakTerbaca
from lkjip.data import BukuKerja
from lkjip.perencanaan.lembar.baca import baca_formulir, baca_sel, daftar_rekaman, sidik_lembar
from lkjip.perencanaan.lembar.daftar import DAFTAR_NAMA, TEMPAT, jenis_isian, skema_lembar
from lkjip.perencanaan.lembar.ruang import tulis_rekaman
from lkjip.perencanaan.lembar.services import PenulisLembar
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from renstra.selectors_lembar import daftar_baris, isi_baris
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db
KALTIM = Path(settings.BASE_DIR) / "contoh" / "bkd-kaltim-2024"
DINAS = Path(settings.BASE_DIR) / "tests" / "laporan" / "dinas_kesehatan"


def _buku(folder: Path) -> BukuKerja:
    buku = baca_buku(folder).buku
    assert buku is not None
    return buku


def _impor(folder: Path) -> TahunKinerja:
    buku = _buku(folder)
    impor_buku(buku=buku)
    return TahunKinerja.objects.select_related("instansi", "renstra").get(
        instansi__kode=buku.data.renstra.instansi.kode, tahun=buku.data.tahun
    )


def _sendiri() -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI, tahun=TAHUN)


def _oleh() -> Pengguna:
    return Pengguna.objects.get_or_create(username="ani")[0]


def _terbaca_kembali(tahun: TahunKinerja, tmp_path: Path) -> BukuKerja:
    """What the export gives, read again; it must be what is stored."""
    tersimpan = load_buku(tahun)
    tulis_csv_folder(tersimpan, tmp_path)
    hasil = baca_buku(tmp_path)
    assert hasil.daftar_galat == ()
    assert hasil.buku == tersimpan
    assert repr(hasil.buku.data.kinerja) == repr(tersimpan.data.kinerja)
    return tersimpan


def _tsv(nama: str, buku: BukuKerja) -> str:
    """The sheet as Excel would put it on the clipboard, money without thousands."""
    lembar = skema_lembar(nama)

    def sel(teks: str, uang: bool) -> str:
        bersih = teks.replace(".", "") if uang else teks
        return f'"{bersih}"' if "\n" in bersih else bersih

    uang = [k.jenis.value == "uang" for k in lembar.kolom]
    baris = [tulis_rekaman(lembar, r) for r in daftar_rekaman(buku, lembar)]
    isi = ["\t".join(sel(t, u) for t, u in zip(b, uang, strict=True)) for b in baris]
    return "\n".join(["\t".join(k.nama for k in lembar.kolom), *isi])


@pytest.mark.parametrize("folder", [KALTIM, DINAS], ids=["kaltim", "dinas"])
def test_setiap_lembar_dikosongkan_lalu_ditempel_kembali_utuh(folder: Path, tmp_path: Path) -> None:
    tahun, semula = _impor(folder), _buku(folder)
    MetodePengukuran.objects.filter(tahun_kinerja=tahun).update(skala="")  # else its scale could not go
    for nama in DAFTAR_NAMA:
        penulis = PenulisLembar(tahun, skema_lembar(nama), _oleh())
        semua = [b.pk for b in daftar_baris(TEMPAT[nama], tahun)]
        if semua:
            penulis.hapus(semua)
            assert not daftar_rekaman(load_buku(tahun), skema_lembar(nama))
            penulis.tempel(_tsv(nama, semula), ganti=False, dasar=sidik_lembar(load_buku(tahun), skema_lembar(nama)))
    kini = _terbaca_kembali(tahun, tmp_path)
    for nama in DAFTAR_NAMA:
        lembar = skema_lembar(nama)
        assert daftar_rekaman(kini, lembar) == daftar_rekaman(semula, lembar), nama


_KETIKAN: dict[str, list[str]] = {
    "angka": ["", "0", "12,50", "90,43", "1.234.567,891", "-5", "1.234", "abc", "98,60%"],
    "uang": ["", "0", "1.500.000", "Rp53.700.257.782,00", "-1", "(250)", "1,234"],
    "bulat": ["", "0", "1", "4", "2023", "2024", "2025", "1850", "dua"],
    "tanggal": ["", "2024-11-30", "30/11/2024"],
}


def _ketikan(acak: random.Random, kolom: Any, kode: dict[str, list[str]]) -> str:
    if kolom.nama in kode:
        return acak.choice([*kode[kolom.nama], *kode[kolom.nama], "", "tidak-ada"])
    if kolom.pilihan:
        return str(acak.choice([*kolom.pilihan, *kolom.pilihan, "", "lain"]))
    teks = ["", "B1", "B2", "K1", "bab1.sdm", "dua  spasi ", "=1+1", "satu\r\ndua", "'petik", "7", "x" * 300]
    return acak.choice(_KETIKAN.get(jenis_isian(kolom).value, teks))


def _coba(acak: random.Random, penulis: PenulisLembar, kode: dict[str, list[str]]) -> None:
    """One random act of somebody at the page; what is refused must leave everything as it was."""
    lembar, tempat, tahun = penulis.lembar, penulis.tempat, penulis.tahun_kinerja
    semua = list(daftar_baris(tempat, tahun))
    aksi = acak.choice(["tambah", "tambah", "ubah", "ubah", "ubah", "pindah", "hapus"])
    if aksi == "tambah" or not semua:
        formulir = baca_formulir(lembar, {k.nama: _ketikan(acak, k, kode) for k in lembar.kolom})
        if not formulir.galat:
            penulis.tambah(formulir.isi)
        return
    baris = acak.choice(semua)
    if aksi == "pindah":
        penulis.geser(baris.pk, acak.choice([-1, 1, 3]))
    elif aksi == "hapus":
        penulis.hapus([baris.pk])
    else:
        kolom = acak.choice(lembar.kolom)
        nilai = baca_sel(kolom, _ketikan(acak, kolom, kode), jenis_isian(kolom))
        penulis.ubah({baris.pk: [Isian(kolom.nama, nilai, isi_baris(tempat, baris)[kolom.nama])]})


@pytest.mark.parametrize("nama", DAFTAR_NAMA)
def test_apa_pun_yang_diketik_bukunya_tetap_terbaca(nama: str, tmp_path: Path) -> None:
    tahun, acak = _impor(DINAS), random.Random(f"lembar {nama}")
    penulis = PenulisLembar(tahun, skema_lembar(nama), _oleh())
    kode = {kolom: [baris.kode for baris in acuan.daftar(tahun)][:4] for kolom, acuan in penulis.tempat.acuan.items()}
    diterima = 0
    for langkah in range(40):
        try:
            _coba(acak, penulis, kode)
            diterima += 1
        except (ValidationError, IsianTakTerbaca):
            pass
        if langkah % 20 == 19:
            _terbaca_kembali(tahun, tmp_path)
    assert diterima > 8


def test_ditolak_dengan_kalimat_buku_kerja(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    argumen = [SENDIRI, TAHUN, "realisasi_tahunan"]
    teks = "indikator\ttahun\trealisasi\nI1\t2023\t1.234\nI9\t2022\t5\nI1\t\t7"
    jawaban = client.post(reverse("tempel_lembar", args=argumen), {"teks": teks})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert "“1.234” dapat dibaca 1,234 atau 1.234." in isi
    assert "Baris 2, kolom realisasi" in isi
    assert "tahun wajib diisi." in isi
    rujukan = client.post(reverse("tempel_lembar", args=argumen), {"teks": "I9\t2022\t5"}).content.decode()
    assert "indikator “I9” tidak ada di lembar indikator." in rujukan
    assert "Baris 1, kolom indikator" in rujukan
    assert not RealisasiTahunan.objects.exists()


def test_tempel_menambah_atau_mengganti_dan_dapat_diurungkan(sebagai: _Sebagai) -> None:
    client, argumen = sebagai("perencana"), [SENDIRI, TAHUN, "realisasi_tahunan"]
    alamat = reverse("tempel_lembar", args=argumen)

    def tempel(teks: str, cara: str) -> str:
        pratinjau = client.post(alamat, {"teks": teks, "cara": cara})
        assert pratinjau.status_code == 200
        kirim = {"teks": teks, "cara": cara, "terapkan": "ya", "dasar": pratinjau.context["dasar"]}
        return client.post(alamat, kirim, follow=True).content.decode()

    assert "2 baris ditambahkan" in tempel("Tahun\tIndikator\tRealisasi\n2022\tI1\t70\n2023\tI1\t75,50", "tambah")
    assert [(b.tahun, str(b.realisasi)) for b in RealisasiTahunan.objects.order_by("urutan")] == [
        (2022, "70"), (2023, "75.50")
    ]  # fmt: skip
    ulang = client.post(alamat, {"teks": "I1\t2023\t80"})
    assert "Sudah ada baris dengan indikator “I1”, tahun “2023”." in ulang.content.decode()
    isi = tempel("I1\t2023\t80", "ganti")
    assert "Isi lembar diganti dengan 1 baris." in isi
    assert "Urungkan" in isi
    assert RealisasiTahunan.objects.get().tahun == 2023
    tujuan = isi.partition('action="/urungkan/')[2].partition('"')[0]
    client.post(f"/urungkan/{tujuan}")
    assert RealisasiTahunan.objects.count() == 2


def test_pratinjau_lama_tidak_menimpa_yang_baru(sebagai: _Sebagai) -> None:
    client, argumen = sebagai("perencana"), [SENDIRI, TAHUN, "sakip"]
    alamat = reverse("tempel_lembar", args=argumen)
    dasar = client.post(alamat, {"teks": "2023\tPerencanaan Kinerja\t30\t27,00", "cara": "ganti"}).context["dasar"]
    PenulisLembar(_sendiri(), skema_lembar("sakip"), _oleh()).tambah({"tahun": 2022, "komponen": "Lain"})
    kirim = {"teks": "2023\tX\t30\t27", "cara": "ganti", "terapkan": "ya", "dasar": dasar}
    jawaban = client.post(alamat, kirim)
    assert jawaban.status_code == 409
    assert "sudah diubah orang lain sejak pratinjau" in jawaban.content.decode()


def test_skala_yang_dipakai_tidak_dapat_hilang(pemeran: dict[str, Pengguna]) -> None:
    tahun = _sendiri()
    penulis = PenulisLembar(tahun, skema_lembar("skala"), pemeran["perencana"])
    penulis.tambah({"skala": "s", "arah": "positif", "batas_bawah": None, "kategori": "Baik"})
    MetodePengukuran.objects.update_or_create(tahun_kinerja=tahun, defaults={"skala": "s"})
    baris = Skala.objects.get()
    with pytest.raises(ValidationError, match="sedang dipakai"):
        penulis.hapus([baris.pk])
    with pytest.raises(ValidationError, match="sedang dipakai"):
        penulis.ubah({baris.pk: [Isian("skala", "t", "s")]})
    assert Skala.objects.get().skala == "s"


def test_baris_kembar_ditolak_di_kotaknya_dan_di_formulir(sebagai: _Sebagai) -> None:
    client, argumen = sebagai("perencana"), [SENDIRI, TAHUN, "sakip"]
    for komponen in ("Perencanaan Kinerja", "Pengukuran Kinerja"):
        client.post(reverse("tambah_lembar", args=argumen), {"tahun": "2023", "komponen": komponen, "nilai": "27,00"})
    kedua = list(daftar_baris(TEMPAT["sakip"], _sendiri()))[-1]
    kirim = {f"komponen-{kedua.pk}": "Perencanaan Kinerja", f"dasar-komponen-{kedua.pk}": "Pengukuran Kinerja"}
    jawaban = client.post(reverse("simpan_lembar", args=argumen), kirim)
    assert jawaban.status_code == 409
    assert "Komponen ini sudah ada untuk tahun itu." in jawaban.content.decode()
    ulang = {"tahun": "2023", "komponen": "Pengukuran Kinerja", "nilai": "9"}
    formulir = client.post(reverse("tambah_lembar", args=argumen), ulang)
    assert formulir.status_code == 422
    assert 'value="Pengukuran Kinerja"' in formulir.content.decode()


def test_urutan_dipindah_dan_fokus_tetap_pada_tombolnya(sebagai: _Sebagai) -> None:
    client, argumen = sebagai("perencana"), [SENDIRI, TAHUN, "rekomendasi"]
    for n in "abc":
        client.post(reverse("tambah_lembar", args=argumen), {"tahun": "2024", "rekomendasi": n})
    pk = list(daftar_baris(TEMPAT["rekomendasi"], _sendiri()))[-1].pk
    for _ in range(3):
        jawaban = client.post(reverse("atur_lembar", args=argumen), {"baris": pk, "aksi": "naik"}, follow=True)
    assert [b.rekomendasi for b in daftar_baris(TEMPAT["rekomendasi"], _sendiri())] == ["c", "a", "b"]
    assert jawaban.content.decode().count("autofocus") == 1


def test_komponen_menyebut_jumlah_bobotnya(sebagai: _Sebagai) -> None:
    client, argumen = sebagai("perencana"), [SENDIRI, TAHUN, "komponen"]
    for kode, bobot in (("K1", "40%"), ("K2", "0,5")):
        isi = {"indikator": "I1", "kode": kode, "bobot": bobot, "nilai": "90", "tahun": "2024"}
        client.post(reverse("tambah_lembar", args=argumen), isi)
    halaman = client.get(reverse("lembar", args=argumen)).content.decode()
    assert "jumlah bobot <strong>0,9</strong> (90%), realisasi <strong>81</strong>" in halaman
    assert "seharusnya berjumlah 1" in halaman
    kedua = Komponen.objects.get(kode="K2")
    kirim = {f"bobot-{kedua.pk}": "0,6", f"dasar-bobot-{kedua.pk}": "0.5"}
    jawaban = client.post(reverse("simpan_lembar", args=argumen), kirim).content.decode()
    assert "<strong>1</strong> (100%)" in jawaban
    assert 'id="jumlah-lembar" role="status" hx-swap-oob="true"' in jawaban
    milik = client.get(reverse("lembar", args=argumen), {"milik": kedua.indikator_id}).content.decode()
    assert "K2" in milik


def test_yang_dihapus_kembali_dengan_isi_triwulannya(pemeran: dict[str, Pengguna]) -> None:
    tahun, oleh = _sendiri(), pemeran["perencana"]
    penulis = PenulisLembar(tahun, skema_lembar("komponen"), oleh)
    penulis.tambah({"indikator": "I1", "kode": "K1", "tahun": 2024})
    semula = load_buku(tahun)
    hasil = penulis.hapus([Komponen.objects.get().pk])
    assert hasil.banyak == 1
    urungkan(kejadian=hasil.kejadian, instansi=tahun.instansi_id, oleh=oleh)
    assert load_buku(tahun) == semula
