"""The analysis of a quarter: saved as lists, carried over, put into the LKjIP, and never overwritten silently."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kinerja.data import Faktor
from kinerja.models import Analisis, AnalisisTriwulan
from lkjip.dasar.butir import sidik_butir
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import konteks_riwayat
from tests.pengisian.panggung import HTMX, TW, alamat, buka, indikator, tahun_kinerja, tutup
from tests.situs.conftest import _Sebagai

KEBERHASILAN, HAMBATAN, SOLUSI = Faktor.KEBERHASILAN, Faktor.HAMBATAN, Faktor.SOLUSI


def _simpan(client: Client, isi: dict[Faktor, str], dasar: dict[Faktor, list[str]] | None = None, **lain: str) -> Any:
    """Post the lists; `dasar`: what the writer saw in them (nothing)."""
    kiriman = {f"butir-{f}": teks for f, teks in isi.items()}
    kiriman |= {f"dasar-{f}": sidik_butir((dasar or {}).get(f, [])) for f in isi}
    return client.post(alamat("simpan_analisis"), kiriman | lain, headers=HTMX)


def _butir(faktor: Faktor, triwulan: int = TW) -> list[str]:
    baris = AnalisisTriwulan.objects.filter(faktor=faktor, triwulan=triwulan)
    return list(baris.order_by("urutan").values_list("uraian", flat=True))


def _isi_lalu(*daftar: tuple[Faktor, str]) -> None:
    with konteks_riwayat(jalur="uji"):
        for nomor, (faktor, uraian) in enumerate(daftar):
            AnalisisTriwulan.objects.create(
                tahun_kinerja=tahun_kinerja(), indikator=indikator(), triwulan=TW - 1, faktor=faktor, uraian=uraian,
                urutan=nomor,
            )  # fmt: skip


def _riwayat() -> list[tuple[str, str]]:
    return list(Riwayat.objects.filter(tabel="kinerja_analisistriwulan").order_by("id").values_list("aksi", "jalur"))


def test_daftar_tersimpan_butir_demi_butir(sebagai: _Sebagai) -> None:
    jawaban = _simpan(
        sebagai("perencana_unit"), {KEBERHASILAN: "1. Rapat\n2. Data", HAMBATAN: "", SOLUSI: "• Dampingi"}
    )
    assert jawaban.status_code == 200
    assert "Analisis tersimpan." in jawaban.content.decode()
    assert (_butir(KEBERHASILAN), _butir(HAMBATAN), _butir(SOLUSI)) == (["Rapat", "Data"], [], ["Dampingi"])


def test_hanya_yang_berubah_masuk_riwayat(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _simpan(client, {KEBERHASILAN: "Rapat\nData\nUang"})
    pk = dict(AnalisisTriwulan.objects.values_list("uraian", "pk"))
    semula = len(_riwayat())
    _simpan(client, {KEBERHASILAN: "Rapat\nData lengkap\nUang"}, {KEBERHASILAN: ["Rapat", "Data", "Uang"]})
    assert _riwayat()[semula:] == [("ubah", "analisis")]
    assert AnalisisTriwulan.objects.get(uraian="Data lengkap").pk == pk["Data"]
    _simpan(client, {KEBERHASILAN: "Rapat\nData lengkap\nUang"}, {KEBERHASILAN: ["lama"]})
    assert len(_riwayat()) == semula + 1
    _simpan(client, {KEBERHASILAN: "Uang\nRapat"}, {KEBERHASILAN: ["Rapat", "Data lengkap", "Uang"]})
    assert _butir(KEBERHASILAN) == ["Uang", "Rapat"]
    assert ("hapus", "analisis") in _riwayat()[semula:]


def test_daftar_yang_diubah_orang_lain_tidak_ditimpa(sebagai: _Sebagai) -> None:
    _simpan(sebagai("pengelola"), {HAMBATAN: "Milik pengelola"})
    client = sebagai("perencana")
    jawaban = _simpan(client, {HAMBATAN: "Milik saya", SOLUSI: "Solusi saya"})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    for teks in ("Sementara itu Tuan pengelola menyimpan", "<li>Milik pengelola</li>", "Milik saya", "Solusi saya"):
        assert teks in isi
    assert (_butir(HAMBATAN), _butir(SOLUSI)) == (["Milik pengelola"], [])
    terlihat: dict[Faktor, list[str]] = {HAMBATAN: ["Milik pengelola"]}
    for pilihan, hasil in (
        ("tersimpan", ["Milik pengelola"]),
        ("gabung", ["Milik pengelola", "Milik saya"]),
        ("saya", ["Milik saya"]),
    ):
        dasar = {**terlihat, HAMBATAN: _butir(HAMBATAN)}
        jawaban = _simpan(client, {HAMBATAN: "Milik saya", SOLUSI: "Solusi saya"},
                          {**dasar, SOLUSI: _butir(SOLUSI)}, **{"pilih-hambatan": pilihan})  # fmt: skip
        assert jawaban.status_code == 200
        assert (_butir(HAMBATAN), _butir(SOLUSI)) == (hasil, ["Solusi saya"])


def test_daftar_yang_tidak_disentuh_bukan_bentrok(sebagai: _Sebagai) -> None:
    """The other lists of the form are sent along; what somebody else has put into them stays."""
    _simpan(sebagai("pengelola"), {KEBERHASILAN: "Milik pengelola"})
    jawaban = _simpan(sebagai("perencana"), {KEBERHASILAN: "", HAMBATAN: "Milik saya"})
    assert jawaban.status_code == 200
    assert (_butir(KEBERHASILAN), _butir(HAMBATAN)) == (["Milik pengelola"], ["Milik saya"])


def test_daftar_yang_dikosongkan_orang_lain_juga_bentrok(sebagai: _Sebagai) -> None:
    _simpan(sebagai("pengelola"), {HAMBATAN: "Semula"})
    _simpan(sebagai("pengelola"), {HAMBATAN: ""}, {HAMBATAN: ["Semula"]})
    jawaban = _simpan(sebagai("perencana"), {HAMBATAN: "Semula\nTambahan"}, {HAMBATAN: ["Semula"]})
    assert jawaban.status_code == 409
    assert "pengelola" in jawaban.content.decode()
    assert "daftar ini dikosongkan" in jawaban.content.decode()


def test_daftar_yang_terlalu_panjang_ditolak_dan_ketikan_tetap(sebagai: _Sebagai) -> None:
    jawaban = _simpan(sebagai("perencana"), {HAMBATAN: "x\n" * 41, SOLUSI: "Dampingi"})
    assert jawaban.status_code == 422
    assert "paling banyak 40" in jawaban.content.decode()
    assert "Dampingi" in jawaban.content.decode()
    assert not AnalisisTriwulan.objects.exists()


def test_butir_triwulan_lalu_dibawa_dan_ditandai_sampai_disunting(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _isi_lalu((KEBERHASILAN, "Rapat"), (KEBERHASILAN, "Data"), (HAMBATAN, "Anggaran"))
    _simpan(client, {HAMBATAN: "Sudah ada"})
    jawaban = client.post(alamat("bawa_analisis"), headers=HTMX)
    assert "2 butir dibawa" in jawaban.content.decode()
    assert "dibawa dari Triwulan II" in jawaban.content.decode()
    assert (_butir(KEBERHASILAN), _butir(HAMBATAN)) == (["Rapat", "Data"], ["Sudah ada"])
    _simpan(client, {KEBERHASILAN: "Rapat mingguan\nData"}, {KEBERHASILAN: ["Rapat", "Data"]})
    tanda = dict(AnalisisTriwulan.objects.filter(triwulan=TW).values_list("uraian", "dibawa_dari"))
    assert tanda == {"Rapat mingguan": None, "Data": TW - 1, "Sudah ada": None}
    assert "1 butir bawaan" in client.post(alamat("sahkan_analisis"), headers=HTMX).content.decode()
    assert not AnalisisTriwulan.objects.filter(dibawa_dari__isnull=False).exists()
    assert client.post(alamat("bawa_analisis"), headers=HTMX).status_code == 422


def test_triwulan_pertama_tidak_punya_yang_dapat_dibawa(sebagai: _Sebagai) -> None:
    assert sebagai("perencana").post(alamat("bawa_analisis", triwulan=1)).status_code == 422


def test_analisis_tahun_diganti_hanya_setelah_yang_diganti_diperlihatkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    with konteks_riwayat(jalur="uji"):
        for faktor, uraian in ((KEBERHASILAN, "Lama"), (KEBERHASILAN, "Rapat"), (SOLUSI, "Tetap")):
            Analisis.objects.create(
                tahun_kinerja=tahun_kinerja(), indikator=indikator(), tahun=2024, faktor=faktor, uraian=uraian,
                nomor=1 if uraian == "Lama" else 2, urutan=Analisis.objects.count() + 1,
            )  # fmt: skip
    _simpan(client, {KEBERHASILAN: "Rapat\nData\nUang", HAMBATAN: "Anggaran"})
    tanya = client.post(alamat("jadikan_analisis_tahun"), headers=HTMX)
    isi = tanya.content.decode()
    assert tanya.status_code == 200
    assert "<li>Lama</li>" in isi
    assert "Tetap" not in isi
    assert Analisis.objects.count() == 3
    setuju = {f"setuju-{g.faktor}": g.dasar for g in tanya.context["daftar_ganti"]}
    with konteks_riwayat(jalur="uji"):
        Analisis.objects.filter(uraian="Tetap").update(uraian="Berubah")
    basi = client.post(alamat("jadikan_analisis_tahun"), setuju, headers=HTMX)
    assert basi.status_code == 409
    setuju = {f"setuju-{g.faktor}": g.dasar for g in basi.context["daftar_ganti"]}
    assert client.post(alamat("jadikan_analisis_tahun"), setuju).status_code == 302
    baris = Analisis.objects.order_by("faktor", "nomor").values_list("faktor", "nomor", "uraian")
    assert list(baris) == [
        ("hambatan", 1, "Anggaran"),
        ("keberhasilan", 1, "Rapat"),
        ("keberhasilan", 2, "Data"),
        ("keberhasilan", 3, "Uang"),
        ("solusi", 2, "Berubah"),
    ]
    lagi = client.post(alamat("jadikan_analisis_tahun"), headers=HTMX)
    assert "sudah sama" in lagi.content.decode()


def test_triwulan_tertutup_menolak_semua_perubahan_analisis(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _isi_lalu((KEBERHASILAN, "Rapat"))
    _simpan(client, {HAMBATAN: "Ada"})
    tutup()
    daftar = ("simpan_analisis", "bawa_analisis", "sahkan_analisis", "jadikan_analisis_tahun")
    for nama in daftar:
        jawaban = client.post(alamat(nama), {"butir-hambatan": "Lain"}, headers=HTMX)
        assert jawaban.status_code == 409, nama
        assert "sudah diajukan" in jawaban.content.decode()
        assert "<textarea" not in jawaban.content.decode()
    assert _butir(HAMBATAN) == ["Ada"]
    buka()
    assert _simpan(client, {HAMBATAN: "Lain"}, {HAMBATAN: ["Ada"]}).status_code == 200
    assert client.post(alamat("bawa_analisis"), headers=HTMX).status_code == 200
    assert _butir(HAMBATAN) == ["Lain"]
