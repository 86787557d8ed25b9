"""Bab II Perencanaan Kinerja: Renstra, IKU, Perjanjian Kinerja and the money planned for it."""

from __future__ import annotations

from lkjip.laporan.compose.bab2_anggaran import rencana_anggaran
from lkjip.laporan.compose.bab2_pohon import bagian_pohon
from lkjip.laporan.compose.kalimat import banyak, bersih, deret_kata, kal, kurang, kutip, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.perjanjian import daftar_versi, tabel_perbandingan, tanpa_murni, uraian_perbedaan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, SifatRuas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, kelompok, sel, tabel
from lkjip.laporan.isi import Bab, Bagian, Baris, Daftar, Rujuk, Simpul, Tabel, Teks
from renstra.data import Indikator


def bab2(ktx: Konteks) -> Bab:
    isi = (
        Bagian("bab2-renstra", "Rencana Strategis", tuple(rencana_strategis(ktx))),
        *bagian_pohon(ktx),
        Bagian("bab2-iku", "Indikator Kinerja Utama", tuple(indikator_kinerja_utama(ktx))),
        Bagian("bab2-perjanjian", "Perjanjian Kinerja", tuple(perjanjian_kinerja(ktx))),
        Bagian("bab2-anggaran", "Rencana Anggaran", tuple(rencana_anggaran(ktx))),
        *sisa(ktx, "bab2"),
    )
    return Bab("bab-2", "Perencanaan Kinerja", isi)


def rencana_strategis(ktx: Konteks) -> list[Simpul]:
    letak = "bab2-renstra"
    sendiri = tulisan(ktx, "bab2.renstra", "bab2.rencana_strategis", letak=letak, judul="Rencana strategis")
    periode = f" {ktx.periode_renstra}" if ktx.periode_renstra else ""
    r = ktx.renstra
    isi = ((len(r.daftar_misi), "misi"), (len(r.daftar_tujuan), "tujuan"), (len(r.daftar_sasaran), "sasaran"))
    ada = [banyak(n, nama) for n, nama in isi if n]
    pembuka = par(
        kal("Renstra{periode} menjadi acuan jangka menengah perangkat daerah ini.", periode=periode),
        kal(
            "Di dalamnya terdapat {isi}, dengan {indikator} pada tingkat tujuan dan sasaran.",
            isi=deret_kata(ada),
            indikator=banyak(len(ktx.indikator_utama), "indikator"),
        )
        if ada
        else (),
    )
    return [
        *sendiri,
        *otomatis(ktx, f"bab2.renstra{AKHIRAN_KALIMAT}", [pembuka], letak=letak),
        Bagian("bab2-visi-misi", "Visi dan Misi", tuple(visi_misi(ktx))),
        Bagian("bab2-tujuan-sasaran", "Tujuan dan Sasaran", tuple(tujuan_sasaran(ktx))),
        Bagian("bab2-target-renstra", "Target Kinerja Jangka Menengah", tuple(target_renstra(ktx))),
    ]


def visi_misi(ktx: Konteks) -> list[Simpul]:
    letak, nama = "bab2-visi-misi", ("bab2.visi_misi", "bab2.visi", "bab2.misi")
    sifat = SifatRuas.BEBAS if ktx.renstra.daftar_misi else SifatRuas.WAJIB
    sendiri = tulisan(ktx, *nama, letak=letak, judul="Visi dan misi", sifat=sifat)
    if not ktx.renstra.daftar_misi:
        return sendiri or [kurang("Visi dan misi belum diisi (lembar misi).")]
    if not any(m.visi.strip() for m in ktx.renstra.daftar_misi):
        sendiri.append(kurang("Rumusan visi belum diisi (lembar misi, kolom visi)."))
    return [*sendiri, *otomatis(ktx, f"bab2.visi_misi{AKHIRAN_KALIMAT}", _visi_misi_tersusun(ktx), letak=letak)]


def _visi_misi_tersusun(ktx: Konteks) -> list[Simpul]:
    hasil: list[Simpul] = []
    daftar_visi = list(dict.fromkeys(bersih(m.visi) for m in ktx.renstra.daftar_misi if m.visi.strip()))
    if daftar_visi:
        visi = deret_kata([(Teks(kutip(v), tebal=True),) for v in daftar_visi])
        hasil.append(par(kal("Visi yang dituju adalah {visi}.", visi=visi)))
    misi = tuple((Teks(nama_rapi(m.uraian, m.kode) + "."),) for m in ktx.renstra.daftar_misi)
    if len(misi) == 1:
        hasil.append(
            par(kal("Misi yang didukung perangkat daerah ini ialah {m}.", m=kutip(ktx.renstra.daftar_misi[0].uraian)))
        )
        return hasil
    return [*hasil, par("Misi yang didukung perangkat daerah ini:"), Daftar(misi)]


