"""NAR-06: the name of another agency or pemda, left over from the report that this text was copied from.

Others may well be named: as partners, as those compared with, as the seat. So only sentences in which the agency speaks
of itself count: "Laporan Kinerja Dinas …", "Peraturan Bupati …", "Badan … menyampaikan …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, per_wadah, sebutkan_tempat, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks, potong_kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat

_KAPITAL = r"[A-Z][A-Za-z'’-]*"
_PD = (
    r"(?:Dinas|Badan|Inspektorat|Kecamatan|Sekretariat (?:Daerah|DPRD)|Satuan Polisi Pamong Praja|RSUD"
    r"|BKPSDM|BKPSDMD|BKPP|BKD"
    r"|BPSDM|Bappeda|BPKAD|Bapenda|DPMPTSP|Disdik|Dinkes|Diskominfo|BPBD)"
)
_NAMA_PD = (
    rf"{_PD}(?:,? (?:(?:dan|serta|atas) )?(?!Provinsi|Propinsi|Kabupaten|Kota\b|Tahun|Nomor|Negara){_KAPITAL}){{0,8}}"
)
_PEMDA = (
    rf"(?:Provinsi|Propinsi|Kabupaten|Kota) {_KAPITAL}(?: (?!Tahun|Nomor|Periode|Yang|Untuk|Dalam){_KAPITAL}){{0,3}}"
)
_DOKUMEN = (
    r"(?:Laporan Kinerja(?: Instansi Pemerintah)?|LKj?IP|LAKIP|LKJIP|Renstra|Rencana Strategis"
    r"|Perjanjian Kinerja|Rencana Kerja|Renja|IKU|Indikator Kinerja Utama)(?: \((?:LKj?IP|LKJIP|LAKIP"
    r"|Renstra|PK|IKU|Renja)\))?"
)
_BERLAKU = (
    r"menyampaikan|menyusun|menetapkan|berkomitmen|berkedudukan|mempunyai tugas|memiliki tugas"
    r"|membantu|mengampu|menyelenggarakan (?:urusan|tugas|fungsi)|dipimpin"
    r"|merupakan|bertugas|melaksanakan tugas|bertanggung jawab|menyajikan|mempertanggungjawabkan|telah "
    r"menyusun|telah melaksanakan"
)
_POLA = (
    re.compile(rf"\b{_DOKUMEN},? (?:Tahun \d{{4}} )?(?:pada |milik )?(?P<nama>{_NAMA_PD}(?: {_PEMDA})?)"),
    re.compile(
        rf"(?:^|[.;] |(?:demikian|bahwa|maka|ini,|tersebut,|, ) ?)(?P<nama>{_NAMA_PD} {_PEMDA})(?: "
        rf"\([^()]{{2,20}}\))? (?:{_BERLAKU})\b"
    ),
    re.compile(
        rf"\b(?:(?:laporan|dokumen|LKj?IP|ini) (?:\w+ )?(?:disusun|dibuat|disampaikan|diterbitkan) oleh|(?:K|k)inerja)"
        rf" (?P<nama>{_NAMA_PD} {_PEMDA})"
    ),
    re.compile(rf"(?:^|, )(?P<nama>{_NAMA_PD} {_PEMDA}) (?:sebagai (?:perangkat|OPD|unsur|salah satu)|berkewajiban)"),
    re.compile(
        rf"\b(?:[Vv]isi|[Mm]isi|RPJMD|RPD|RKPD|APBD|Renstra|[Ll]ingkungan(?: Pemerintah)?|Pemerintah"
        rf"|Peraturan Daerah|Perda) (?P<nama>{_PEMDA})"
    ),
    re.compile(
        rf"\b(?P<jabatan>Gubernur|Bupati|Wali ?[Kk]ota) (?P<nama>(?!Tahun|Nomor|Periode|Dan|Sebagai"
        rf"|Tentang){_KAPITAL}(?: (?!Tahun|Nomor|Periode|Tentang){_KAPITAL}){{0,3}})"
    ),
)
_DISUSUN_OLEH, _PEMDA_SAJA, _JABATAN = 2, 4, 5  # places in _POLA
_SENDIRI = re.compile(rf"(?P<nama>{_NAMA_PD} {_PEMDA})")
_MITRA = re.compile(
    r"\b(?:dibanding\w*|perbandingan|pembanding|banding|studi|kunjungan|kerja ?sama|bekerja sama|koordinasi"
    r"|berkoordinasi|bersama"
    r"|seperti|antara lain|misalnya|contohnya|sebagai contoh|mitra|peringkat|lain|lainnya|juara|semula"
    r"|sebelumnya|dahulu|eks|nomenklatur|bergabung"
    r"|dilebur|penggabungan|pecahan|pemekaran|otonom|pembentukan|undang-undang"
    r"|nasional|se-\w+|beberapa)\b",
    re.IGNORECASE,
)
_KEPADA = re.compile(r"\b(?:kepada|dengan|oleh|dari|terhadap|menerima)(?: \w+)? $")
_PUSAT = re.compile(
    r"\b(?:Republik Indonesia|Nasional|Negara|Pemeriksa Keuangan|Pusat Statistik|Layanan Umum|Usaha "
    r"Milik|Pengawas\w*|Permusyawaratan)\b"
)
_JENIS = {"provinsi": "provinsi", "propinsi": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}
_KEPALA = {"gubernur": "provinsi", "bupati": "kabupaten", "walikota": "kota"}


def nama_lain_tertinggal(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-06, one finding for all names of one section."""
    sendiri = _Sendiri(bacaan)
    if not sendiri.pemda:
        return
    teks = (*bacaan.daftar_narasi, *bacaan.daftar_judul, *bacaan.daftar_analisis)
    semua = [Tempat(t, nama) for t in teks for _, isi in potong_kalimat(t.isi) for nama in _nama(t, isi, sendiri)]
    for daftar in per_wadah(semua):
        yield temuan_teks(
            "NAR-06",
            Tingkat.PERINGATAN,
            daftar,
            f"Naskah menyebut {sebutkan_tempat(daftar)}, padahal laporan ini milik {sendiri.nama_asli}.",
            butir="instansi lain",
            nilai=daftar[0].kutipan,
            seharusnya=sendiri.nama_asli,
            cara="Dibandingkan dengan nama, singkatan, dan pemda pada lembar instansi serta nama pada "
            "lembar pembanding.",
            saran="Ganti dengan nama perangkat daerah sendiri, bila nama itu tertinggal dari laporan lain.",
        )


