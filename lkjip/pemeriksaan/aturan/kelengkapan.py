"""LEN: the seven analyses that a yearly report owes by PermenPANRB 53/2014, and its date and place (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kinerja.data import Faktor
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.dasar.periode import tulis_tanggal
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.alasan_tertulis import BELUM_TERUKUR, TAK_TERSEDIA, beralasan, bermakna_tiada
from lkjip.pemeriksaan.aturan.dasar import (
    KOSONG,
    Ambang,
    Aturan,
    diperjanjikan,
    galat,
    info,
    langsung_negatif,
    nama,
    peringatan,
    tahun_usai,
    tahunan,
    target_pk_kosong,
)
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator

_SERATUS_PERSEN = 100
_TAHUN_LALU = re.compile(
    rf"^(?=.*{TAK_TERSEDIA}).*(?:tahun(?:-tahun)? (?:sebelumnya|lalu)|antar ?tahun|indikator baru"
    r"|pertama kali di(?:ukur|nilai|pakai)"
    r"|baru (?:diukur|ditetapkan|dipakai))"
)
_EFISIENSI = re.compile(r"efisien[^.]{0,80}\b(?:di(?:hitung|ukur|nilai|sajikan|tetapkan)|tersedia)\b")
_BULAN = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_TANGGAL_BULAN = re.compile(rf",\s{{0,3}}(?:\.{{2,}}|…|_+)?\s{{0,3}}(?P<bulan>(?:{_BULAN})\s+20\d\d)\b", re.IGNORECASE)


def capaian_tidak_terhitung(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-03: no target, no realisasi, or both and still no capaian; once the year is over no reason helps."""
    buku = bacaan.buku
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        hasil = hitung(buku.data, "capaian", i.kode)
        tanpa_target = target_pk_kosong(buku, i.kode)
        if (hasil.keadaan is not Keadaan.KOSONG and not tanpa_target) or (
            not tahun_usai(buku) and _menunggu_nilai(bacaan, i)
        ):
            continue
        sebab = "targetnya dalam Perjanjian Kinerja belum diisi" if tanpa_target else hasil.alasan
        yield _indikator(
            "LEN-03", i, f"Capaian {nama(i.kode, i.uraian)} tidak dapat dihitung: {sebab}.",
            "lembar perjanjian dan kinerja_triwulan", "Lengkapi target atau realisasinya.", "perjanjian_kinerja",
        )  # fmt: skip


def _menunggu_nilai(bacaan: Bacaan, i: Indikator) -> bool:
    """Whether the realisasi is missing, and a remark of a quarter or the text says why."""
    data = bacaan.buku.data
    if hitung(data, "realisasi", i.kode).ada or hitung(data, "predikat_realisasi", i.kode).ada:
        return False
    catatan = [
        k.catatan for k in data.kinerja.daftar_kinerja_triwulan if (k.indikator, k.tahun) == (i.kode, data.tahun)
    ]
    return any(map(bermakna_tiada, catatan)) or beralasan(bacaan, i.kode, BELUM_TERUKUR, umum=False)


