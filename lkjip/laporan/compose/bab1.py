"""Bab I Pendahuluan (PermenPANRB 53/2014 Lampiran II): the organisation, its strategic aspects and main problems."""

from __future__ import annotations

from lkjip.laporan.compose.kalimat import kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, SifatRuas
from lkjip.laporan.compose.sampul import masa
from lkjip.laporan.compose.struktur import BAGIAN_STRUKTUR, bagian_struktur
from lkjip.laporan.compose.swot import swot
from lkjip.laporan.isi import Bab, Bagian, Daftar, Sebaris, Simpul, Teks

_DASAR_PELAPORAN = (
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah",
)


def bab1(ktx: Konteks) -> Bab:
    bagian = [
        _bagian("latar-belakang", "Latar Belakang", latar_belakang(ktx, letak="bab1-latar-belakang")),
        _bagian("dasar-hukum", "Dasar Hukum", dasar_hukum(ktx, letak="bab1-dasar-hukum")),
        _bagian("tugas-fungsi", "Tugas dan Fungsi", tugas_fungsi(ktx, letak="bab1-tugas-fungsi")),
        bagian_struktur(ktx, _atau_kurang(ktx, "bab1-struktur", "susunan organisasi", *BAGIAN_STRUKTUR)),
        _bagian(
            "sdm",
            "Sumber Daya Manusia",
            _atau_kurang(ktx, "bab1-sdm", "jumlah dan komposisi pegawai", "bab1.sdm", "bab1.sumber_daya_manusia"),
        ),
        _bagian(
            "sarana",
            "Sarana dan Prasarana",
            _atau_kurang(ktx, "bab1-sarana", "sarana dan prasarana kerja", "bab1.sarana_prasarana", "bab1.sarana"),
        ),
        _bagian("isu", "Isu Strategis dan Permasalahan Utama", isu_strategis(ktx)),
        *swot(ktx),
    ]
    letak, judul = "bab1-sistematika", "Sistematika penyajian"
    penutup = otomatis(ktx, "bab1.sistematika", _sistematika(ktx), letak=letak, judul=judul)
    bagian += [*sisa(ktx, "bab1"), _bagian("sistematika", "Sistematika Penyajian", penutup)]
    return Bab("bab-1", "Pendahuluan", tuple(bagian))


def _bagian(kunci: str, judul: str, isi: list[Simpul]) -> Bagian:
    return Bagian(f"bab1-{kunci}", judul, tuple(isi))


def _atau_kurang(ktx: Konteks, letak: str, apa: str, *nama: str) -> list[Simpul]:
    """What the agency wrote, or a plain note that names the sheet and the section to fill."""
    judul = f"Uraian {apa}"
    return tulisan(ktx, *nama, letak=letak, judul=judul, sifat=SifatRuas.WAJIB) or [
        kurang("Uraian tentang {apa} belum diisi (lembar narasi, bagian {bagian}).", apa=apa, bagian=nama[0])
    ]


def latar_belakang(ktx: Konteks, *, letak: str) -> list[Simpul]:
    sendiri = tulisan(ktx, "bab1.latar_belakang", "bab1.gambaran_umum", letak=letak, judul="Latar belakang")
    nama = f"bab1.latar_belakang{AKHIRAN_KALIMAT}"
    blok = _latar_tersusun(ktx, berpembuka=not sendiri)
    return [*sendiri, *otomatis(ktx, nama, blok, letak=letak, judul="Maksud dan tujuan laporan")]


def _latar_tersusun(ktx: Konteks, *, berpembuka: bool) -> list[Simpul]:
    """What the report is for; before it, where the agency wrote nothing itself, why there is one."""
    tujuan = kal(
        "Laporan ini menyajikan apa yang diperjanjikan {nama} untuk {masa}, apa yang dihasilkan, dan berapa anggaran "
        "yang digunakan. Pembacanya dapat menilai apakah sasaran tercapai, mengapa demikian, serta perbaikan apa yang "
        "diperlukan.",
        nama=ktx.nama,
        masa=masa(ktx).replace("Tahun", "tahun"),
    )
    if not berpembuka:
        return [par(tujuan)]
    pemda = ktx.instansi.pemda.strip()
    return [
        par(
            kal(
                "Setiap perangkat daerah wajib mempertanggungjawabkan kinerjanya secara berkala. Kewajiban itu bagian "
                "dari Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP), yang menghubungkan perencanaan, "
                "penganggaran, pengukuran, dan pelaporan{di}.",
                di=f" di lingkungan Pemerintah {pemda}" if pemda else "",
            )
        ),
        par(tujuan),
    ]


