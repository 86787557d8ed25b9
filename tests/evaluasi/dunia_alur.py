"""One agency with the year 2024, its people, and the inspectorate's; evaluations brought to any stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from kinerja.data_evaluasi import LangkahEval, Penilai, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, JawabanEvaluasi
from kinerja.selectors_evaluasi import load_skema
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import Permintaan, ambil_langkah, terbitkan_lhe
from kinerja.services_tim_evaluasi import Bukaan, Tim, buka_banyak_evaluasi
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi, Pemda, Penugasan, Peran
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

SKEMA = "permenpan88_2021"
TUGAS = {"nomor_tugas": "700/1/ST", "tanggal_tugas": None, "mulai_kerja": None, "selesai_kerja": None}
T, L = TahapEvaluasi, LangkahEval
# Who takes which step, in the order of the way.
JALAN = (
    (L.AJUKAN, T.PENILAIAN, "anggota"),
    (L.SETUJUI, T.KETUA, "ketua"),
    (L.SETUJUI, T.PENGENDALI, "pengendali"),
    (L.TANGGAPI, T.TANGGAPAN, "perencana"),
    (L.AJUKAN, T.PEMBAHASAN, "anggota"),
    (L.SETUJUI, T.KETUA_AKHIR, "ketua"),
    (L.SETUJUI, T.PENGENDALI_AKHIR, "pengendali"),
)


@dataclass
class DuniaEvaluasi:
    instansi: Instansi
    pemda: Pemda
    orang: dict[str, Pengguna] = field(default_factory=dict)

    def __getitem__(self, nama: str) -> Pengguna:
        return self.orang[nama]

    @property
    def tim(self) -> Tim:
        return Tim(self["ketua"].pk, self["pengendali"].pk, (self["anggota"].pk,))

    def bukaan(self, *, tahun: int = TAHUN, skema: str = SKEMA, tim: Tim | None = None) -> Bukaan:
        return Bukaan(tahun, skema, tim or self.tim, TUGAS)


def buat_dunia() -> DuniaEvaluasi:
    impor_buku(buku=buku_uji(SENDIRI))
    instansi = Instansi.objects.select_related("pemda").get(kode=SENDIRI)
    assert instansi.pemda is not None
    return DuniaEvaluasi(instansi, instansi.pemda, buat_orang(instansi))


def buat_orang(instansi: Instansi) -> dict[str, Pengguna]:
    """Four of the inspectorate (`luar` is in no team) and two of the agency, where they are not there yet."""
    orang = {}
    for nama in ("ketua", "pengendali", "anggota", "luar"):
        orang[nama] = Pengguna.objects.create_user(f"apip_{nama}", password="x", nama=f"Tuan {nama}")
        Penugasan.objects.create(pengguna=orang[nama], peran=Peran.INSPEKTORAT, pemda=instansi.pemda)
    for nama, peran in (("perencana", Peran.PERENCANA), ("kepala", Peran.KEPALA)):
        orang[nama], baru = Pengguna.objects.get_or_create(username=nama, defaults={"nama": f"Tuan {nama}"})
        if baru:
            Penugasan.objects.create(pengguna=orang[nama], peran=peran, instansi=instansi)
    return orang


def buka(dunia: DuniaEvaluasi) -> Evaluasi:
    (evaluasi,) = buka_banyak_evaluasi(
        pemda=dunia.pemda, daftar_instansi=[dunia.instansi.pk], bukaan=dunia.bukaan(), oleh=dunia["luar"]
    )
    return evaluasi


def jawab_semua(evaluasi: Evaluasi, jawaban: str = "A", *, kecuali: tuple[str, ...] = ()) -> None:
    skema = load_skema([evaluasi.skema_id])[evaluasi.skema_id]
    baris = [
        JawabanEvaluasi(
            evaluasi=evaluasi, penilai=Penilai.EVALUATOR, subkomponen=kode, jawaban=jawaban,
            catatan="Catatan rahasia penilai", waktu=timezone.now(),
        )
        for kode in skema.subkomponen_per_kode
        if kode not in kecuali
    ]  # fmt: skip
    with konteks_riwayat(jalur="uji"):
        JawabanEvaluasi.objects.bulk_create(baris)


def catat(evaluasi: Evaluasi, isi: str = "Rencana aksi belum dipantau", **lain: object) -> CatatanEvaluasi:
    with konteks_riwayat(jalur="uji"):
        return CatatanEvaluasi.objects.create(evaluasi=evaluasi, komponen=1, jenis="temuan", isi=isi, **lain)


def langkah(
    dunia: DuniaEvaluasi, evaluasi: Evaluasi, apa: LangkahEval, siapa: str, *, dari: TahapEvaluasi | None = None,
    catatan: str = "sebab", hari: date | None = None,
) -> None:  # fmt: skip
    kini = TahapEvaluasi(Evaluasi.objects.get(pk=evaluasi.pk).tahap)
    permintaan = Permintaan(apa, dari or kini, catatan)
    ambil_langkah(pk=evaluasi.pk, permintaan=permintaan, oleh=dunia[siapa], hari=hari or hari_ini())


def sampai(dunia: DuniaEvaluasi, tahap: TahapEvaluasi) -> Evaluasi:
    """An evaluation with all answers, led to this stage."""
    evaluasi = buka(dunia)
    jawab_semua(evaluasi)
    for apa, dari, siapa in JALAN:
        if dari is tahap:
            break
        langkah(dunia, evaluasi, apa, siapa)
    if tahap is T.TERBIT:
        terbitkan_lhe(evaluasi=evaluasi, nomor="700/9/LHE", tanggal=hari_ini(), oleh=dunia["ketua"])
    evaluasi.refresh_from_db()
    assert evaluasi.tahap == tahap
    return evaluasi


def lusa() -> date:
    return hari_ini() + timedelta(days=2)