def tanpa_tahun_lalu(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-04: no realisasi of any earlier year, and no sentence says why; worth a look where there is only one year."""
    buku = bacaan.buku
    tahun, sedikit = buku.data.tahun, []
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        lalu = _tahun_terisi(buku, i)
        if len(lalu) > 1 or beralasan(bacaan, i.kode, _TAHUN_LALU):
            continue
        if lalu:
            sedikit.append((i, lalu[0]))
            continue
        yield _indikator(
            "LEN-04", i, f"Realisasi {nama(i.kode, i.uraian)} sebelum {tahun} kosong, tanpa alasan dalam naskah.",
            "lembar realisasi_tahunan", "Isi realisasi tahun sebelumnya, atau tulis sebabnya dalam naskah Bab III.",
            "realisasi_lalu",
        )  # fmt: skip
    if sedikit:
        daftar = ", ".join(f"{nama(i.kode, i.uraian)} ({lalu})" for i, lalu in sedikit)
        yield info(
            "LEN-04", f"Hanya satu tahun sebelum {tahun} yang dapat dibandingkan: {daftar}.",
            letak="lembar realisasi_tahunan", subjek=sedikit[0][0].kode if len(sedikit) == 1 else "", butir="satu",
            nilai=", ".join(i.kode for i, _ in sedikit),
            saran="Tambahkan realisasi tahun-tahun yang lebih awal bila ada.", halaman="realisasi_lalu",
        )  # fmt: skip


def _tahun_terisi(buku: BukuKerja, i: Indikator) -> list[int]:
    data = buku.data
    tahun = {r.tahun for r in data.kinerja.daftar_realisasi_tahunan if r.indikator == i.kode}
    tahun |= {k.tahun for k in data.kinerja.daftar_kinerja_triwulan if k.indikator == i.kode}
    besaran = ("realisasi", "predikat_realisasi")
    return [t for t in sorted(tahun) if t < data.tahun and any(hitung(data, b, i.kode, tahun=t).ada for b in besaran)]


def tanpa_target_akhir(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-05: nothing to compare with at the end of the Renstra."""
    akhir, daftar = buku.data.renstra.periode.renstra_akhir, diperjanjikan(buku) if tahunan(buku) else ()
    if daftar and not akhir:
        yield galat(
            "LEN-05", "Tahun akhir Renstra belum diisi, sehingga target jangka menengah tidak dapat dibandingkan.",
            letak="lembar pengaturan, renstra_akhir", butir="renstra_akhir", saran="Isi tahun awal dan akhir Renstra.",
            halaman="renstra",
        )  # fmt: skip
    for i in daftar if akhir else ():
        if not hitung(buku.data, "target_akhir_renstra", i.kode).ada:
            yield _indikator(
                "LEN-05", i, f"Target akhir Renstra ({akhir}) {nama(i.kode, i.uraian)} belum diisi.",
                f"lembar target_tahunan, tahun {akhir}", "Isi target tahun akhir Renstra.", "target_renstra",
            )  # fmt: skip


def tanpa_penyebab(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-07: a missed target without what hindered or what is done about it; a reached one without what helped."""
    tertulis = {n.bagian for n in buku.laporan.daftar_narasi if n.isi.strip()}
    tanpa_sebab = []
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        angka = hitung(buku.data, "capaian", i.kode).angka
        if angka is None:
            continue
        tercapai = angka <= _SERATUS_PERSEN if langsung_negatif(buku, i) else angka >= _SERATUS_PERSEN
        kurang = _faktor_kosong(buku, i, (Faktor.KEBERHASILAN,) if tercapai else (Faktor.HAMBATAN, Faktor.SOLUSI))
        if kurang and tercapai and f"bab3.indikator.{i.kode}.sebab" not in tertulis:
            tanpa_sebab.append(i)
        elif kurang and not tercapai:
            capaian = tulis_angka(angka, 2)
            yield _indikator(
                "LEN-07", i, f"Capaian {nama(i.kode, i.uraian)} {capaian}%, tetapi analisis {' dan '.join(kurang)} "
                "belum ada.",
                f"lembar analisis, tahun {buku.data.tahun}", f"Tulis {' dan '.join(kurang)} pada analisis indikator.",
                "lembar", ("analisis",),
            )  # fmt: skip
    if tanpa_sebab:
        daftar = ", ".join(nama(i.kode, i.uraian) for i in tanpa_sebab)
        yield peringatan(
            "LEN-07", f"Target tercapai, tetapi faktor keberhasilannya belum ditulis: {daftar}.",
            letak=f"lembar analisis, tahun {buku.data.tahun}",
            subjek=tanpa_sebab[0].kode if len(tanpa_sebab) == 1 else "",
            butir="keberhasilan", nilai=", ".join(i.kode for i in tanpa_sebab),
            saran="Tulis apa yang membuatnya berhasil pada analisis indikator.", halaman="lembar",
            argumen=("analisis",),
        )  # fmt: skip


def _faktor_kosong(buku: BukuKerja, i: Indikator, daftar: Sequence[Faktor]) -> list[str]:
    ada, tahun = buku.data.kinerja.daftar_analisis_per_indikator, buku.data.tahun
    return [f.value for f in daftar if not any(a.uraian.strip(KOSONG) for a in ada.get((i.kode, tahun, f), ()))]


def tanpa_efisiensi(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-08, per sasaran that has a capaian: no efficiency can be computed, and no sentence says why."""
    buku = bacaan.buku
    rencana, data = buku.data.renstra, buku.data
    daftar = [s for s in rencana.daftar_sasaran if rencana.daftar_indikator_sasaran(s.kode)]
    if not tahunan(buku) or not daftar:
        return
    if data.kinerja.metode.metode_efisiensi is None:
        if not beralasan(bacaan, "", _EFISIENSI):
            yield galat(
                "LEN-08", "Metode efisiensi belum ditetapkan, sehingga analisis efisiensi tidak dapat dihitung.",
                letak="lembar pengaturan, metode_efisiensi", butir="metode", saran="Pilih metode efisiensi.",
                halaman="metode_pengukuran",
            )  # fmt: skip
        return
    for s in daftar:
        hasil = hitung(data, "efisiensi", s.kode)
        tak_ada = hasil.keadaan in (Keadaan.KOSONG, Keadaan.TIDAK_BERLAKU)
        if not tak_ada or not hitung(data, "rata_rata_sasaran", s.kode).ada:
            continue
        indikator = rencana.daftar_indikator_sasaran(s.kode)[0].kode
        tertaut = any(a.sasaran == s.kode for a in data.anggaran.daftar_anggaran)
        sebab = hasil.alasan if tertaut else "belum ada program atau kegiatan yang ditautkan ke sasaran ini"
        if not beralasan(bacaan, indikator, _EFISIENSI):
            yield galat(
                "LEN-08", f"Efisiensi sasaran {nama(s.kode, s.uraian)} tidak dapat dihitung: {sebab}.",
                letak="lembar anggaran dan realisasi_anggaran", subjek=s.kode,
                saran="Tautkan anggaran ke sasaran ini dan isi realisasinya, atau tulis sebabnya dalam Bab III.",
                halaman="anggaran_rencana",
            )  # fmt: skip


def tidak_diformalkan(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-17: who signs, where and when. A date that the text gives by its month alone is only a warning."""
    buku = bacaan.buku
    instansi, tanggal = buku.data.renstra.instansi, buku.laporan.identitas_berlaku.tanggal_laporan
    isian = {
        "tempat": instansi.tempat, "jabatan kepala": instansi.jabatan_kepala, "nama kepala": instansi.nama_kepala,
        "NIP kepala": instansi.nip_kepala,
    }  # fmt: skip
    kurang = [sebutan for sebutan, isi in isian.items() if not isi.strip(KOSONG)]
    bulan = _bulan_saja(bacaan) if tanggal is None else ""
    if tanggal is None and not bulan:
        kurang.insert(0, "tanggal laporan")
    tempat = {"letak": "lembar instansi dan pengaturan", "halaman": "identitas_tahun"}
    if kurang:
        yield galat(
            "LEN-17", f"Blok pengesahan belum lengkap: {', '.join(kurang)} belum diisi.",
            saran=f"Isi {', '.join(kurang)} pada halaman identitas tahun ini.", **tempat,
        )  # fmt: skip
    if bulan:
        yield peringatan(
            "LEN-17", f"Tanggal pengesahan hanya menyebut bulan, “{bulan}”, tanpa hari.", butir="bulan", nilai=bulan,
            saran="Isi tanggal laporan lengkap dengan harinya.", **tempat,
        )  # fmt: skip


def _bulan_saja(bacaan: Bacaan) -> str:
    """ "Samarinda, Februari 2025" at the foot of the foreword or of Bab IV."""
    for teks in bacaan.daftar_narasi:
        if teks.bagian.startswith(("bab4", "pengantar", "kata_pengantar", "penutup")):
            cocok = _TANGGAL_BULAN.search(teks.isi)
            if cocok:
                return cocok["bulan"]
    return ""


def melewati_tenggat(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-18: due on the last day of February, a pemda's own report on 31 March (PermenPANRB 53/2014)."""
    tanggal = buku.laporan.identitas_berlaku.tanggal_laporan
    tenggat = date(buku.data.tahun + 1, 3, 31 if laporan_pemda(buku) else 1)
    tenggat -= timedelta(days=0 if laporan_pemda(buku) else 1)
    if tahunan(buku) and tanggal is not None and tanggal > tenggat:
        yield galat(
            "LEN-18", f"Tanggal laporan {tulis_tanggal(tanggal)} melewati tenggat {tulis_tanggal(tenggat)}.",
            letak="lembar pengaturan, tanggal_laporan", nilai=tanggal.isoformat(),
            seharusnya=f"paling lambat {tulis_tanggal(tenggat)}",
            saran="Periksa tanggalnya; bila memang terlambat, kepala menjelaskannya.", halaman="identitas_tahun",
        )  # fmt: skip


def laporan_pemda(buku: BukuKerja) -> bool:
    """Whether it is the report of the pemda itself, not of one of its agencies."""
    instansi = buku.data.renstra.instansi
    sebutan, pemda = instansi.nama.strip().casefold(), instansi.pemda.strip().casefold()
    awalan = ("pemerintah provinsi", "pemerintah kabupaten", "pemerintah kota", "pemerintah daerah")
    return bool(sebutan) and (sebutan.startswith(awalan) or sebutan in (pemda, f"pemerintah {pemda}"))


def _indikator(
    aturan: str, i: Indikator, pesan: str, letak: str, saran: str, halaman: str, argumen: tuple[str, ...] = ()
) -> Temuan:
    return galat(aturan, pesan, letak=letak, subjek=i.kode, saran=saran, halaman=halaman, argumen=argumen)


DAFTAR = (
    Aturan("LEN-03", Tingkat.GALAT, "Analisis 1: target–realisasi", periksa_teks=capaian_tidak_terhitung),
    Aturan("LEN-04", Tingkat.GALAT, "Analisis 2: tahun sebelumnya", periksa_teks=tanpa_tahun_lalu),
    Aturan("LEN-05", Tingkat.GALAT, "Analisis 3: target jangka menengah", tanpa_target_akhir),
    Aturan("LEN-07", Tingkat.GALAT, "Analisis 5: penyebab dan solusi", tanpa_penyebab),
    Aturan("LEN-08", Tingkat.GALAT, "Analisis 6: efisiensi", periksa_teks=tanpa_efisiensi),
    Aturan("LEN-17", Tingkat.GALAT, "Laporan tidak diformalkan", periksa_teks=tidak_diformalkan),
    Aturan("LEN-18", Tingkat.GALAT, "Melewati tenggat", melewati_tenggat),
)
