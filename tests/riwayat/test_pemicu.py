"""No way of writing escapes the history, and the history itself cannot be rewritten."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from lkjip.akun.models import Pengguna
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.pemicu import daftar_model_teraudit, daftar_pemicu, daftar_usang, lepas, pasang
from lkjip.riwayat.periksa import periksa_pemicu
from lkjip.riwayat.selectors import daftar_catatan, daftar_riwayat_objek, daftar_riwayat_tahun
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator, Instansi, Pemda, Renstra, Sasaran, TahunKinerja, TargetTahunan

pytestmark = pytest.mark.django_db


@pytest.fixture
def pengguna() -> Pengguna:
    return Pengguna.objects.create_user("ani", nama="Ani Perencana")


def _isi(riwayat: Riwayat) -> tuple[dict[str, Any], dict[str, Any]]:
    return riwayat.dari or {}, riwayat.ke or {}


def _terakhir() -> Riwayat:
    riwayat = Riwayat.objects.first()
    assert riwayat is not None
    return riwayat


def test_bulk_create_tercatat_dengan_siapa_dan_jalur(pengguna: Pengguna) -> None:
    with konteks_riwayat(oleh=pengguna, jalur="tempel", alasan="salinan Excel"):
        Pemda.objects.bulk_create([Pemda(nama="Kota A", jenis="kota"), Pemda(nama="Kota B", jenis="kota")])
    daftar = list(Riwayat.objects.filter(tabel="renstra_pemda").order_by("id"))
    assert [(r.aksi, _isi(r)[1]["nama"], r.dari) for r in daftar] == [
        ("tambah", "Kota A", None),
        ("tambah", "Kota B", None),
    ]
    assert {(r.oleh_id, r.nama_oleh, r.jalur, r.alasan) for r in daftar} == {
        (pengguna.pk, "ani", "tempel", "salinan Excel")
    }
    assert len({r.kejadian for r in daftar}) == 1


def test_bulk_update_tercatat_dari_dan_menjadi(pengguna: Pengguna) -> None:
    pemda = Pemda.objects.create(nama="Kota A")
    pemda.nama = "Kota Baru"
    with konteks_riwayat(oleh=pengguna, jalur="halaman"):
        Pemda.objects.bulk_update([pemda], ["nama"])
    riwayat = _terakhir()
    assert (riwayat.aksi, riwayat.kunci, riwayat.nama_oleh) == ("ubah", str(pemda.pk), "ani")
    assert tuple(isi["nama"] for isi in _isi(riwayat)) == ("Kota A", "Kota Baru")


def test_queryset_update_dan_delete_tercatat(pengguna: Pengguna) -> None:
    Pemda.objects.create(nama="Kota A")
    with konteks_riwayat(oleh=pengguna, jalur="perintah"):
        Pemda.objects.update(nama="Kota C")
        Pemda.objects.all().delete()
    hapus, ubah = Riwayat.objects.filter(jalur="perintah")
    assert [isi["nama"] for isi in _isi(ubah)] == ["Kota A", "Kota C"]
    assert (hapus.aksi, _isi(hapus)[0]["nama"], hapus.ke) == ("hapus", "Kota C", None)


def test_sql_yang_diketik_tangan_tercatat(pengguna: Pengguna) -> None:
    pemda = Pemda.objects.create(nama="Kota A")
    with konteks_riwayat(oleh=pengguna, jalur="perintah"), connection.cursor() as kursor:
        kursor.execute("UPDATE renstra_pemda SET nama = 'Kota SQL' WHERE id = %s", [pemda.pk])
        kursor.execute("INSERT INTO renstra_pemda (nama, jenis, jabatan_kepala_daerah, logo) VALUES ('X', '', '', '')")
        kursor.execute("DELETE FROM renstra_pemda WHERE nama = 'X'")
    assert [r.aksi for r in Riwayat.objects.filter(jalur="perintah").order_by("id")] == ["ubah", "tambah", "hapus"]


def test_perubahan_tanpa_konteks_tetap_tercatat() -> None:
    Pemda.objects.create(nama="Kota A")
    riwayat = _terakhir()
    assert (riwayat.aksi, riwayat.oleh_id, riwayat.nama_oleh, riwayat.jalur) == ("tambah", None, "", "")


def test_penyimpanan_tanpa_perubahan_tidak_menulis_riwayat() -> None:
    pemda = Pemda.objects.create(nama="Kota A")
    banyak = Riwayat.objects.count()
    pemda.save()
    Pemda.objects.update(nama="Kota A")
    assert Riwayat.objects.count() == banyak


def test_kata_sandi_dan_waktu_masuk_tidak_disalin(pengguna: Pengguna) -> None:
    riwayat = daftar_riwayat_objek(pengguna).get()
    assert not {"password", "last_login"} & set(_isi(riwayat)[1])
    pengguna.set_password("rahasia baru")
    pengguna.save()
    assert daftar_riwayat_objek(pengguna).count() == 1


def test_konteks_bersarang_kembali_ke_yang_luar(pengguna: Pengguna) -> None:
    with konteks_riwayat(oleh=pengguna, jalur="halaman"):
        with konteks_riwayat(jalur="impor", alasan="di dalam"):
            Pemda.objects.create(nama="Dalam")
        Pemda.objects.create(nama="Luar")
    luar, dalam = Riwayat.objects.filter(tabel="renstra_pemda")
    assert (dalam.jalur, dalam.nama_oleh, dalam.alasan) == ("impor", "", "di dalam")
    assert (luar.jalur, luar.nama_oleh, luar.alasan) == ("halaman", "ani", "")


def test_konteks_yang_gagal_tidak_menyisakan_jejak(pengguna: Pengguna) -> None:
    def gagal() -> None:
        with konteks_riwayat(oleh=pengguna, jalur="halaman"):
            Pemda.objects.create(nama="Batal")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        gagal()
    Pemda.objects.create(nama="Sesudah")
    assert not Pemda.objects.filter(nama="Batal").exists()
    assert [r.jalur for r in Riwayat.objects.filter(tabel="renstra_pemda")] == [""]


@pytest.mark.django_db(transaction=True)
def test_konteks_tidak_bocor_ke_transaksi_berikutnya(pengguna: Pengguna) -> None:
    with konteks_riwayat(oleh=pengguna, jalur="halaman"):
        Pemda.objects.create(nama="Satu")
    with transaction.atomic():
        Pemda.objects.create(nama="Dua")
    Pemda.objects.create(nama="Tiga")
    assert [r.jalur for r in Riwayat.objects.filter(tabel="renstra_pemda").order_by("id")] == ["halaman", "", ""]


@pytest.mark.django_db(transaction=True)
def test_flush_mengosongkan_semuanya_lalu_menjaga_lagi() -> None:
    Pemda.objects.create(nama="Kota A")
    call_command("flush", interactive=False, verbosity=0)
    assert not Riwayat.objects.exists()
    assert not daftar_usang(connection)
    Pemda.objects.create(nama="Kota B")
    assert Riwayat.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE hanya ada di SQLite")
def test_replace_terlihat_sebagai_hapus_lalu_tambah() -> None:
    pemda = Pemda.objects.create(nama="Kota A")
    with connection.cursor() as kursor:
        kursor.execute(
            "REPLACE INTO renstra_pemda (id, nama, jenis, jabatan_kepala_daerah, logo) VALUES (%s, %s, %s, '', '')",
            [pemda.pk, "Kota B", pemda.jenis],
        )
    daftar = Riwayat.objects.filter(tabel="renstra_pemda").order_by("id")
    assert [r.aksi for r in daftar] == ["tambah", "hapus", "tambah"]


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE riwayat_riwayat SET nama_oleh = 'orang lain'",
        "DELETE FROM riwayat_riwayat",
        pytest.param(
            "REPLACE INTO riwayat_riwayat SELECT * FROM riwayat_riwayat",
            marks=pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE hanya ada di SQLite"),
        ),
        pytest.param(
            "TRUNCATE riwayat_riwayat",
            marks=pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE hanya ada di PostgreSQL"),
        ),
        pytest.param(
            "TRUNCATE renstra_pemda CASCADE",
            marks=pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE hanya ada di PostgreSQL"),
        ),
    ],
)
def test_riwayat_tidak_dapat_diubah_dengan_sql(perintah: str) -> None:
    Pemda.objects.create(nama="Kota A")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah)
    assert Riwayat.objects.count() == 1


def test_riwayat_tidak_dapat_diubah_atau_dihapus_dengan_orm() -> None:
    Pemda.objects.create(nama="Kota A")
    with pytest.raises(IntegrityError), transaction.atomic():
        Riwayat.objects.update(jalur="palsu")
    with pytest.raises(IntegrityError), transaction.atomic():
        Riwayat.objects.all().delete()
    assert _terakhir().jalur == ""


def test_setiap_tabel_teraudit_mempunyai_pemicu_terkini() -> None:
    assert not daftar_usang(connection)
    tabel = {p.tabel for p in daftar_pemicu(connection)}
    assert {m._meta.db_table for m in daftar_model_teraudit()} < tabel
    assert len(daftar_model_teraudit()) >= 30


def test_pemicu_yang_hilang_dilaporkan_dan_dipasang_lagi() -> None:
    lepas(connection)
    (peringatan,) = periksa_pemicu(databases=["default"])
    assert peringatan.id == "riwayat.W001"
    assert "riwayat_renstra_pemda" in peringatan.msg
    pasang(connection)
    assert periksa_pemicu(databases=["default"]) == []


def _tahun_kinerja() -> TahunKinerja:
    instansi = Instansi.objects.create(kode="BKD", nama="Badan")
    renstra = Renstra.objects.create(instansi=instansi, renstra_awal=2024, renstra_akhir=2026)
    return TahunKinerja.objects.create(instansi=instansi, tahun=2024, renstra=renstra)


def test_baris_tahu_tahun_renstra_dan_instansinya() -> None:
    tahun = _tahun_kinerja()
    sasaran = Sasaran.objects.create(renstra=tahun.renstra, kode="S1")
    indikator = Indikator.objects.create(renstra=tahun.renstra, sasaran=sasaran, kode="I1")
    target = TargetTahunan.objects.create(indikator=indikator, tahun=2024, target=Decimal("90.50"))
    lingkup = ("tahun_kinerja_id", "renstra_id", "instansi_id")

    def milik(objek: TahunKinerja | Sasaran | Indikator | TargetTahunan) -> tuple[int | None, ...]:
        riwayat = daftar_riwayat_objek(objek).get()
        return tuple(getattr(riwayat, nama) for nama in lingkup)

    assert milik(tahun) == (tahun.pk, tahun.renstra_id, tahun.instansi_id)
    assert milik(sasaran) == (None, tahun.renstra_id, tahun.instansi_id)
    assert milik(target) == (None, tahun.renstra_id, tahun.instansi_id)
    assert daftar_riwayat_tahun(tahun.pk).count() == 1
    milik_anggaran = Indikator.objects.create(tahun_kinerja=tahun, kode="I2")
    target_anggaran = TargetTahunan.objects.create(indikator=milik_anggaran, tahun=2024)
    assert milik(milik_anggaran) == milik(target_anggaran) == (tahun.pk, None, tahun.instansi_id)
    assert daftar_riwayat_tahun(tahun.pk).count() == 3


def test_perubahan_dibaca_kolom_demi_kolom() -> None:
    tahun = _tahun_kinerja()
    satu = Sasaran.objects.create(renstra=tahun.renstra, kode="S1", uraian="satu")
    dua = Sasaran.objects.create(renstra=tahun.renstra, kode="S2", uraian="dua")
    indikator = Indikator.objects.create(renstra=tahun.renstra, sasaran=satu, kode="I1", bobot=Decimal("0.50"))
    Indikator.objects.update(sasaran=dua, bobot=Decimal("0.5"), arah="negatif", iku=True)
    catatan = daftar_catatan(daftar_riwayat_objek(indikator))[0]
    assert catatan.nama_tabel == "indikator"
    assert {(k.label, k.dari, k.menjadi) for k in catatan.daftar_kolom} == {
        ("sasaran", "S1 satu", "S2 dua"),
        ("bobot", "0,50", "0,5"),
        ("arah", "", "Negatif"),
        ("IKU", "", "ya"),
    }


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite tidak tahu siapa yang menyisipkan")
def test_baris_riwayat_tidak_dapat_dipalsukan() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Riwayat.objects.create(waktu="2024-01-01T00:00:00Z", tabel="renstra_pemda", kunci="1", aksi="ubah")
    assert not Riwayat.objects.filter(kunci="1", aksi="ubah").exists()
