"""kaltim-2024 from nothing in the browser, without a workbook: afterwards the year equals the imported workbook."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from anggaran.models import Anggaran
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.perubahan import bandingkan
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.dasar.isian import JenisIsian, tulis_isian
from lkjip.data import BukuKerja
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors import load_buku
from renstra.data import Indikator
from renstra.models import Indikator as BarisIndikator
from renstra.models import Pemda, Penugasan, Peran
from renstra.selectors import ambil_tahun_kinerja
from tests.peramban.conftest import CONTOH, SANDI, Layar, Sibuk

FOLDER = CONTOH / "bkd-kaltim-2024"
INSTANSI = "/instansi/BKD-KALTIM"
RENCANA = f"{INSTANSI}/2024/perencanaan"
PENGISIAN = f"{INSTANSI}/2024/pengisian"
# Sheets entered as rows copied out of a spreadsheet; the others have pages of their own.
LEMBAR = (
    *("skala", "komponen", "realisasi_tahunan", "belanja", "penunjang", "sakip", "rekomendasi", "analisis", "narasi"),
    "klaim",
)


def _buku() -> BukuKerja:
    buku = baca_buku(FOLDER).buku
    assert buku is not None
    return buku


def _csv(nama: str) -> list[list[str]]:
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.reader(berkas))


@pytest.fixture
def layar(
    live_server: LiveServer,
    sibuk: Sibuk,
    transactional_db: None,
    settings: Settings,
    tmp_path: Path,
    peramban: Browser,
) -> Iterator[Layar]:
    """A site that knows one pemda and its pengelola, nothing else."""
    settings.MEDIA_ROOT = tmp_path
    with konteks_riwayat(jalur="uji"):
        pemda = Pemda.objects.create(
            nama="Provinsi Kalimantan Timur", jenis="provinsi", jabatan_kepala_daerah="Gubernur Kalimantan Timur"
        )
        pengguna = Pengguna.objects.create_user(username="pengelola", password=SANDI, nama="Pengelola")
        Penugasan.objects.create(pengguna=pengguna, peran=Peran.PENGELOLA, pemda=pemda)
    konteks = peramban.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    konteks.grant_permissions(["clipboard-read", "clipboard-write"])
    konteks.set_default_timeout(10_000)
    yield Layar(konteks, live_server.url)
    konteks.close()
    sibuk.tunggu_sepi()


def _tekan(page: Page, nama: str | re.Pattern[str]) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=nama, exact=isinstance(nama, str)).first.click()


def _tempel(page: Page, kotak: str, baris: list[str]) -> None:
    """Paste from the clipboard into the first such field, as Excel puts it there, and confirm the preview."""
    page.locator(kotak).first.focus()
    page.evaluate("teks => navigator.clipboard.writeText(teks)", "\r\n".join(baris) + "\r\n")
    page.keyboard.press("Control+V")
    _tekan(page, re.compile(r"^Simpan \d+ nilai$"))


def test_kaltim_2024_dibuat_dari_nol(layar: Layar, tmp_path: Path) -> None:
    layar.masuk("pengelola")
    buku = _buku()
    _instansi_dan_tahun(layar, buku)
    _renstra(layar, buku)
    _target_dan_perjanjian(layar, buku)
    _anggaran(layar, buku, tmp_path)
    for nama in LEMBAR:
        _lembar(layar, nama)
    for tabel in sorted(FOLDER.glob("tabel_*.csv")):
        _tabel_bebas(layar, tabel.stem)
    _metode(layar, buku)
    _triwulan(layar, buku)
    assert layar.galat_skrip == []
    assert layar.ke_luar == []
    tahun = ambil_tahun_kinerja("BKD-KALTIM", 2024)
    assert tahun is not None
    jadi = load_buku(tahun)
    assert [lembar for lembar in bandingkan(jadi, buku) if lembar.daftar_baris] == []
    (tmp_path / "ekspor.xlsx").write_bytes(xlsx_bytes(jadi))
    assert baca_buku(tmp_path / "ekspor.xlsx").buku == jadi


def _instansi_dan_tahun(layar: Layar, buku: BukuKerja) -> None:
    isi, page = buku.data.renstra.instansi, layar.page
    page.get_by_role("link", name="Tambah instansi").click()
    for nama in ("kode", "nama", "singkatan", "tempat", "jabatan_kepala"):
        page.locator(f"[name={nama}]").fill(getattr(isi, nama))
    page.get_by_role("button", name="Tambah instansi").click()
    expect(page.get_by_text("belum punya data kinerja").first).to_be_visible()
    layar.buka(f"{INSTANSI}/")
    for nama, nilai in (("tahun", "2024"), ("awal", "2024"), ("akhir", "2026")):
        page.locator(f"[name={nama}]").fill(nilai)
    _tekan(page, "Lihat yang akan dibuat")
    _tekan(page, "Buka tahun 2024")
    expect(page.get_by_text("Tahun 2024 dibuka.")).to_be_visible()
    layar.buka(f"{RENCANA}/identitas/")
    for nama in ("nama_kepala", "nip_kepala", "pangkat_kepala"):
        page.locator(f"[name={nama}]").fill(getattr(isi, nama))
    page.locator("[name=tanggal_laporan]").fill(str(buku.laporan.identitas.tanggal_laporan))
    page.locator("[name=jenis_laporan]").select_option(str(buku.laporan.identitas.jenis_laporan))
    _tekan(page, "Simpan")


def _tambah(page: Page, tautan: str, isi: dict[str, str]) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name=tautan, exact=True).click()
    for nama, nilai in isi.items():
        kotak = page.locator(f"[name={nama}]")
        if kotak.evaluate("elemen => elemen.tagName") == "SELECT":
            kotak.select_option(nilai)
        else:
            kotak.fill(nilai)
    _tekan(page, "Simpan")


def _renstra(layar: Layar, buku: BukuKerja) -> None:
    rencana, page = buku.data.renstra, layar.buka(f"{RENCANA}/renstra/")
    for misi in rencana.daftar_misi:
        _tambah(page, "+ Misi", {"kode": misi.kode, "visi": misi.visi, "uraian": misi.uraian})
    for tujuan in rencana.daftar_tujuan:
        _tambah(page, f"+ Tujuan untuk {tujuan.misi}", {"kode": tujuan.kode, "uraian": tujuan.uraian})
    for sasaran in rencana.daftar_sasaran:
        _tambah(page, f"+ Sasaran untuk {sasaran.tujuan}", {"kode": sasaran.kode, "uraian": sasaran.uraian})
    for indikator in rencana.daftar_indikator:
        layar.buka(f"{RENCANA}/renstra/")
        _tambah(page, f"+ Indikator untuk {indikator.induk}", _isi_indikator(indikator))


def _isi_indikator(i: Indikator) -> dict[str, str]:
    assert i.jenis is not None
    assert i.arah is not None
    assert i.akumulasi is not None
    pilihan = {"jenis": i.jenis.value, "arah": i.arah.value, "akumulasi": i.akumulasi.value, "iku": "ya"}
    teks = ("kode", "uraian", "satuan", "formulasi", "sumber_data", "penanggung_jawab")
    return {**{nama: getattr(i, nama) for nama in teks}, **pilihan}


def _target_dan_perjanjian(layar: Layar, buku: BukuKerja) -> None:
    rencana, page = buku.data.renstra, layar.buka(f"{RENCANA}/renstra/target/")
    target = rencana.target_tahunan_per_indikator
    baris = [
        "\t".join(tulis_isian(target[i.kode, tahun].target, JenisIsian.ANGKA) for tahun in (2024, 2025, 2026))
        for i in rencana.daftar_indikator
    ]
    _tempel(page, "input[name^='target_2024-']", baris)
    layar.buka(f"{RENCANA}/perjanjian-kinerja/")
    janji = [tulis_isian(p.target, JenisIsian.ANGKA) for p in rencana.daftar_perjanjian]
    _tempel(page, "input[name^='target_perubahan-']", janji)


def _dpa(buku: BukuKerja, path: Path) -> Path:
    """The budget as a budget system exports it."""
    berkas = Workbook()
    lembar = berkas.active
    assert lembar is not None
    lembar.append(("Kode", "Uraian", "Tingkat", "Unit", "Sumber Dana", "Pagu Perubahan"))
    for a in buku.data.anggaran.daftar_anggaran:
        pagu = tulis_isian(a.pagu_perubahan, JenisIsian.UANG) or None
        lembar.append((a.kode, a.uraian, str(a.tingkat), a.unit, a.sumber_dana, pagu))
    berkas.save(path)
    return path


def _anggaran(layar: Layar, buku: BukuKerja, tmp_path: Path) -> None:
    page = layar.buka(f"{RENCANA}/anggaran/impor/")
    page.set_input_files("[name=berkas]", _dpa(buku, tmp_path / "dpa.xlsx"))
    _tekan(page, "Lanjut: cocokkan kolom")
    _tekan(page, "Lanjut: periksa perbedaan")
    _tekan(page, re.compile(r"^Simpan \d+ baris baru$"))
    layar.buka(f"{RENCANA}/anggaran/?buka=semua")
    pk = dict(Anggaran.objects.values_list("kode", "pk"))
    for baris in buku.data.anggaran.daftar_anggaran:
        if baris.sasaran:
            page.locator(f'select[name="sasaran-{pk[baris.kode]}"]').select_option(baris.sasaran)
            expect(page.locator(f"#keadaan-sasaran-{pk[baris.kode]}")).to_have_text("Tersimpan")


def _lembar(layar: Layar, nama: str) -> None:
    page = layar.buka(f"{RENCANA}/lembar/{nama}/tempel/")
    page.get_by_label("Baris yang disalin").fill("\n".join("\t".join(map(_sel, satu)) for satu in _csv(nama)))
    _tekan(page, "Periksa tempelan")
    _tekan(page, re.compile(r"^Tambahkan \d+ baris$"))
    expect(page.locator(".pesan--success").first).to_be_visible()


def _sel(isi: str) -> str:
    """A cell as spreadsheets quote it on the clipboard."""
    return '"' + isi.replace('"', '""') + '"' if re.search('["\t\n]', isi) else isi


def _tabel_bebas(layar: Layar, nama: str) -> None:
    (bagian, judul, sumber, *_), *baris = _csv(nama)
    page = layar.buka(f"{RENCANA}/lembar/tabel/baru/")
    for kolom, isi in (("bagian", bagian), ("judul", judul), ("sumber", sumber)):
        page.locator(f"[name={kolom}]").fill(isi)
    page.get_by_text("Isi dari Excel").click()
    page.locator("[name=tempelan]").fill("\n".join("\t".join(map(_sel, satu)) for satu in baris))
    _tekan(page, "Masukkan ke sel")
    _tekan(page, "Simpan tabel")


def _metode(layar: Layar, buku: BukuKerja) -> None:
    metode, page = buku.data.kinerja.metode, layar.buka(f"{RENCANA}/metode/")
    for nama in ("skala", "rumus_negatif", "metode_efisiensi", "skema_sakip"):
        nilai = str(getattr(metode, nama) or "")
        kotak = page.locator(f"[name={nama}]")
        if kotak.first.evaluate("elemen => elemen.tagName") == "SELECT":
            kotak.select_option(nilai)
        else:
            page.locator(f"[name={nama}][value='{nilai}']").check()
    page.locator("[name=desimal]").fill(str(metode.desimal))
    page.locator("[name=batas_capaian]").fill("")
    _tekan(page, re.compile("^Simpan"))
    layar.buka(f"{RENCANA}/skala/")  # the scale that every first year begins with is not this agency's
    _tekan(page, re.compile("^Hapus .*Permendagri", re.IGNORECASE))


def _triwulan(layar: Layar, buku: BukuKerja) -> None:
    """Targets and values of the four quarters, the letter of the last one, and the money of the year."""
    page, per_kode = layar.page, buku.data.kinerja.kinerja_per_triwulan
    daftar = [i.kode for i in buku.data.renstra.daftar_indikator]
    for tw in (1, 2, 3, 4):
        for kolom, saring in (("target", "?target=ya"), ("realisasi", "")):
            layar.buka(f"{PENGISIAN}/{tw}/{saring}")
            nilai = [tulis_isian(getattr(per_kode[kode, 2024, tw], kolom), JenisIsian.ANGKA) for kode in daftar]
            _tempel(page, f"input.kotak__masukan[name^='{kolom}-']", nilai)
        for kode in daftar:
            satu = per_kode[kode, 2024, tw]
            _rincian(layar, tw, kode, {"catatan": satu.catatan, "predikat_realisasi": satu.predikat_realisasi})
    layar.buka(f"{PENGISIAN}/4/anggaran/")
    uang = [
        f"{r.kode}\t{tulis_isian(r.realisasi, JenisIsian.UANG)}" for r in buku.data.anggaran.daftar_realisasi_anggaran
    ]
    _tempel(page, "input.kotak__masukan[name^='realisasi-']", uang)


def _rincian(layar: Layar, triwulan: int, kode: str, isi: dict[str, str]) -> None:
    """What the panel of an indicator holds besides its value."""
    if not any(isi.values()):
        return
    pk = BarisIndikator.objects.get(kode=kode).pk
    page = layar.buka(f"{PENGISIAN}/{triwulan}/indikator/{pk}/")
    page.get_by_text("Predikat", exact=True).first.click()
    for kolom, nilai in isi.items():
        if nilai:
            kotak = page.locator(f".kotak__masukan[name='{kolom}-{pk}']").first
            kotak.fill(nilai)
            kotak.press("Tab")
            expect(page.locator(f"#keadaan-{kolom}-{pk}")).to_have_text("Tersimpan")
