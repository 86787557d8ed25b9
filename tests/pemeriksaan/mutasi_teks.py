"""Faults in sentences, typed tables and single settings, worded as different offices would, for any sound workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from kinerja.data import JenisPembanding, Pembanding
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import bulat, tulis_angka
from lkjip.data import BukuKerja
from lkjip.laporan.data import DataLaporan, GambarNaskah, IdentitasLaporan, JenisLaporan, TabelBebas
from lkjip.pemeriksaan.data import Klaim
from renstra.data import JenisIndikator
from tests.pemeriksaan.mutasi_lain import Mutasi, isi, tambah, tulis, ubah

D = Decimal


def _angka(b: BukuKerja, besaran: str, kode: str = "", tahun: int | None = None) -> Decimal:
    return hitung(b.data, besaran, kode, tahun=tahun).angka or D(0)


def _tulis(n: Decimal) -> str:
    return tulis_angka(n, 2)


def _indikator(b: BukuKerja) -> Iterator[Mutasi]:
    tahun = b.data.tahun
    for i in b.data.renstra.daftar_indikator_semua_sasaran:
        r, c, lalu = (
            _angka(b, "realisasi", i.kode),
            _angka(b, "capaian", i.kode),
            _angka(b, "realisasi", i.kode, tahun - 1),
        )
        balik, nama = "menurun" if r > lalu else "meningkat", i.uraian
        for kalimat in (
            f"{nama} {balik} dari {_tulis(lalu)} menjadi {_tulis(r)}.",
            f"Realisasi {nama} {balik} dari {_tulis(lalu)} tahun {tahun - 1} menjadi {_tulis(r)} tahun {tahun}.",
        ):
            yield "NAR-03", f"{i.kode} {kalimat[-60:]}", tulis(b, "bab3.analisis", kalimat)
        for kalimat in (
            f"{nama} {'turun' if r > lalu else 'naik'} dibandingkan tahun sebelumnya.",
            f"Dibandingkan tahun {tahun - 1}, realisasi {nama} {balik}.",
        ):
            yield "HIT-22", f"{i.kode} {kalimat[-40:]}", tulis(b, "bab3.analisis", kalimat)
        if i.jenis is not JenisIndikator.ANGKA:
            yield (
                "HIT-21",
                i.kode,
                tulis(b, "bab3.analisis", f"{nama} memperoleh capaian {_tulis(r)} dengan realisasi {_tulis(c)}%."),
            )
        for kalimat in (
            f"Realisasi {nama} tahun {tahun} sebesar {_tulis(r + D('3.17'))}.",
            f"{nama} terealisasi {_tulis(r + D('3.17'))} pada akhir tahun {tahun}.",
        ):
            yield "NAR-04", f"{i.kode} {kalimat[-40:]}", tulis(b, "bab3.analisis", kalimat)
        kiri, kanan = nama.split(" ", 1)
        yield (
            "KON-06",
            i.kode,
            tulis(b, "bab2.renstra", f"Indikator “{kiri} ukuran {kanan}” dipakai sejak awal Renstra."),
        )
        yield (
            "KON-12",
            i.kode,
            tulis(b, "bab2.perjanjian_kinerja", f"Perjanjian Kinerja memuat {27} indikator kinerja utama."),
        )
        if c < 100:
            for kalimat in (
                "Seluruh target indikator kinerja telah tercapai.",
                "Semua indikator mencapai target yang ditetapkan.",
                f"Pada tahun {tahun} semua target kinerja tercapai.",
            ):
                yield "NAR-01", kalimat, tulis(b, "bab4.kesimpulan", kalimat)
            for kalimat in (
                f"Penggunaan anggaran untuk {nama} sudah efisien.",
                f"Pencapaian {nama} tergolong efisien.",
                f"Dengan demikian penggunaan sumber daya pada {nama} dapat dikatakan efisien.",
            ):
                yield "EFI-05", kalimat, tulis(b, "bab3.efisiensi", kalimat)
        dua = (Pembanding(i.kode, tahun, JenisPembanding.INSTANSI, n, D("61.37")) for n in ("Provinsi X", "Provinsi Y"))
        yield "LEN-23", i.kode, tambah(b, "daftar_pembanding", *dua)
    urut = sorted(b.data.renstra.daftar_indikator_semua_sasaran, key=lambda i: _angka(b, "capaian", i.kode))
    bawah, atas = urut[0], urut[-1]
    if _angka(b, "capaian", bawah.kode) != _angka(b, "capaian", atas.kode):
        for kalimat in (
            f"Capaian tertinggi diraih {bawah.uraian} sebesar {_tulis(_angka(b, 'capaian', bawah.kode))}%.",
            f"Indikator dengan capaian paling tinggi adalah {bawah.uraian}.",
            f"Capaian terendah adalah {atas.uraian} sebesar {_tulis(_angka(b, 'capaian', atas.kode))}%.",
            "Capaian tertinggi 87,30% sedangkan capaian terendah 91,20%.",
        ):
            yield "NAR-02", kalimat, tulis(b, "bab3.analisis", kalimat)


def _hitungan(b: BukuKerja) -> Iterator[Mutasi]:
    for kalimat in (
        "Sebanyak 197 dari 240 orang peserta lulus, sisanya 53 orang mengulang.",
        "Dari 240 orang peserta, 197 orang lulus sehingga masih tersisa 53 orang.",
        "Dari 240 pengaduan, 197 pengaduan selesai dan selebihnya 53 pengaduan diproses.",
        "Sebesar 83,85% terpenuhi sehingga masih ada kesenjangan 17,15%.",
    ):
        yield "HIT-16", kalimat, tulis(b, "bab3.analisis", kalimat)
    for kalimat in (
        "Sebanyak 396 dari 425 orang atau 90,00% mengikuti pelatihan.",
        "Peserta yang lulus 197 orang dari 240 orang (85,08%).",
    ):
        yield "HIT-15", kalimat, tulis(b, "bab3.analisis", kalimat)
    for kalimat in ("Rata-rata capaian seluruh indikator > 100%.", "Rata-rata capaian kinerja ≥ 100 persen."):
        yield "HIT-11", kalimat, tulis(b, "bab4.kesimpulan", kalimat)
    for sasaran in b.data.renstra.daftar_sasaran:
        efisien = _angka(b, "efisiensi", sasaran.kode)
        if hitung(b.data, "simpulan_efisiensi", sasaran.kode).kata == "efisien":
            for kalimat in (
                f"Sasaran {sasaran.uraian} tidak efisien.",
                f"Sasaran {sasaran.uraian} mengalami inefisiensi dengan nilai {_tulis(efisien)}.",
            ):
                yield "EFI-08", kalimat[-60:], tulis(b, "bab3.efisiensi", kalimat)
        if _angka(b, "rata_rata_sasaran", sasaran.kode) < 100:
            yield (
                "EFI-05",
                sasaran.kode,
                tulis(b, "bab3.efisiensi", f"Sasaran {sasaran.uraian} dilaksanakan secara efisien."),
            )
    s = _angka(b, "serapan")
    for kalimat in (
        f"Anggaran terserap {_tulis(s)}% sehingga sisa anggaran {_tulis(100 - s + 1)}%.",
        f"Sisa anggaran sebesar {_tulis(100 - s + 1)}% dari serapan {_tulis(s)}%.",
    ):
        yield "EFI-04", kalimat, tulis(b, "bab3.realisasi_anggaran", kalimat)
    yield "EFI-03", "total", tulis(b, "bab3.efisiensi", f"Efisiensi anggaran sebesar {_tulis(100 - s)}%.")
    t = b.data.tahun - 1
    for kalimat in (
        f"Pagu anggaran tahun {t} sebesar Rp23.370.888.310,00 terserap Rp21.128.004.117,00.",
        f"Realisasi anggaran Tahun {t} adalah Rp21.128.004.117.",
    ):
        yield "ANG-17", kalimat, tulis(b, "bab3.efisiensi", kalimat)
    for sisa in ("Rp1,250,000.00", "Rp 2,784,829,000.00"):
        yield (
            "FMT-02",
            sisa,
            tulis(
                tulis(b, "bab3.analisis", f"Belanja jasa {sisa} pada akhir tahun."),
                "bab3.analisis",
                "Belanja alat Rp1.250.000,00 pada akhir tahun.",
            ),
        )
    for rusak in ("Rp221.442.00", "Rp 4.851.833.00", "Rp129.50.000", "Rp1.2500.000"):
        yield "FMT-01", rusak, tulis(b, "bab3.realisasi_anggaran", f"Belanja itu menyerap {rusak} sampai Desember.")
    for titik in ("83.85%", "97.3 %", "100.48%"):
        yield "FMT-03", titik, tulis(b, "bab3.analisis", f"Tingkat kehadiran peserta mencapai {titik} setiap hari.")
    for terbilang in (
        "13 (dua belas)",
        "90,43 (sembilan puluh koma empat)",
        "7 (tujuh belas)",
        "1.250 (seribu dua ratus)",
    ):
        yield "FMT-08", terbilang, tulis(b, "bab3.analisis", f"Telah dilaksanakan {terbilang} kegiatan pendampingan.")
    for kata in ("per55able55n", "kin3rja", "[nama instansi]", "#DIV/0!", "…………", "XXX"):
        yield "NAR-08", kata, tulis(b, "bab3.analisis", f"Kondisi tersebut menunjukkan {kata} yang perlu diperhatikan.")
    for hukum in (
        "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah",
        "Keputusan Menteri PAN Nomor KEP/25/M.PAN/2/2004 tentang Pedoman Umum Penyusunan Indeks Kepuasan Masyarakat",
    ):
        yield "NAR-07", hukum, tulis(b, "bab1.dasar_hukum", hukum)
    for kata in ("Presentase", "direview", "LJIP"):
        ulang = "LKjIP dan LJIP" if kata == "LJIP" else kata
        yield "FMT-15", kata, tulis(b, "bab4.langkah", f"{ulang} diselesaikan tepat waktu.")


def _bentuk(b: BukuKerja) -> Iterator[Mutasi]:
    r, naskah, tahun = b.data.renstra, b.laporan, b.data.tahun
    for periode in (f"{(r.periode.renstra_awal or 0) - 3}-{(r.periode.renstra_akhir or 0) - 3}", "2010 – 2015"):
        for kalimat in (
            f"Renstra {periode} memuat arah kebijakan.",
            f"Rencana Strategis Tahun {periode} disusun bersama.",
        ):
            yield "KON-13", kalimat, tulis(b, "bab2.renstra", kalimat)
    for kalimat in (
        f"Laporan Kinerja Tahun {tahun - 1} ini memuat hasil pengukuran.",
        f"LKjIP Tahun {tahun + 1} disampaikan.",
    ):
        yield "KON-14", kalimat, tulis(b, "pengantar", kalimat)
    judul = TabelBebas(
        "tabel_18",
        "bab3.analisis",
        f"Tabel 4.1 Capaian Kinerja Tahun {tahun + 1}",
        "Bidang",
        ("A", "B"),
        (("x", D(1)), ("y", D(2))),
    )
    yield "KON-14", "judul tabel", tambah(b, "daftar_tabel", judul)
    yield "FMT-12", "NIP lain", tulis(b, "pengantar", "Kepala Dinas, Drs. Bambang Wijaya NIP 196806151994031005")
    yield "FMT-13", "tanggal", tulis(b, "bab4.kesimpulan", f"{r.instansi.tempat}, 3 Januari {tahun + 1}")
    yield "FMT-13", "dini", isi(b, "identitas", replace(naskah.identitas, tanggal_laporan=date(tahun, 11, 3)))
    yield "FMT-14", "mundur", tulis(b, "bab3.analisis", "3.1.1 Sasaran satu\n\n3.1.3 Sasaran tiga\n\n3.1.2 Sasaran dua")
    dua = replace(judul, judul=f"Tabel 4.1 Capaian Tahun {tahun}")
    for nomor in ("4.1", "4.4"):
        lagi = replace(dua, nama="tabel_21", judul=f"Tabel {nomor} Realisasi Tahun {tahun}")
        yield "FMT-04", nomor, tambah(b, "daftar_tabel", dua, lagi)
    kolom = replace(dua, kepala=("Uraian", "Target", "Nilai"), baris=(("(1)", "(2)", "(2)"), ("x", D(1), D(2))))
    yield "FMT-07", "ganda", tambah(b, "daftar_tabel", kolom)
    yield "FMT-07", "loncat", tambah(b, "daftar_tabel", replace(kolom, baris=(("1", "2", "4"), ("Rapat", D(1), D(2)))))
    campur = replace(dua, kepala=("Uraian", "Capaian"), baris=(("A", "95%"), ("B", "96"), ("C", "97 (B)")))
    yield "FMT-09", "campur", tambah(b, "daftar_tabel", campur)
    for daftar in ("Tabel 4.1 Perkembangan Lain Sekali .......... 12", "Tabel 4.1 Perkembangan Lain Sekali"):
        yield "FMT-06", daftar, tulis(tambah(b, "daftar_tabel", dua), "daftar_tabel", daftar)
    gambar = GambarNaskah("foto", "bab3.analisis")
    yield "FMT-16", "unggahan", replace(b, laporan=replace(naskah, daftar_gambar=(gambar,)))
    yield "FMT-16", "teks", tulis(b, "bab3.analisis", "Gambar 3.1")
    isi_komposisi = (("Laki-laki", D("52.5")), ("Perempuan", D("50.5")))
    yield (
        "HIT-27",
        "komposisi",
        tambah(
            b,
            "daftar_tabel",
            replace(
                dua,
                judul="Tabel 4.1 Komposisi Peserta menurut Jenis Kelamin",
                kepala=("Jenis", "Persentase (%)"),
                baris=isi_komposisi,
            ),
        ),
    )
    lke = (
        ("Perencanaan Kinerja", D(30), D(24)),
        ("1.a Keberadaan", D(7), D("5.6")),
        ("1.b Kualitas", D(8), D("6.4")),
        ("1.c Pemanfaatan", D(15), D(12)),
    )
    yield "SAK-06", "bobot", tambah(b, "daftar_tabel", replace(dua, kepala=("Komponen", "Bobot", "Nilai"), baris=lke))
    benar = (lke[0], ("1.a Keberadaan", D(6), D("4.3")), ("1.b Kualitas", D(9), D("6.3")), lke[3])
    yield "SAK-07", "nilai", tambah(b, "daftar_tabel", replace(dua, kepala=("Komponen", "Bobot", "Nilai"), baris=benar))
    i, s = r.daftar_indikator_semua_sasaran[0], r.daftar_sasaran[0]
    p = b.data.anggaran.daftar_anggaran[0]
    yield (
        "TW-08",
        "geser",
        tambah(
            b,
            "daftar_tabel",
            replace(dua, kepala=("Sasaran", "Indikator", "Program"), baris=((s.uraian, p.uraian, i.uraian),)),
        ),
    )
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN, 3, date(tahun, 10, 16))
    yield "TW-09", "sehari", replace(b, laporan=DataLaporan(identitas))
    orang = replace(
        dua,
        bagian="bab1.sdm",
        judul=f"Tabel 1.9 Pegawai menurut Golongan Tahun {tahun}",
        kepala=("Golongan", "Jumlah"),
        baris=(("III", D(47)), ("IV", D(9)), ("Jumlah", D(56))),
    )
    if naskah.daftar_tabel:
        yield "HIT-26", "tabel", tambah(b, "daftar_tabel", orang)
    for kalimat in (
        "Pegawai berjumlah 58 orang.",
        "Dinas didukung oleh 58 pegawai.",
        "Jumlah pegawai sebanyak 58 orang.",
    ):
        sendiri = replace(b, laporan=replace(naskah, daftar_tabel=(orang,)))
        yield "HIT-26", kalimat, tulis(sendiri, "bab1.sdm", kalimat)


def _uang_klaim(b: BukuKerja) -> Iterator[Mutasi]:
    a, tahun = b.data.anggaran, b.data.tahun
    if not b.daftar_klaim:
        return
    total, pakai = _angka(b, "jumlah_pagu"), _angka(b, "jumlah_realisasi")
    yield "ANG-05", "pagu", tambah(b, "daftar_klaim", Klaim("Tabel 2.5", "jumlah_pagu", "", tahun, nilai=total + 1))
    yield (
        "ANG-07",
        "realisasi",
        tambah(b, "daftar_klaim", Klaim("Tabel 2.5", "jumlah_realisasi", "", tahun, nilai=pakai - 9)),
    )
    for subjek in ("", *(x.kode for x in a.daftar_anggaran)):
        p = _angka(b, "jumlah_pagu", subjek)
        yield (
            "ANG-06",
            subjek,
            tambah(
                b,
                "daftar_klaim",
                *(
                    Klaim("Tabel 2.6", k, subjek, tahun, nilai=n)
                    for k, n in (("jumlah_pagu", p), ("jumlah_realisasi", p), ("serapan", D("96.2")))
                ),
            ),
        )
        if subjek:
            yield (
                "ANG-13",
                subjek,
                tambah(b, "daftar_klaim", Klaim("Tabel 3.9", "jumlah_pagu", subjek, tahun, nilai=p - 1000)),
            )
    baris = [k for k in b.daftar_klaim if k.besaran == "serapan" and k.subjek in a.anggaran_per_kode]
    for geser in (1, -1):
        ganti = {k.subjek: baris[(n + geser) % len(baris)].nilai for n, k in enumerate(baris)}
        yield (
            "ANG-14",
            str(geser),
            isi(
                b, "daftar_klaim", tuple(replace(k, nilai=ganti[k.subjek]) if k in baris else k for k in b.daftar_klaim)
            ),
        )
    daun = [x.kode for x in a.daftar_anggaran if not a.daftar_anak.get(x.kode)]
    for satu, lain in pairwise(daun):
        yield (
            "ANG-15",
            satu,
            ubah(
                b,
                "daftar_klaim",
                {"besaran": "jumlah_realisasi", "subjek": satu},
                nilai=_angka(b, "jumlah_realisasi", lain),
            ),
        )
    program = [x.kode for x in a.daftar_anak[""]]
    for satu in program:
        jumlah = sum((_angka(b, "jumlah_pagu", x) for x in program if x != satu), D(0))
        yield "ANG-16", satu, ubah(b, "daftar_klaim", {"besaran": "jumlah_pagu", "subjek": satu}, nilai=jumlah)
    batas = b.data.kinerja.metode.batas_capaian
    if batas is None:  # capped everywhere but in the figures of efficiency
        berbatas = isi(b, "metode", replace(b.data.kinerja.metode, batas_capaian=D(100)))
        yield (
            "EFI-06",
            "tanpa batas",
            isi(
                berbatas,
                "daftar_klaim",
                tuple(
                    replace(k, nilai=min(k.nilai, D(100)))
                    if k.besaran in ("capaian", "rata_rata_sasaran") and k.nilai
                    else k
                    for k in b.daftar_klaim
                ),
            ),
        )
    for i in b.data.renstra.daftar_indikator_semua_sasaran:
        salah = batas + 3 if batas else D(100)
        if batas or _angka(b, "capaian", i.kode) > D("100.5"):
            yield (
                "HIT-03",
                i.kode,
                ubah(b, "daftar_klaim", {"besaran": "capaian", "subjek": i.kode, "triwulan": None}, nilai=salah),
            )
        c = _angka(b, "capaian", i.kode)
        if bulat(c, 2) != c and (c * 10) % 10 >= 6:
            yield (
                "HIT-02",
                i.kode,
                ubah(b, "daftar_klaim", {"besaran": "capaian", "subjek": i.kode, "triwulan": None}, nilai=D(int(c))),
            )
        if i.jenis is JenisIndikator.PREDIKAT:
            yield "HIT-18", i.kode, tambah(b, "daftar_klaim", Klaim("Tabel 3.1", "realisasi", i.kode, tahun, teks="CC"))
        if "kepuasan" in i.uraian or "merit" in i.uraian:
            yield "HIT-19", i.kode, tambah(b, "daftar_klaim", Klaim("Tabel 3.1", "realisasi", i.kode, tahun, teks="BB"))
    for x in b.data.renstra.daftar_sasaran:
        yield (
            "EFI-10",
            x.kode,
            tambah(
                b,
                "daftar_klaim",
                Klaim(
                    "Tabel efisiensi",
                    "serapan",
                    x.kode,
                    tahun,
                    nilai=_angka(b, "serapan", x.kode).quantize(D("0.01")) - D("0.4"),
                ),
            ),
        )
        yield (
            "EFI-03",
            x.kode,
            ubah(
                b,
                "daftar_klaim",
                {"besaran": "efisiensi", "subjek": x.kode},
                nilai=bulat(100 - _angka(b, "serapan", x.kode), 2),
            ),
        )
        yield (
            "EFI-07",
            x.kode,
            tambah(b, "daftar_klaim", Klaim("Tabel 3.9, nilai efisiensi", "efisiensi", x.kode, tahun, nilai=D(235))),
        )


def mutasi_teks(b: BukuKerja) -> Iterator[Mutasi]:
    """All of them, planted into this workbook."""
    for macam in (_indikator, _hitungan, _bentuk, _uang_klaim):
        yield from macam(b)
