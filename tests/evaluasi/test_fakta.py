"""Facts read from the database: what comes out, in how many queries."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.data import Faktor
from kinerja.data_evaluasi import AsalEvaluasi, KeadaanTindakLanjut, TahapEvaluasi, TingkatIsian
from kinerja.data_pengisian import JenisBukti, Langkah, StatusPengisian
from kinerja.data_reviu import TahapReviu
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    Evaluasi,
    LangkahPengisian,
    NilaiKomponenEvaluasi,
    PengisianTriwulan,
    RekomendasiEvaluasi,
    Reviu,
    TindakLanjut,
)
from kinerja.selectors_evaluasi import load_skema
from kinerja.services_pengisian import siapkan_triwulan
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.evaluasi.aturan_usul import usulkan
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.selectors_fakta import load_fakta
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.riwayat.models import Riwayat
from renstra.data import Versi
from renstra.models import Indikator, Instansi, LembarPerjanjian, RincianIndikator, TahunKinerja, UnitKerja
from tests.evaluasi.dunia_fakta import buku_contoh, skema

pytestmark = pytest.mark.django_db
PADA = datetime(2025, 2, 20, 3, tzinfo=UTC)
BATAS_KUERI = 73


@pytest.fixture
def kaltim() -> Evaluasi:
    impor_buku(buku=buku_contoh())
    return Evaluasi.objects.create(
        instansi=Instansi.objects.select_related("pemda").get(), tahun=2024, skema=pastikan_skema("permenpan88_2021"),
        tingkat=TingkatIsian.SUBKOMPONEN.value, asal=AsalEvaluasi.DIKERJAKAN.value, tahap=TahapEvaluasi.PENILAIAN.value,
    )  # fmt: skip


def _terbitan(tahun: TahunKinerja, kunci: str, keadaan: KeadaanTerbitan, nomor: int = 1) -> Terbitan:
    jenis = JenisBerkas(kunci.split("-")[0])
    pesanan = Pesanan(jenis, akhir=True, versi=Versi.MURNI if jenis is JenisBerkas.PERJANJIAN else None)
    terbit = Terbitan.objects.create(
        tahun_kinerja=tahun, jenis=jenis.value, kunci=kunci, nomor=nomor, alasan="Perbaikan." if nomor > 1 else "",
        spesifikasi=pesanan.tulis(), judul=kunci, nama_berkas=kunci, kode=f"{kunci[-8:].upper():0>10}{nomor:02}",
        jenis_sertifikat=JenisSertifikat.LAIN.value, keadaan=keadaan.value, sidik_final="a" * 64, sidik_kini="b" * 64,
        dibuat_pada=PADA, final_pada=PADA, terbit_pada=PADA if keadaan is not KeadaanTerbitan.FINAL else None,
    )  # fmt: skip
    TandaTanganTerbitan.objects.create(terbitan=terbit, urutan=1, bidang="ttd-kepala")
    return terbit


def _rekam_evaluasi(instansi: Instansi, tahun: int, banyak: int) -> None:
    lama = Evaluasi.objects.create(
        instansi=instansi, tahun=tahun, skema=pastikan_skema("permenpan88_2021"), tingkat=TingkatIsian.KOMPONEN.value,
        asal=AsalEvaluasi.DIREKAM.value, tahap=TahapEvaluasi.TERBIT.value,
    )  # fmt: skip
    for nomor, nilai in enumerate(("24", "21", "12", "17"), 1):
        NilaiKomponenEvaluasi.objects.create(
            evaluasi=lama, nomor=nomor, nilai=Decimal(nilai) - (2024 - tahun) / Decimal(2)
        )
    for n in range(banyak):
        baris = RekomendasiEvaluasi.objects.create(
            evaluasi=lama, komponen=n % 4 + 1, urutan=n + 1, rekomendasi=f"Rekomendasi {n}.",
            keadaan=(KeadaanTindakLanjut.BELUM if n else KeadaanTindakLanjut.SELESAI).value,
        )  # fmt: skip
        TindakLanjut.objects.create(
            rekomendasi=baris, uraian="Dikerjakan.", keadaan=baris.keadaan, nama_oleh="Perencana", waktu=PADA
        )


def _isi(evaluasi: Evaluasi, awal: int, akhir: int) -> None:
    """Something of each kind, `awal` … `akhir` − 1."""
    tahun = TahunKinerja.objects.get(instansi=evaluasi.instansi, tahun=2024)
    indikator = list(Indikator.objects.order_by("kode"))
    for n in range(awal, akhir):
        satu = indikator[n % len(indikator)]
        BuktiDukung.objects.create(
            tahun_kinerja=tahun, indikator=satu, triwulan=n % 4 + 1, jenis=JenisBukti.TAUTAN.value, waktu=PADA,
            tautan="https://contoh.go.id/bukti", nama_oleh="Perencana", urutan=n,
        )  # fmt: skip
        AnalisisTriwulan.objects.create(
            tahun_kinerja=tahun, indikator=satu, triwulan=n % 4 + 1, faktor=Faktor.SOLUSI.value, uraian="S.", urutan=n
        )
        unit = UnitKerja.objects.create(instansi=evaluasi.instansi, nama=f"Bidang {n}")
        if n % 2 == 0:
            LembarPerjanjian.objects.create(tahun_kinerja=tahun, versi=Versi.MURNI.value, unit=unit)
        _terbitan(tahun, f"laporan-tw{n % 4 + 1}-unit{unit.pk}", KeadaanTerbitan.TERBIT)
        _rekam_evaluasi(evaluasi.instansi, 2023 - n, 3)


def _hitung_kueri(evaluasi: Evaluasi) -> tuple[int, Fakta]:
    evaluasi = Evaluasi.objects.select_related("instansi__pemda", "skema").get(pk=evaluasi.pk)
    with CaptureQueriesContext(connection) as kueri:
        fakta = load_fakta(evaluasi)
    return len(kueri), fakta


def test_banyak_kueri_tetap_berapa_pun_isinya(kaltim: Evaluasi) -> None:
    _isi(kaltim, 0, 1)
    sedikit, _ = _hitung_kueri(kaltim)
    _isi(kaltim, 1, 8)
    banyak, fakta = _hitung_kueri(kaltim)
    assert sedikit == banyak <= BATAS_KUERI
    assert len(fakta.daftar_dokumen) == len(fakta.daftar_unit) == len(fakta.daftar_evaluasi_lalu) == 8
    assert len(fakta.daftar_rekomendasi) == 24


def test_fakta_instansi_dari_basis_data(kaltim: Evaluasi) -> None:
    _isi(kaltim, 0, 3)
    tahun = TahunKinerja.objects.get(instansi=kaltim.instansi, tahun=2024)
    indikator = Indikator.objects.get(kode="IKU1")
    RincianIndikator.objects.create(indikator=indikator, definisi="Definisi.")
    RincianIndikator.objects.create(indikator=Indikator.objects.get(kode="IKU2"), alasan="Tanpa definisi.")
    LembarPerjanjian.objects.create(tahun_kinerja=tahun, versi=Versi.MURNI.value, tanggal=date(2024, 1, 15))
    _terbitan(tahun, "laporan", KeadaanTerbitan.TERBIT)
    _terbitan(tahun, "laporan", KeadaanTerbitan.FINAL, nomor=2)
    pereviu = Pengguna.objects.create_user("pereviu")
    Reviu.objects.create(
        tahun_kinerja=tahun, tahap=TahapReviu.BERJALAN.value, pereviu=pereviu, nama_pereviu="Pereviu", mulai=PADA
    )
    _, fakta = _hitung_kueri(kaltim)
    assert (fakta.kode, fakta.tahun, fakta.lalu, fakta.berikut) == ("BKD-KALTIM", 2024, None, None)
    assert fakta.berdefinisi == frozenset({"IKU1"})
    assert fakta.lembar == {Versi.MURNI: date(2024, 1, 15)}
    assert [u.berlembar for u in fakta.daftar_unit] == [True, False, True]
    assert [r.tahap for r in fakta.daftar_reviu] == [TahapReviu.BERJALAN]
    laporan = fakta.dokumen("laporan")
    assert laporan is not None
    assert (laporan.nomor, laporan.keadaan, laporan.terbit, laporan.ditandatangani) == (
        1, KeadaanTerbitan.TERBIT, date(2025, 2, 20), False,
    )  # fmt: skip
    assert [tw.banyak_bukti for tw in fakta.daftar_triwulan] == [1, 1, 1, 0]
    assert [tw.bersolusi for tw in fakta.daftar_triwulan] == [1, 1, 1, 0]
    assert all(tw.status is StatusPengisian.DRAF for tw in fakta.daftar_triwulan)
    assert not fakta.lewat_alur
    assert [e.tahun for e in fakta.daftar_evaluasi_lalu] == [2023, 2022, 2021]
    assert {r.komponen for r in fakta.daftar_rekomendasi} < {k.nama for k in skema().daftar_komponen}
    assert fakta.daftar_rekomendasi[0].tindak_lanjut == "Dikerjakan."


def test_evaluasi_yang_belum_terbit_bukan_fakta(kaltim: Evaluasi) -> None:
    Evaluasi.objects.create(
        instansi=kaltim.instansi, tahun=2023, skema=kaltim.skema, tingkat=TingkatIsian.SUBKOMPONEN.value,
        asal=AsalEvaluasi.DIKERJAKAN.value, tahap=TahapEvaluasi.PENILAIAN.value,
    )  # fmt: skip
    _, fakta = _hitung_kueri(kaltim)
    assert fakta.daftar_evaluasi_lalu == ()
    assert fakta.pemda.dievaluasi == 0


def test_usulan_dari_skema_dan_fakta_di_basis_data(kaltim: Evaluasi) -> None:
    """The scheme's rows are the file's, so that rules and criteria mean the same."""
    tersimpan = load_skema([kaltim.skema_id])[kaltim.skema_id]
    assert tersimpan.subkomponen_per_kode.keys() == skema().subkomponen_per_kode.keys()
    _rekam_evaluasi(kaltim.instansi, 2023, 2)
    _rekam_evaluasi(kaltim.instansi, 2022, 0)
    hasil = usulkan(tersimpan, _hitung_kueri(kaltim)[1])
    assert hasil["4.c", 1].alasan == "1 dari 2 rekomendasi sudah tuntas."
    assert hasil["4.c", 2].alasan == "Nilai SAKIP 70,00 (tahun 2022) menjadi 72,00 (tahun 2023): naik."
    assert hasil["4.a", 2].alasan == "1 dari 1 instansi di pemda ini mempunyai hasil evaluasi tahun 2023."
    assert hasil["4.b", 5].jawaban == "C"


def test_tahun_tanpa_data_di_sistem(kaltim: Evaluasi) -> None:
    lain = Evaluasi.objects.create(
        instansi=kaltim.instansi, tahun=2019, skema=kaltim.skema, tingkat=TingkatIsian.SUBKOMPONEN.value,
        asal=AsalEvaluasi.DIKERJAKAN.value, tahap=TahapEvaluasi.PENILAIAN.value,
    )  # fmt: skip
    _, fakta = _hitung_kueri(lain)
    assert fakta.buku is None
    assert fakta.daftar_triwulan == ()


def _langkah(pengisian: PengisianTriwulan, langkah: Langkah, ke: StatusPengisian, waktu: datetime) -> None:
    LangkahPengisian.objects.create(
        pengisian=pengisian, langkah=langkah.value, dari=pengisian.status, ke=ke.value, nama_oleh="Sari", waktu=waktu,
        riwayat_sampai=Riwayat.objects.latest("pk").pk,
    )  # fmt: skip
    pengisian.status = ke
    pengisian.save(update_fields=["status"])


def test_triwulan_yang_dikembalikan_dihitung_sejak_pertama_kali_diajukan(kaltim: Evaluasi) -> None:
    tahun = TahunKinerja.objects.get(instansi=kaltim.instansi, tahun=2024)
    siapkan_triwulan(tahun)
    satu = PengisianTriwulan.objects.get(tahun_kinerja=tahun, triwulan=1)
    jadwal = (
        (Langkah.AJUKAN, StatusPengisian.DIAJUKAN, 12),
        (Langkah.KEMBALIKAN, StatusPengisian.DRAF, 14),
        (Langkah.AJUKAN, StatusPengisian.DIAJUKAN, 20),
        (Langkah.VERIFIKASI, StatusPengisian.DIVERIFIKASI, 21),
        (Langkah.SETUJUI, StatusPengisian.DISETUJUI, 22),
    )
    for langkah, ke, hari in jadwal:
        _langkah(satu, langkah, ke, datetime(2024, 4, hari, 3, tzinfo=UTC))
    _, fakta = _hitung_kueri(kaltim)
    tw = fakta.daftar_triwulan[0]
    assert (tw.diajukan, tw.diverifikasi, tw.disetujui) == (date(2024, 4, 12), date(2024, 4, 21), date(2024, 4, 22))
    assert (tw.tenggat, tw.hari_terlambat, tw.diterima) == (date(2024, 4, 15), 0, True)
    assert fakta.lewat_alur
    hasil = usulkan(skema(), fakta)
    assert hasil["2.b", 1].alasan == "1 dari 4 triwulan disetujui kepala."
    assert hasil["2.b", 1].jawaban == "D"


def test_tahun_sebelum_dan_sesudahnya_ikut_dibaca(kaltim: Evaluasi) -> None:
    kini = TahunKinerja.objects.get(instansi=kaltim.instansi, tahun=2024)
    lain = [TahunKinerja.objects.create(instansi=kini.instansi, renstra=kini.renstra, tahun=n) for n in (2023, 2025)]
    _terbitan(lain[0], "laporan", KeadaanTerbitan.TERBIT)
    _terbitan(lain[1], "perjanjian-murni", KeadaanTerbitan.TERBIT)
    banyak, fakta = _hitung_kueri(kaltim)
    assert banyak <= BATAS_KUERI
    assert [data.tahun for data in (fakta.lalu, fakta.berikut) if data] == [2023, 2025]
    assert [(d.tahun, d.kunci) for d in fakta.daftar_dokumen] == [(2025, "perjanjian-murni")]
    hasil = usulkan(skema(), fakta)
    assert hasil["1.b", 6].alasan == "3 IKU sama dengan tahun 2023 dalam periode Renstra yang sama."
    assert hasil["1.c", 6].jawaban == "BB"
