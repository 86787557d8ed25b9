"""The quarter page: fields are saved one by one or all at once, refused with a sentence, never over another's."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.models import KinerjaTriwulan, PengisianTriwulan
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.riwayat.models import Riwayat
from renstra.data import Indikator
from renstra.models import Indikator as BarisIndikator
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang
from tests.pengisian.dunia import pindahkan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN, buku_uji

HALAMAN_TRIWULAN = 40
SIMPAN = 49


def _pk(kode: str = "I1", instansi: str = SENDIRI) -> int:
    return BarisIndikator.objects.get(kode=kode, renstra__instansi__kode=instansi).pk


def _halaman(triwulan: int = 3, instansi: str = SENDIRI) -> str:
    return reverse("isi_triwulan", args=[instansi, TAHUN, triwulan])


def _simpan(triwulan: int = 3, instansi: str = SENDIRI) -> str:
    return reverse("simpan_isian", args=[instansi, TAHUN, triwulan])


def _isian(nilai: str, dasar: str = "", kolom: str = "realisasi", pk: int | None = None) -> dict[str, str]:
    nama = f"{kolom}-{pk or _pk()}"
    return {nama: nilai, f"dasar-{nama}": dasar}


def _tersimpan(triwulan: int = 3) -> KinerjaTriwulan | None:
    return KinerjaTriwulan.objects.filter(indikator=_pk(), triwulan=triwulan).first()


@pytest.mark.parametrize(
    ("ketikan", "nilai"),
    [("90,43", "90.43"), ("1.234,5", "1234.5"), ("98%", "98"), ("Rp1.000.000,-", "1000000"), (" 7 ", "7")],
)
def test_angka_tersimpan_sebagaimana_ditulis_kantor(sebagai: _Sebagai, ketikan: str, nilai: str) -> None:
    assert sebagai("perencana").post(_simpan(), _isian(ketikan)).status_code == 200
    baris = _tersimpan()
    assert baris is not None
    assert baris.realisasi == Decimal(nilai)


def test_jawaban_memuat_angka_yang_ikut_berubah(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(_simpan(), _isian("50")).content.decode()
    pk = _pk()
    assert f'id="capaian-{pk}"' in isi
    assert "50,00%" in isi
    assert 'id="rata-rata-sasaran-0"' in isi
    assert f'id="dasar-realisasi-{pk}" value="50"' in isi
    assert "Tersimpan" in isi


def test_riwayat_mencatat_siapa_dan_lewat_halaman(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(_simpan(), _isian("50"))
    riwayat = Riwayat.objects.filter(tabel="kinerja_kinerjatriwulan").first()
    assert riwayat is not None
    assert (riwayat.nama_oleh, riwayat.jalur, (riwayat.ke or {})["realisasi"]) == ("perencana", "halaman", "50")


@pytest.mark.parametrize(
    ("ketikan", "kata"), [("sembilan puluh", "bukan angka"), ("1.234", "dapat berarti dua angka"), ("9" * 40, "bukan")]
)
def test_yang_tak_bermakna_ditolak_di_isiannya(sebagai: _Sebagai, ketikan: str, kata: str) -> None:
    jawaban = sebagai("perencana").post(_simpan(), _isian(ketikan))
    assert jawaban.status_code == 422
    assert kata in jawaban.content.decode()
    assert f'id="dasar-realisasi-{_pk()}"' not in jawaban.content.decode()  # the next try still builds on what was seen
    assert _tersimpan() is None


def test_nilai_orang_lain_tidak_ditimpa_diam_diam(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(_simpan(), _isian("50"))
    jawaban = sebagai("pengelola").post(_simpan(), _isian("60", dasar=""))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "perencana menyimpan <strong>50</strong>" in isi
    assert "Isian Anda: <strong>60</strong>" in isi
    assert _nilai() == Decimal(50)
    assert sebagai("pengelola").post(_simpan(), _isian("60", dasar="50")).status_code == 200
    assert _nilai() == Decimal(60)


def _nilai() -> Decimal | None:
    tersimpan = _tersimpan()
    return tersimpan.realisasi if tersimpan else None


def test_nilai_yang_sama_bukan_bentrok(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(_simpan(), _isian("50"))
    assert sebagai("pengelola").post(_simpan(), _isian("50", dasar="")).status_code == 200


def test_kolom_lain_pada_baris_yang_sama_bukan_bentrok(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(_simpan(), _isian("50"))
    jawaban = sebagai("pengelola").post(_simpan(), _isian("Menunggu surat BKN", kolom="catatan"))
    assert jawaban.status_code == 200
    tersimpan = _tersimpan()
    assert tersimpan is not None
    assert (tersimpan.realisasi, tersimpan.catatan) == (Decimal(50), "Menunggu surat BKN")


def test_isian_dikosongkan_kembali(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(_simpan(), _isian("50"))
    assert sebagai("perencana").post(_simpan(), _isian("", dasar="50")).status_code == 200
    assert _nilai() is None


def test_triwulan_terkunci_menolak_dengan_alasan(sebagai: _Sebagai) -> None:
    pindahkan(PengisianTriwulan.objects.get(tahun_kinerja__instansi__kode=SENDIRI, triwulan=3), "terkunci")
    client = sebagai("perencana")
    jawaban = client.post(_simpan(), _isian("50"))
    assert jawaban.status_code == 409
    assert "Pengelola pemda atau admin dapat membukanya kembali" in client.get(_halaman()).content.decode()
    assert _tersimpan() is None
    assert client.post(_simpan(triwulan=2), _isian("50")).status_code == 200


def test_unit_lain_tidak_dapat_mengisi(sebagai: _Sebagai) -> None:
    assert sebagai("perencana_unit").post(_simpan(), _isian("50")).status_code == 200
    assert sebagai("perencana_unit_lain").post(_simpan(), _isian("60", dasar="50")).status_code == 403
    assert _nilai() == Decimal(50)


def test_baris_instansi_lain_tidak_disimpan_dan_dikatakan(sebagai: _Sebagai) -> None:
    pk = _pk(instansi=ASING)
    jawaban = sebagai("perencana").post(_simpan(), _isian("50", pk=pk))
    assert jawaban.status_code == 409
    assert "Tidak disimpan: baris ini di luar unit Anda" in jawaban.content.decode()
    assert not KinerjaTriwulan.objects.filter(indikator=pk, triwulan=3).exists()


def test_tombol_simpan_menyimpan_yang_benar_dan_menunjukkan_yang_keliru(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku_besar(2))
    client = sebagai("perencana")
    kiriman = _isian("50", pk=_pk("I1")) | _isian("lima", pk=_pk("I2"))
    jawaban = client.post(_halaman(), kiriman)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert 'value="lima"' in isi
    assert "1 isian disimpan." in isi
    assert _nilai() == Decimal(50)
    assert client.post(_halaman(), _isian("51", dasar="50")).status_code == 302


def test_tombol_simpan_menunjukkan_bentrok_dan_menyimpan_lainnya(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku_besar(2))
    sebagai("pengelola").post(_simpan(), _isian("10", pk=_pk("I1")))
    kiriman = _isian("50", pk=_pk("I1")) | _isian("60", pk=_pk("I2"))
    jawaban = sebagai("perencana").post(_halaman(), kiriman)
    assert jawaban.status_code == 409
    assert 'value="50"' in jawaban.content.decode()  # the writer's own text stays
    assert KinerjaTriwulan.objects.get(indikator=_pk("I2"), triwulan=3).realisasi == Decimal(60)
    assert _nilai() == Decimal(10)


def _buku_besar(banyak: int) -> BukuKerja:
    dasar = buku_uji(SENDIRI)
    kode = [f"I{n}" for n in range(1, banyak + 1)]
    daftar = (Indikator(k, "S1", uraian=f"Indeks {k}", penanggung_jawab="Bidang A") for k in kode)
    renstra = replace(
        buat_renstra(*daftar, instansi=dasar.data.renstra.instansi),
        daftar_target_tahunan=tuple(target(k, 100) for k in kode),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(tw(k, 1, 80) for k in kode))
    anggaran = tuple(baris(f"1.{n}", pagu=100) for n in range(banyak))
    return BukuKerja(
        buat_data(
            kinerja, daftar_anggaran=anggaran, daftar_realisasi_anggaran=tuple(uang(a.kode, 50, 1) for a in anggaran)
        )
    )


@pytest.mark.parametrize("banyak", [1, 150])
def test_halaman_dan_simpan_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    with django_assert_num_queries(HALAMAN_TRIWULAN):
        isi = client.get(_halaman()).content.decode()
    assert isi.count('name="realisasi-') == banyak
    kiriman: dict[str, Any] = _isian("50")
    with django_assert_num_queries(SIMPAN):
        assert client.post(_simpan(), kiriman).status_code == 200


def test_saringan_belum_terisi_dan_unit(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku_besar(3))
    client = sebagai("perencana")
    client.post(_simpan(), _isian("50"))
    isi = client.get(_halaman() + "?belum=ya").content.decode()
    assert isi.count('name="realisasi-') == 2
    lain = client.get(_halaman() + f"?unit={_pk_unit('Bidang B')}").content.decode()
    assert "Tidak ada indikator yang cocok" in lain


def test_yang_dibatasi_unit_mulai_dari_unitnya(sebagai: _Sebagai) -> None:
    lain = sebagai("perencana_unit_lain")
    assert f'id="indikator-{_pk()}"' not in lain.get(_halaman()).content.decode()
    assert f'id="indikator-{_pk()}"' in lain.get(_halaman() + "?unit=").content.decode()
    milik = sebagai("perencana_unit").get(_halaman()).content.decode()
    assert '<option value="saya" selected>' in milik
    assert f'id="indikator-{_pk()}"' in milik


def _pk_unit(nama: str) -> int:
    from renstra.models import UnitKerja

    return UnitKerja.objects.get(nama=nama).pk
