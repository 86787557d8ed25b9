"""What the planning documents of one agency-year show beyond its workbook, out of the database."""

from __future__ import annotations

from datetime import date

from lkjip.dasar.periode import akhir_tahun
from lkjip.laporan.compose.dokumen_bagian import kepala_buku, kepala_daerah_buku
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import daftar_versi
from lkjip.laporan.data_dokumen import BagianUnit, LembarJanji, PihakJanji, ProfilDokumen, RincianIku
from lkjip.pengisian.ruang import RuangTahun
from renstra.data import CaraHitung, Versi
from renstra.data_pejabat import MasaJabatan, jabatan_unit
from renstra.models import LembarPerjanjian, Pejabat, UnitKerja
from renstra.selectors_logo import muat_logo
from renstra.selectors_pejabat import kepala_daerah, masa_jabatan, pejabat_kepala, pejabat_unit
from renstra.selectors_perjanjian import ambil_lembar, rincian_per_kode


def load_profil(ruang: RuangTahun, tanggal: date | None = None, tempat: str = "") -> ProfilDokumen:
    """The agency with who signs as its head on `tanggal` (unknown: today, or the year's last day once it is over)."""
    instansi = ruang.tahun_kinerja.instansi
    return ProfilDokumen(
        kepala=_kepala(ruang, tanggal or _hari(ruang)),
        tempat=tempat or ruang.konteks.instansi.tempat.strip(),
        tanggal=tanggal,
        tugas=instansi.tugas,
        daftar_fungsi=tuple(filter(None, (baris.strip() for baris in instansi.fungsi.splitlines()))),
        logo=muat_logo(instansi) or b"",
    )


def load_profil_iku(ruang: RuangTahun) -> ProfilDokumen:
    """The profile with the forms of the indicators, dated as the Renstra was decreed."""
    profil = load_profil(ruang, ruang.tahun_kinerja.renstra.tanggal_penetapan)
    rincian = {
        kode: RincianIku(
            r.definisi,
            r.alasan,
            CaraHitung(r.cara_hitung) if r.cara_hitung else None,
            r.uraian_pembilang,
            r.uraian_penyebut,
        )
        for kode, r in rincian_per_kode(ruang.tahun_kinerja).items()
    }
    return ProfilDokumen(**{**vars(profil), "rincian": rincian})


def load_profil_rencana_aksi(ruang: RuangTahun) -> ProfilDokumen:
    """The profile, dated as the Perjanjian Kinerja in force was signed."""
    versi = next(reversed(daftar_versi(ruang.konteks)), Versi.MURNI)
    lembar = ambil_lembar(ruang.tahun_kinerja, versi, None)
    return load_profil(ruang, lembar.tanggal, lembar.tempat) if lembar else load_profil(ruang)


def load_janji(ruang: RuangTahun, versi: Versi, unit: UnitKerja | None) -> LembarJanji:
    """The sheet of the head or of a unit: the officials chosen for it, else those who hold the posts on its day."""
    lembar = ambil_lembar(ruang.tahun_kinerja, versi, unit.pk if unit else None)
    hari = (lembar.tanggal if lembar else None) or _hari(ruang)
    pertama = _terpilih(lembar.pihak_pertama if lembar else None)
    kedua = _terpilih(lembar.pihak_kedua if lembar else None, tanpa_nip=unit is None)
    return LembarJanji(
        versi=versi,
        pertama=pertama or (_kepala(ruang, hari) if unit is None else kepala_unit(unit, hari)),
        kedua=kedua or (_kepala_daerah(ruang, hari) if unit is None else _kepala(ruang, hari)),
        tempat=(lembar.tempat if lembar else "") or ruang.konteks.instansi.tempat.strip(),
        tanggal=lembar.tanggal if lembar else None,
        unit=bagian_unit(ruang, unit) if unit else None,
    )


def bagian_unit(ruang: RuangTahun, unit: UnitKerja) -> BagianUnit:
    """The indicators and budget rows whose texts name the unit."""
    peta = ruang.unit
    return BagianUnit(
        unit.nama,
        frozenset(kode for kode, milik in peta.per_indikator.items() if unit.pk in milik),
        frozenset(kode for kode, milik in peta.per_anggaran.items() if unit.pk in milik),
    )


def alasan_perubahan(ruang: RuangTahun, unit: UnitKerja | None = None) -> str:
    """Why the Perjanjian Kinerja was revised, as its sheet says."""
    lembar: LembarPerjanjian | None = ambil_lembar(ruang.tahun_kinerja, Versi.PERUBAHAN, unit.pk if unit else None)
    return lembar.alasan if lembar else ""


def _hari(ruang: RuangTahun) -> date:
    return min(ruang.hari, akhir_tahun(ruang.tahun))


def _pihak(masa: MasaJabatan, *, tanpa_nip: bool = False) -> PihakJanji:
    return PihakJanji(masa.jabatan_lengkap, masa.nama, masa.pangkat, masa.nip, tanpa_nip)


def _terpilih(baris: Pejabat | None, *, tanpa_nip: bool = False) -> PihakJanji | None:
    return None if baris is None else _pihak(masa_jabatan([baris])[0], tanpa_nip=tanpa_nip)


def _kepala(ruang: RuangTahun, hari: date) -> PihakJanji:
    """Without a recorded term the head whom the year itself names."""
    masa = pejabat_kepala(ruang.tahun_kinerja.instansi, hari)
    return _lengkapi(_pihak(masa), ruang.konteks) if masa else kepala_buku(ruang.konteks)


def _lengkapi(pihak: PihakJanji, ktx: Konteks) -> PihakJanji:
    return pihak if pihak.jabatan else PihakJanji(**{**vars(pihak), "jabatan": kepala_buku(ktx).jabatan})


def kepala_unit(unit: UnitKerja, hari: date) -> PihakJanji:
    """Who leads the unit on the day; without a recorded term the post alone."""
    masa = pejabat_unit(unit, hari)
    dikenal = _pihak(masa) if masa else PihakJanji()
    return dikenal if dikenal.jabatan else PihakJanji(**{**vars(dikenal), "jabatan": jabatan_unit(unit.nama)})


def _kepala_daerah(ruang: RuangTahun, hari: date) -> PihakJanji:
    pemda, dasar = ruang.tahun_kinerja.instansi.pemda, kepala_daerah_buku(ruang.konteks)
    masa = kepala_daerah(pemda, hari) if pemda is not None else None
    if masa is None:
        return dasar
    return PihakJanji(masa.jabatan_lengkap or dasar.jabatan, masa.nama, tanpa_nip=True)
