"""The outline: places below their headings, what is still to be done, the filter."""

from __future__ import annotations

from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.isi import Bab, Bagian, Dokumen
from lkjip.naskah.halaman_garis_besar import GarisBesar, garis_besar

_DOKUMEN = Dokumen(
    "LKjIP", "Dinas", "", None, None,
    (
        Bab("bab-1", "Pendahuluan", (Bagian("latar", "Latar Belakang", ()), Bagian("tugas", "Tugas", ()))),
        Bab("bab-2", "Perencanaan", (Bagian("rencana", "Renstra", (Bagian("dalam", "Tujuan", ()),)),)),
        Bab("bab-3", "Tanpa Naskah", ()),
    ),
)  # fmt: skip
_RUAS = (
    Ruas("bab1.latar", "Latar belakang", "latar", SifatRuas.WAJIB),
    Ruas("bab1.tugas", "Tugas", "tugas", SifatRuas.WAJIB, tertulis=True),
    Ruas("bab2.tujuan", "Tujuan", "dalam", SifatRuas.OTOMATIS),
    Ruas("bab2", "Tambahan", "bab-2"),
)
_KEADAAN = {"bab1.latar": "kosong", "bab1.tugas": "ditulis", "bab2.tujuan": "otomatis", "bab2": "kosong"}


def _garis(**lain: object) -> GarisBesar:
    return garis_besar(Naskah(_DOKUMEN, _RUAS), _KEADAAN, **lain)  # type: ignore[arg-type]


def test_ruas_berdiri_di_bawah_judulnya_dan_bab_tanpa_ruas_tidak_disebut() -> None:
    garis = _garis(terpilih="bab2.tujuan")
    assert [(c.nomor, c.judul, c.terbuka) for c in garis.daftar_cabang] == [
        ("BAB I", "Pendahuluan", False),
        ("BAB II", "Perencanaan", True),
    ]
    assert garis.jalur == ("BAB II Perencanaan", "A. Renstra", "1. Tujuan")
    kedua = garis.daftar_cabang[1]
    assert [r.bagian for r in kedua.daftar_ruas] == ["bab2"]
    assert kedua.anak[0].anak[0].daftar_ruas[0].judul == "Tujuan"
    assert kedua.anak[0].anak[0].nomor == "1."


def test_yang_perlu_ditulis_hanya_ruas_wajib_yang_kosong_dan_yang_usang() -> None:
    garis = _garis()
    assert (garis.banyak_perlu, garis.banyak_wajib, garis.wajib_tertulis) == (1, 2, 1)
    assert garis.berikut is not None
    assert garis.berikut.bagian == "bab1.latar"
    usang = garis_besar(Naskah(_DOKUMEN, _RUAS), _KEADAAN | {"bab1.tugas": "usang"}, terpilih="bab1.latar")
    assert usang.banyak_perlu == 2
    assert usang.berikut is not None
    assert usang.berikut.bagian == "bab1.tugas"


def test_saringan_menyisakan_yang_perlu_dan_yang_sedang_dibuka() -> None:
    garis = _garis(hanya_perlu=True, terpilih="bab2")
    assert [[r.bagian for r in c.semua_ruas] for c in garis.daftar_cabang] == [["bab1.latar"], ["bab2"]]
    assert garis.banyak["kosong"] == 2
