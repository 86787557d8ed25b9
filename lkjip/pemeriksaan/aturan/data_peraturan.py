"""Regulations that were repealed, from when, and what stands in their place (NAR-07). Only such as are certain.

Where a regulation leaves its predecessor in force for a while, the later day is noted: silence before a false alarm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Dicabut:
    sejak: date
    pengganti: str


Kunci = tuple[str, str, int]
"""Kind, number, year: ("uu", "32", 2004)."""


def _kelompok(sejak: date, pengganti: str, *daftar: Kunci) -> dict[Kunci, Dicabut]:
    return {kunci: Dicabut(sejak, pengganti) for kunci in daftar}


_MANAJEMEN_PNS = ("PP Nomor 11 Tahun 2017 tentang Manajemen PNS", date(2017, 4, 7))

PERATURAN_DICABUT: Mapping[Kunci, Dicabut] = {
    **_kelompok(date(2004, 10, 15), "UU Nomor 32 Tahun 2004, kini UU Nomor 23 Tahun 2014", ("uu", "22", 1999)),
    **_kelompok(date(2004, 10, 15), "UU Nomor 33 Tahun 2004, kini UU Nomor 1 Tahun 2022", ("uu", "25", 1999)),
    **_kelompok(
        date(2014, 10, 2),
        "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        ("uu", "32", 2004),
        ("uu", "8", 2005),
        ("uu", "12", 2008),
    ),
    **_kelompok(date(2022, 1, 5), "UU Nomor 1 Tahun 2022", ("uu", "33", 2004)),
    **_kelompok(date(2024, 1, 5), "UU Nomor 1 Tahun 2022", ("uu", "28", 2009)),
    **_kelompok(
        date(2014, 1, 15),
        "UU Nomor 5 Tahun 2014, kini UU Nomor 20 Tahun 2023 tentang ASN",
        ("uu", "8", 1974),
        ("uu", "43", 1999),
    ),
    **_kelompok(date(2023, 10, 31), "UU Nomor 20 Tahun 2023 tentang ASN", ("uu", "5", 2014)),
    **_kelompok(date(2011, 8, 12), "UU Nomor 12 Tahun 2011", ("uu", "10", 2004)),
    **_kelompok(date(2009, 10, 13), "UU Nomor 36 Tahun 2009, kini UU Nomor 17 Tahun 2023", ("uu", "23", 1992)),
    **_kelompok(
        date(2023, 8, 8),
        "UU Nomor 17 Tahun 2023 tentang Kesehatan",
        ("uu", "36", 2009),
        ("uu", "44", 2009),
        ("uu", "29", 2004),
        ("uu", "36", 2014),
        ("uu", "38", 2014),
        ("uu", "4", 2019),
    ),
    **_kelompok(date(2009, 10, 3), "UU Nomor 32 Tahun 2009", ("uu", "23", 1997)),
    **_kelompok(date(2017, 1, 12), "UU Nomor 2 Tahun 2017 tentang Jasa Konstruksi", ("uu", "18", 1999)),
    **_kelompok(date(2019, 10, 16), "UU Nomor 17 Tahun 2019 tentang Sumber Daya Air", ("uu", "7", 2004)),
    **_kelompok(date(2010, 10, 22), "PP Nomor 71 Tahun 2010 tentang SAP", ("pp", "24", 2005)),
    **_kelompok(date(2005, 12, 9), "PP Nomor 58 Tahun 2005, kini PP Nomor 12 Tahun 2019", ("pp", "105", 2000)),
    **_kelompok(date(2019, 3, 31), "PP Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah", ("pp", "58", 2005)),
    **_kelompok(date(2007, 7, 9), "PP Nomor 38 Tahun 2007", ("pp", "25", 2000)),
    **_kelompok(date(2007, 7, 23), "PP Nomor 41 Tahun 2007, kini PP Nomor 18 Tahun 2016", ("pp", "8", 2003)),
    **_kelompok(date(2016, 6, 19), "PP Nomor 18 Tahun 2016 tentang Perangkat Daerah", ("pp", "41", 2007)),
    **_kelompok(date(2019, 3, 31), "PP Nomor 13 Tahun 2019", ("pp", "3", 2007), ("pp", "6", 2008)),
    **_kelompok(date(2017, 4, 30), "PP Nomor 12 Tahun 2017", ("pp", "79", 2005)),
    **_kelompok(date(2018, 1, 31), "PP Nomor 2 Tahun 2018 tentang SPM", ("pp", "65", 2005)),
    **_kelompok(date(2018, 5, 31), "PP Nomor 17 Tahun 2018 tentang Kecamatan", ("pp", "19", 2008), ("pp", "73", 2005)),
    **_kelompok(date(2014, 4, 30), "PP Nomor 27 Tahun 2014", ("pp", "6", 2006)),
    **_kelompok(date(2021, 8, 31), "PP Nomor 94 Tahun 2021 tentang Disiplin PNS", ("pp", "53", 2010)),
    **_kelompok(date(2010, 6, 6), "PP Nomor 53 Tahun 2010, kini PP Nomor 94 Tahun 2021", ("pp", "30", 1980)),
    **_kelompok(date(2021, 4, 26), "PP Nomor 30 Tahun 2019 tentang Penilaian Kinerja PNS", ("pp", "46", 2011)),
    **_kelompok(
        _MANAJEMEN_PNS[1],
        _MANAJEMEN_PNS[0],
        *(("pp", nomor, 2000) for nomor in ("97", "98", "99", "100", "101")),
        ("pp", "9", 2003),
        ("pp", "63", 2009),
        ("pp", "11", 2002),
        ("pp", "12", 2002),
        ("pp", "13", 2002),
    ),
    **_kelompok(
        date(2018, 7, 1),
        "Perpres Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah",
        ("perpres", "54", 2010),
        ("perpres", "35", 2011),
        ("perpres", "70", 2012),
        ("perpres", "172", 2014),
        ("perpres", "4", 2015),
    ),
    **_kelompok(date(2011, 1, 1), "Perpres Nomor 16 Tahun 2018", ("keppres", "80", 2003)),
    **_kelompok(date(2014, 4, 30), "Perpres Nomor 29 Tahun 2014 tentang SAKIP", ("inpres", "7", 1999)),
    **_kelompok(date(2014, 11, 30), "PermenPANRB Nomor 53 Tahun 2014", ("permenpan", "29", 2010)),
    **_kelompok(
        date(2021, 12, 31),
        "PermenPANRB Nomor 88 Tahun 2021 tentang Evaluasi AKIP",
        ("permenpan", "12", 2015),
    ),
    **_kelompok(
        date(2015, 7, 1),
        "PermenPANRB Nomor 12 Tahun 2015, kini PermenPANRB Nomor 88 Tahun 2021",
        ("permenpan", "35", 2011),
        ("permenpan", "25", 2012),
        ("permenpan", "20", 2013),
    ),
    **_kelompok(date(2022, 3, 1), "PermenPANRB Nomor 6 Tahun 2022", ("permenpan", "8", 2021)),
    **_kelompok(
        date(2017, 6, 1),
        "PermenPANRB Nomor 14 Tahun 2017 tentang Survei Kepuasan Masyarakat",
        ("permenpan", "16", 2014),
    ),
    **_kelompok(
        date(2014, 6, 1),
        "PermenPANRB Nomor 14 Tahun 2017 tentang Survei Kepuasan Masyarakat",
        ("kepmenpan", "25", 2004),
    ),
    **_kelompok(date(2017, 10, 31), "Permendagri Nomor 86 Tahun 2017", ("permendagri", "54", 2010)),
    **_kelompok(
        date(2020, 12, 31),
        "Permendagri Nomor 77 Tahun 2020",
        ("permendagri", "13", 2006),
        ("permendagri", "59", 2007),
        ("permendagri", "21", 2011),
    ),
    **_kelompok(date(2006, 6, 1), "Permendagri Nomor 77 Tahun 2020", ("kepmendagri", "29", 2002)),
    **_kelompok(date(2016, 5, 1), "Permendagri Nomor 19 Tahun 2016", ("permendagri", "17", 2007)),
    **_kelompok(
        date(2016, 2, 1), "Permendagri Nomor 80 Tahun 2015", ("permendagri", "53", 2011), ("permendagri", "1", 2014)
    ),
}
