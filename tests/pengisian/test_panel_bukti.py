"""Evidence on its page: several files at once, refused ones named, kept only whole, served only to keep."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kinerja.data_pengisian import StatusPengisian
from kinerja.models import BuktiDukung
from lkjip.riwayat.models import Riwayat
from tests.pengisian import berkas_uji as uji
from tests.pengisian.panggung import HTMX, TW, alamat, buka, indikator, tahun_kinerja, tutup
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN


def _berkas(nama: str, isi: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, content_type="application/octet-stream")


def _tambah(client: Client, *daftar: SimpleUploadedFile, **lain: Any) -> Any:
    return client.post(alamat("tambah_bukti"), {"berkas": list(daftar), **lain}, headers=HTMX)


def _di_piringan(settings: Settings) -> list[Path]:
    return [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]


def _unduhan(bukti: BuktiDukung, kode: str = SENDIRI, triwulan: int = TW) -> str:
    return reverse("unduh_bukti", args=[kode, TAHUN, triwulan, bukti.pk])


def test_beberapa_berkas_dan_tautan_sekaligus(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana_unit")
    berkas = [_berkas("Surat BKN.pdf", uji.pdf()), _berkas("foto.jpeg", uji.gambar("JPEG"))]
    jawaban = _tambah(client, *berkas, tautan="https://contoh.go.id/laporan", uraian="Bukti  penilaian")
    assert jawaban.status_code == 200
    assert "3 bukti ditambahkan." in jawaban.content.decode()
    surat, foto, tautan = BuktiDukung.objects.order_by("urutan")
    assert (surat.nama, foto.nama, tautan.tautan) == ("Surat BKN.pdf", "foto.jpg", "https://contoh.go.id/laporan")
    assert {b.uraian for b in (surat, foto, tautan)} == {"Bukti penilaian"}
    assert surat.nama_oleh == "Tuan perencana_unit"
    path = Path(settings.MEDIA_ROOT) / surat.berkas
    assert path.read_bytes() == uji.pdf()
    assert hashlib.sha256(uji.pdf()).hexdigest() == surat.sidik
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(_di_piringan(settings)) == 2
    assert set(Riwayat.objects.filter(tabel="kinerja_buktidukung").values_list("jalur", flat=True)) == {"bukti"}


def test_yang_ditolak_disebut_namanya_dan_yang_lain_tersimpan(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BUKTI_MB = 1
    client = sebagai("perencana")
    jawaban = _tambah(
        client,
        _berkas("virus.pdf", b"MZ\x90\x00"),
        _berkas("besar.pdf", uji.pdf(b"x" * 1_200_000)),
        _berkas("kosong.pdf", b""),
        _berkas("baik.xlsx", uji.xlsx()),
        tautan="javascript:alert(1)",
        uraian="Uraian saya",
    )
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    for teks in (
        "1 bukti ditambahkan.",
        "virus.pdf</strong>: isinya bukan PDF",
        "besar.pdf</strong>: berkas ini 1,1 MB",
    ):
        assert teks in isi
    assert "paling besar 1 MB" in isi
    assert "kosong.pdf</strong>: berkas ini kosong" in isi
    assert "Tautan harus alamat lengkap" in isi
    assert 'value="Uraian saya"' in isi
    assert 'value="javascript:alert(1)"' in isi
    assert 'href="javascript' not in isi
    assert [b.nama for b in BuktiDukung.objects.all()] == ["baik.xlsx"]
    assert len(_di_piringan(settings)) == 1


def test_kiriman_kosong_dan_kiriman_yang_sama_ditolak(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana")
    assert _tambah(client).status_code == 422
    assert _tambah(client, _berkas("a.pdf", uji.pdf())).status_code == 200
    jawaban = _tambah(client, _berkas("nama-lain.pdf", uji.pdf()))
    assert jawaban.status_code == 422
    assert "isinya sama dengan “a.pdf”" in jawaban.content.decode()
    assert len(_di_piringan(settings)) == 1
    settings.BUKTI_MAKS_BERKAS = 1
    jawaban = _tambah(client, _berkas("b.pdf", uji.pdf(b"lain")))
    assert "sudah ada 1 bukti" in jawaban.content.decode()


def test_gagal_menulis_basis_data_tidak_meninggalkan_berkas(
    sebagai: _Sebagai, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sebagai("perencana")
    monkeypatch.setattr("kinerja.services_bukti.periksa_baris", lambda baris: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        _tambah(client, _berkas("a.pdf", uji.pdf()))
    assert _di_piringan(settings) == []


def test_triwulan_tertutup_menolak_semua_perubahan_bukti(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana")
    _tambah(client, _berkas("a.pdf", uji.pdf()))
    bukti = BuktiDukung.objects.get()
    tutup(StatusPengisian.DISETUJUI)
    kiriman: tuple[tuple[str, list[int], dict[str, Any]], ...] = (
        ("tambah_bukti", [], {"tautan": "https://contoh.go.id"}),
        ("tambah_bukti", [], {"berkas": _berkas("b.pdf", uji.pdf(b"b"))}),
        ("ubah_bukti", [bukti.pk], {"uraian": "lain"}),
        ("hapus_bukti", [bukti.pk], {}),
        ("pulihkan_bukti", [bukti.pk], {}),
    )
    for nama, lain, isi in kiriman:
        jawaban = client.post(alamat(nama, *lain), isi)
        assert jawaban.status_code == 409, nama
        assert "sudah disetujui" in jawaban.content.decode()
    assert [b.uraian for b in BuktiDukung.objects.all()] == [""]
    assert len(_di_piringan(settings)) == 1
    buka()
    assert client.post(alamat("ubah_bukti", bukti.pk), {"uraian": "lain"}).status_code == 302
    assert client.post(alamat("tambah_bukti"), {"tautan": "https://contoh.go.id"}).status_code == 302
    assert sorted(b.uraian for b in BuktiDukung.objects.all()) == ["", "lain"]


def test_hapus_lalu_kembalikan(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana")
    _tambah(client, _berkas("a.pdf", uji.pdf()), uraian="Surat")
    bukti = BuktiDukung.objects.get()
    jawaban = client.post(alamat("hapus_bukti", bukti.pk), headers=HTMX)
    assert alamat("pulihkan_bukti", bukti.pk) in jawaban.content.decode()
    assert not BuktiDukung.objects.exists()
    assert client.get(_unduhan(bukti)).status_code == 404
    assert client.post(alamat("pulihkan_bukti", bukti.pk), headers=HTMX).status_code == 200
    pulih = BuktiDukung.objects.get()
    assert (pulih.uraian, pulih.berkas, pulih.oleh, pulih.waktu) == ("Surat", bukti.berkas, bukti.oleh, bukti.waktu)
    assert (Path(settings.MEDIA_ROOT) / pulih.berkas).read_bytes() == uji.pdf()
    assert client.get(_unduhan(pulih)).status_code == 200
    dua_kali = client.post(alamat("pulihkan_bukti", bukti.pk), headers=HTMX)
    assert dua_kali.status_code == 422
    assert "isinya sama" in dua_kali.content.decode()


def test_riwayat_bukti_lain_tidak_dapat_dikembalikan_ke_sini(sebagai: _Sebagai) -> None:
    client = sebagai("admin")
    asing = tahun_kinerja(ASING)
    bukti = BuktiDukung.objects.create(
        tahun_kinerja=asing, indikator=indikator(ASING), triwulan=TW, jenis="tautan", tautan="https://b.go.id",
        nama_oleh="x", waktu="2024-10-01T00:00Z",
    )  # fmt: skip
    pk = bukti.pk
    client.post(alamat("hapus_bukti", pk, kode=ASING))
    assert client.post(alamat("pulihkan_bukti", pk)).status_code == 422
    assert client.post(alamat("hapus_bukti", pk)).status_code == 404
    assert not BuktiDukung.objects.exists()


def test_unduhan_selalu_lampiran_dengan_nama_yang_aman(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _tambah(client, _berkas("Notulensi “rapat” ÇŠ.pdf", uji.pdf()))
    jawaban = client.get(_unduhan(BuktiDukung.objects.get()))
    kepala = jawaban.headers
    assert kepala["Content-Disposition"].startswith("attachment; filename*=utf-8''Notulensi%20")
    assert kepala["Content-Type"] == "application/pdf"
    assert kepala["X-Content-Type-Options"] == "nosniff"
    assert kepala["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert kepala["Cache-Control"] == "private, no-store"


def test_unduhan_hanya_bagi_yang_boleh_melihat_instansi(sebagai: _Sebagai) -> None:
    _tambah(sebagai("perencana"), _berkas("a.pdf", uji.pdf()))
    bukti = BuktiDukung.objects.get()
    for nama in ("perencana_unit_lain", "kepala", "inspektorat", "pengelola"):
        assert sebagai(nama).get(_unduhan(bukti)).status_code == 200, nama
    for nama in ("tanpa_tugas", "bekas_perencana"):
        assert sebagai(nama).get(_unduhan(bukti)).status_code == 404, nama
    admin = sebagai("admin")
    assert admin.get(_unduhan(bukti, ASING)).status_code == 404
    assert admin.get(_unduhan(bukti, triwulan=2)).status_code == 404
    admin.logout()
    assert admin.get(_unduhan(bukti)).headers["Location"].startswith(reverse("masuk"))


def test_letak_di_luar_folder_bukti_tidak_dibuka(sebagai: _Sebagai) -> None:
    _tambah(sebagai("perencana"), _berkas("a.pdf", uji.pdf()))
    BuktiDukung.objects.update(berkas="bukti/../../rahasia.txt")
    with pytest.raises(ValueError, match="not a place of evidence"):
        sebagai("perencana").get(_unduhan(BuktiDukung.objects.get()))


def test_batas_kiriman_lebih_besar_hanya_di_alamat_bukti(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BATAS_UNGGAH_MB, settings.BUKTI_MB, settings.BUKTI_KIRIMAN_MB = 1, 2, 4
    client, besar = sebagai("perencana"), uji.pdf(b"x" * 1_500_000)
    daftar = [_berkas("a.pdf", besar), _berkas("b.pdf", besar + b"\n%%EOF")]
    assert _tambah(client, *daftar).status_code == 200
    assert client.post(alamat("simpan_analisis"), {"berkas": _berkas("a.pdf", besar * 2)}).status_code == 413
    terlalu = _tambah(client, *(_berkas(f"{n}.pdf", besar) for n in range(4)))
    assert terlalu.status_code == 413
    assert terlalu.headers["HX-Reswap"] == "afterbegin"
    assert "<html" not in terlalu.content.decode()
    assert "lebih besar dari 4 MB" in terlalu.content.decode()
    client.logout()
    assert _tambah(client, _berkas("c.pdf", besar * 2)).status_code == 413