class _Sendiri:
    """What may be named without doubt: the agency itself, its pemda, those it is compared with."""

    def __init__(self, bacaan: Bacaan) -> None:
        instansi = bacaan.buku.data.renstra.instansi
        self.pemda = _kata(instansi.pemda) - set(_JENIS)
        jenis = instansi.jenis_pemda.value if instansi.jenis_pemda else ""
        self.jenis = jenis or next((_JENIS[k] for k in _kata(instansi.pemda) if k in _JENIS), "")
        urut = [k for k in re.findall(r"\w+", instansi.pemda.casefold()) if k not in _JENIS]
        self.potongan = (urut[0][:2], urut[-1][:2]) if urut else ("", "")
        self.nama = _kata(instansi.nama) - self.pemda - set(_JENIS)
        self.singkatan = _kata(instansi.singkatan) | {_akronim(instansi.nama, self.pemda)}
        self.nama_asli = instansi.nama or instansi.kode
        self.tempat = _kata(instansi.tempat)
        self.pembanding = " ".join(p.nama.casefold() for p in bacaan.buku.data.kinerja.daftar_pembanding)

    def pemda_lain(self, nama: str, *, setingkat: bool = True) -> bool:
        """Whether "Kabupaten X" is another pemda (of the agency's own level); its seat is not."""
        kata = _kata(nama)
        jenis = next((_JENIS[k] for k in _kata(nama.split()[0]) if k in _JENIS), self.jenis)
        sisa = kata - set(_JENIS)
        sama = not sisa or sisa <= self.pemda or self.pemda <= sisa or sisa == self.tempat
        sama = sama or sisa <= self.singkatan or self._disingkat(sisa)
        return (jenis == self.jenis or not setingkat) and not sama and nama.casefold() not in self.pembanding

    def _disingkat(self, sisa: set[str]) -> bool:
        """ "Kaltim" is Kalimantan Timur."""
        kata = next(iter(sisa), "")
        return (
            len(sisa) == 1
            and 4 <= len(kata) <= 8
            and kata.startswith(self.potongan[0])
            and self.potongan[1] in kata[2:]
        )

    def pd_lain(self, nama: str) -> bool:
        """Whether "Dinas X" is another agency than this one, by its words."""
        kata = _kata(nama) - set(_JENIS)
        if len(kata) < 2 or nama.casefold() in self.pembanding or _PUSAT.search(nama):
            return bool(len(kata) == 1 and len(nama) > 3 and nama.isupper() and not kata & (self.singkatan | self.nama))
        return not (kata <= self.nama | self.pemda | self.singkatan or self.nama <= kata or kata & self.singkatan)