def tujuan_sasaran(ktx: Konteks) -> list[Simpul]:
    letak, nama = "bab2-tujuan-sasaran", ("bab2.tujuan_sasaran", "bab2.tujuan", "bab2.sasaran")
    sendiri = tulisan(ktx, *nama, letak=letak, judul="Tujuan dan sasaran")
    if not ktx.renstra.daftar_tujuan and not ktx.sasaran:
        return [*sendiri, kurang("Tujuan dan sasaran belum diisi (lembar tujuan dan sasaran).")]
    isi: list[Baris] = []
    for tujuan in ktx.renstra.daftar_tujuan:
        isi.append(kelompok(f"Tujuan: {nama_rapi(tujuan.uraian, tujuan.kode)}", 3))
        isi.extend(_baris_cakupan(ktx, tujuan.kode))
    lepas = [s for s in ktx.sasaran if s.tujuan not in ktx.renstra.tujuan_per_kode]
    if lepas:
        if ktx.renstra.daftar_tujuan:
            isi.append(kelompok("Sasaran yang belum ditautkan ke tujuan", 3))
        for sasaran in lepas:
            isi.extend(_baris_sasaran(sasaran.uraian or sasaran.kode, ktx.indikator_sasaran(sasaran.kode)))
    kolom = (("Tujuan / Sasaran", 45, KIRI), ("Indikator", 40, KIRI), ("Satuan", 15, TENGAH))
    hasil: list[Simpul] = [*sendiri, tabel("tabel-tujuan-sasaran", "Tujuan, Sasaran, dan Indikatornya", kolom, isi)]
    if not ktx.renstra.daftar_tujuan:
        hasil.append(kurang("Sasaran belum ditautkan ke tujuan: lembar tujuan belum diisi."))
    return hasil


def _baris_cakupan(ktx: Konteks, kode_tujuan: str) -> list[Baris]:
    """Indicators of the tujuan itself, then its sasaran."""
    hasil = [
        baris("(indikator tujuan)", ktx.nama_indikator(i), i.satuan)
        for i in ktx.renstra.daftar_indikator_tujuan(kode_tujuan)
    ]
    for sasaran in ktx.sasaran:
        if sasaran.tujuan == kode_tujuan:
            hasil.extend(_baris_sasaran(sasaran.uraian or sasaran.kode, ktx.indikator_sasaran(sasaran.kode)))
    return hasil or [baris("Belum ada sasaran", "–", "–")]


def _baris_sasaran(uraian: str, daftar: tuple[Indikator, ...]) -> list[Baris]:
    if not daftar:
        return [baris(uraian, "Belum ada indikator (lembar indikator)", "–")]
    return [
        baris(*((sel(uraian, baris=len(daftar)),) if urutan == 0 else ()), Konteks.nama_indikator(i), i.satuan)
        for urutan, i in enumerate(daftar)
    ]


def target_renstra(ktx: Konteks) -> list[Simpul]:
    sendiri = tulisan(ktx, "bab2.target_renstra", letak="bab2-target-renstra", judul="Target jangka menengah")
    daftar, tahun = ktx.indikator_utama, ktx.tahun_renstra
    if not daftar or not tahun:
        return [*sendiri, kurang("Target jangka menengah belum dapat disajikan (lembar indikator dan target_tahunan).")]
    kolom = [("No", 5, TENGAH), ("Indikator", 35, KIRI), ("Satuan", 12, TENGAH), *((str(t), 11, KANAN) for t in tahun)]
    isi = [
        baris(
            str(nomor), ktx.nama_indikator(i), i.satuan, *(ktx.target(i.kode, tahun=t, versi="renstra") for t in tahun)
        )
        for nomor, i in enumerate(daftar, 1)
    ]
    periode = ktx.periode_renstra or f"{tahun[0]}–{tahun[-1]}"
    hasil: list[Simpul] = [
        *sendiri,
        tabel(
            "tabel-target-renstra",
            f"Target Kinerja Renstra {periode}",
            kolom,
            isi,
            sumber=f"Renstra {ktx.singkatan}",
            mendatar=len(tahun) > 6,
        ),
    ]
    tanpa = [i for i in daftar if not any(ktx.ada_target(i.kode, tahun=t, versi="renstra") for t in tahun)]
    if tanpa:
        hasil.append(
            kurang(
                "Target Renstra belum diisi (lembar target_tahunan) untuk {n}: {nama}.",
                n=banyak(len(tanpa), "indikator"),
                nama=deret_kata([kutip(i.uraian) for i in tanpa]),
            )
        )
    return hasil


