"""What makes an indicator hard to measure, in sentences: advice while it is written, never a refusal."""

from __future__ import annotations

import re

from renstra.data import CaraHitung, JenisIndikator
from renstra.data_rencana import IndikatorRencana

# Words of activity: an indicator names what is measured, not what is done.
_KATA_KERJA = re.compile(
    r"(?:me(?:l|m|n|ng|ny|r|w|y)\w+kan|me(?:m|n|ng|ny)\w+i|melakukan|melaksanakan|menyusun|membuat|memberi|mengikuti|"
    r"menghadiri|terlaksananya|tersusunnya|terselenggaranya|meningkatnya|menurunnya|terwujudnya)\b",
    re.IGNORECASE,
)
_PERSEN = re.compile(r"persen|prosen|%", re.IGNORECASE)
_RASIO = re.compile(r"\b(?:dibagi|bagi|per|rasio|dibanding\w*|banding\w*)\b|[/÷:]", re.IGNORECASE)
_PENDEK = 12


def saran_indikator(indikator: IndikatorRencana) -> tuple[str, ...]:
    """SMART, as far as a rule can see it: specific, measurable, with a source, with targets."""
    isi, rincian = indikator.isi, indikator.rincian
    rasio = rincian.cara_hitung in (CaraHitung.RASIO, CaraHitung.PENURUNAN)
    persen = isi.jenis is JenisIndikator.PERSEN
    daftar = [
        (not isi.uraian, "Nama indikator belum diisi."),
        (0 < len(isi.uraian) < _PENDEK, "Nama indikator terlalu pendek. Sebut apa yang diukur."),
        (
            bool(_KATA_KERJA.match(isi.uraian)),
            "Nama indikator berbunyi seperti kegiatan atau sasaran. Sebut ukurannya: Persentase …, Indeks …, Nilai ….",
        ),
        (not isi.satuan, "Satuan belum diisi, jadi angkanya tidak dapat dibaca."),
        (
            bool(_PERSEN.search(isi.satuan)) and isi.jenis not in (None, JenisIndikator.PERSEN),
            "Satuannya persen, tetapi jenisnya bukan persen.",
        ),
        (isi.jenis is None, "Jenis nilai belum dipilih; dibaca sebagai angka."),
        (isi.arah is None, "Arah belum dipilih; dibaca: makin besar makin baik."),
        (not isi.formulasi, "Formulasi belum diisi. Tulis cara menghitungnya, supaya angkanya dapat diulang."),
        (
            persen and bool(isi.formulasi) and not rasio and not _RASIO.search(isi.formulasi),
            "Formulasi persentase sebaiknya menyebut pembilang dan penyebutnya.",
        ),
        (
            rasio and not (rincian.uraian_pembilang and rincian.uraian_penyebut),
            "Sebut pembilang dan penyebutnya, supaya yang mengisi triwulan tahu angka mana yang diminta.",
        ),
        (not isi.sumber_data, "Sumber data belum diisi."),
        (not isi.penanggung_jawab, "Penanggung jawab belum diisi, jadi tidak ada unit yang mengisi triwulannya."),
        (not indikator.target, "Belum ada target satu tahun pun."),
    ]  # fmt: skip
    return tuple(kalimat for berlaku, kalimat in daftar if berlaku)