def _kata(nama: str) -> set[str]:
    return set(re.findall(r"\w+", nama.casefold())) - {"dan", "serta", "prov", "kab"}


def _akronim(nama: str, pemda: set[str]) -> str:
    kata = [k for k in re.findall(r"\w+", nama.casefold()) if k not in pemda and k not in _JENIS and k != "dan"]
    return "".join(k[0] for k in kata)


def _nama(teks: Teks, isi: str, sendiri: _Sendiri) -> Iterator[str]:
    """Names in one sentence that belong to another report."""
    if _MITRA.search(re.sub(r"\bPeraturan\b.*?\btentang\b", "", isi)) and not re.search(_DOKUMEN, isi):
        return
    dilihat: set[str] = set()
    for nomor, pola in enumerate(_POLA):
        for cocok in pola.finditer(isi):
            nama = cocok["nama"].rstrip(" ,")
            if nama not in dilihat and _asing(nomor, cocok, nama, isi, sendiri):
                dilihat.add(nama)
                yield nama
    for cocok in _SENDIRI.finditer(isi):
        nama, pemda = cocok["nama"], re.search(_PEMDA, cocok["nama"])
        kata = _kata(nama[: pemda.start()] if pemda else nama)
        kembar = len(kata) > 1 and kata == sendiri.nama and pemda is not None and sendiri.pemda_lain(pemda[0])
        if kembar and nama not in dilihat and not _MITRA.search(isi[: cocok.start()][-40:]):
            yield nama


def _asing(nomor: int, cocok: re.Match[str], nama: str, isi: str, sendiri: _Sendiri) -> bool:
    lalu = isi[: cocok.start()][-40:]
    if nomor not in (_DISUSUN_OLEH, _JABATAN) and _KEPADA.search(isi[: cocok.start("nama")][-40:]):
        return False
    if nomor == _JABATAN:
        jenis = _KEPALA[cocok["jabatan"].lower().replace(" ", "")]
        kata = _kata(nama)
        hukum = bool(re.search(r"\b(?:Peraturan|Keputusan|Instruksi) $", lalu))
        sama = kata <= sendiri.pemda or sendiri.pemda <= kata or jenis != sendiri.jenis or len(kata) == 0
        return not sama and (hukum or bool(re.search(r"\b(?:kepada|antara|dengan) (?:Bapak )?$", lalu)))
    pemda = re.search(_PEMDA, nama)
    if pemda is not None and sendiri.pemda_lain(pemda[0], setingkat=nomor == _PEMDA_SAJA):
        return True
    if nomor in (_DISUSUN_OLEH, _PEMDA_SAJA):
        return False
    return sendiri.pd_lain(nama[: pemda.start()].strip() if pemda else nama)


DAFTAR = (Aturan("NAR-06", Tingkat.PERINGATAN, "Nama instansi lain tertinggal", periksa_teks=nama_lain_tertinggal),)