def dasar_hukum(ktx: Konteks, *, letak: str) -> list[Simpul]:
    """The agency's own list, then those rules on reporting that it does not name itself."""
    asli = " ".join(n.isi for n in ktx.laporan.daftar_narasi_per_bagian.get("bab1.dasar_hukum", ()))
    judul, sifat = "Dasar hukum perangkat daerah", SifatRuas.WAJIB
    sendiri = tulisan(ktx, "bab1.dasar_hukum", letak=letak, judul=judul, sifat=sifat, daftar=True)
    nomor = ("8 Tahun 2006", "29 Tahun 2014", "53 Tahun 2014")
    tambahan = [b for b, n in zip(_DASAR_PELAPORAN, nomor, strict=True) if n not in asli]
    butir: tuple[tuple[Sebaris, ...], ...] = tuple((Teks(f"{b}."),) for b in tambahan)
    pembuka = "Tata cara penyusunan laporannya mengikuti:"
    if not sendiri:
        pembuka = "Penyusunan laporan ini berpedoman pada ketentuan berikut."
    aturan = otomatis(
        ktx,
        f"bab1.dasar_hukum{AKHIRAN_KALIMAT}",
        [par(pembuka), Daftar(butir)] if butir else [],
        letak=letak,
        judul="Ketentuan penyusunan laporan",
    )
    if not sendiri:
        return [
            *aturan,
            kurang(
                "Dasar hukum pembentukan dan tata kerja perangkat daerah belum diisi (lembar narasi, bagian "
                "bab1.dasar_hukum)."
            ),
        ]
    return [par("Pembentukan dan pelaksanaan tugas perangkat daerah berdasar pada:"), *sendiri, *aturan]


def tugas_fungsi(ktx: Konteks, *, letak: str) -> list[Simpul]:
    return _atau_kurang(ktx, letak, "tugas dan fungsi", "bab1.tugas_fungsi", "bab1.tugas", "bab1.fungsi")


def isu_strategis(ktx: Konteks) -> list[Simpul]:
    nama = ("bab1.isu_strategis", "bab1.aspek_strategis", "bab1.permasalahan", "bab1.permasalahan_utama")
    judul = "Isu strategis dan permasalahan utama"
    return tulisan(ktx, *nama, letak="bab1-isu", judul=judul, sifat=SifatRuas.WAJIB) or [
        kurang(
            "Isu strategis dan permasalahan utama belum diisi (lembar narasi, bagian bab1.isu_strategis), padahal "
            "PermenPANRB Nomor 53 Tahun 2014 meminta keduanya diuraikan dalam bab ini."
        )
    ]


def _sistematika(ktx: Konteks) -> list[Simpul]:
    isi = (
        ("Bab I Pendahuluan", "memperkenalkan organisasi, sumber dayanya, serta isu strategis yang dihadapi;"),
        (
            "Bab II Perencanaan Kinerja",
            "merangkum rencana strategis, indikator kinerja utama, perjanjian kinerja, dan rencana anggaran;",
        ),
        (
            "Bab III Akuntabilitas Kinerja",
            "mengukur dan menganalisis capaian setiap sasaran, lalu mempertanggungjawabkan anggarannya;",
        ),
        ("Bab IV Penutup", "menyimpulkan hasil dan menetapkan langkah perbaikan."),
    )
    butir = tuple((Teks(judul, tebal=True), Teks(f" {teks}")) for judul, teks in isi)
    lampiran = "Lampiran memuat perjanjian kinerja, rencana aksi, formulir pengukuran kinerja, serta rincian anggaran."
    return [
        par(kal("Laporan Kinerja tahun {tahun} disusun dengan urutan berikut.", tahun=ktx.tahun)),
        Daftar(butir),
        par(lampiran),
    ]