def indikator_kinerja_utama(ktx: Konteks) -> list[Simpul]:
    letak, nama = "bab2-iku", ("bab2.iku", "bab2.indikator_kinerja_utama")
    sendiri = tulisan(ktx, *nama, letak=letak, judul="Indikator Kinerja Utama")
    daftar = [i for i in ktx.indikator_utama if i.iku]
    if not daftar:
        return [*sendiri, kurang("Belum ada indikator yang ditandai sebagai IKU (lembar indikator, kolom iku).")]
    pembuka = par(
        kal(
            "Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan yang dipilih dari indikator tujuan dan "
            "sasaran. Perangkat "
            "daerah ini memiliki {n}; cara menghitung, sumber data, dan penanggung jawabnya tercantum pada {tabel}.",
            n=banyak(len(daftar), "IKU"),
            tabel=Rujuk("tabel-iku"),
        )
    )
    kalimat = otomatis(ktx, f"bab2.iku{AKHIRAN_KALIMAT}", [pembuka], letak=letak)
    return [*sendiri, *kalimat, tabel_iku(ktx, daftar), *_iku_tak_lengkap(ktx, daftar)]


def tabel_iku(ktx: Konteks, daftar: list[Indikator]) -> Tabel:
    kolom = (
        ("No", 5, TENGAH),
        ("Indikator Kinerja Utama", 20, KIRI),
        ("Satuan", 11, TENGAH),
        ("Penjelasan dan Formulasi", 32, KIRI),
        ("Sumber Data", 17, KIRI),
        ("Penanggung Jawab", 15, KIRI),
    )
    isi = [
        baris(
            str(nomor),
            ktx.nama_indikator(i),
            i.satuan or "–",
            i.formulasi.strip() or "–",
            i.sumber_data.strip() or "–",
            i.penanggung_jawab.strip() or "–",
        )
        for nomor, i in enumerate(daftar, 1)
    ]
    return tabel("tabel-iku", f"Indikator Kinerja Utama {ktx.singkatan}", kolom, isi)


def _iku_tak_lengkap(ktx: Konteks, daftar: list[Indikator]) -> list[Simpul]:
    medan = (
        ("satuan", "satuan"),
        ("formulasi", "formulasi"),
        ("sumber_data", "sumber data"),
        ("penanggung_jawab", "penanggung jawab"),
    )
    butir = []
    for indikator in daftar:
        hilang = [nama for kolom, nama in medan if not getattr(indikator, kolom).strip()]
        if hilang:
            butir.append(kal("{nama}: {hilang}", nama=kutip(ktx.nama_indikator(indikator)), hilang=deret_kata(hilang)))
    if not butir:
        return []
    return [
        kurang("Keterangan IKU berikut belum diisi di lembar indikator. {daftar}.", daftar=deret_kata(butir, "serta"))
    ]


def perjanjian_kinerja(ktx: Konteks) -> list[Simpul]:
    letak, nama = "bab2-perjanjian", ("bab2.perjanjian_kinerja", "bab2.perjanjian")
    sendiri = tulisan(ktx, *nama, letak=letak, judul="Perjanjian Kinerja")
    versi = daftar_versi(ktx)
    if not versi:
        return [*sendiri, kurang("Perjanjian Kinerja tahun {tahun} belum diisi (lembar perjanjian).", tahun=ktx.tahun)]
    dokumen = {"murni": "Perjanjian Kinerja (murni)", "perubahan": "Perjanjian Kinerja Perubahan"}
    pembuka = kal(
        "Target tahunan Renstra dituangkan menjadi janji kinerja antara {kepala} dan {atasan} melalui {dokumen} "
        "tahun {tahun}.",
        kepala=ktx.instansi.jabatan_kepala.strip() or "kepala perangkat daerah",
        atasan=ktx.instansi.jabatan_kepala_daerah.strip() or "kepala daerah",
        dokumen=deret_kata([dokumen[v.value] for v in versi]),
        tahun=ktx.tahun,
    )
    lampiran = deret_kata([Rujuk(f"lampiran-pk-{v.value}") for v in versi])
    kedua = kal("Formulir lengkapnya dimuat pada {lampiran}.", lampiran=lampiran)
    return [
        *sendiri,
        *otomatis(ktx, f"bab2.perjanjian_kinerja{AKHIRAN_KALIMAT}", [par(pembuka, kedua)], letak=letak),
        tabel_perbandingan(ktx),
        *uraian_perbedaan(ktx, letak=letak),
        *tanpa_murni(ktx),
        *tulisan(ktx, "bab2.target_kinerja", letak=letak, judul="Target kinerja"),
    ]
