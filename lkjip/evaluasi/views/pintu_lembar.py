"""How every page of a sheet begins: the evaluators' side of an evaluation, or the agency's own side of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from kinerja.akses_evaluasi import HakEvaluasi, ambil_hak_evaluasi
from kinerja.data_evaluasi import Penilai, TingkatIsian
from kinerja.data_lembar_evaluasi import Kunci, LembarEvaluasi, PintuLembar
from kinerja.models import Evaluasi
from kinerja.selectors_lembar_evaluasi import load_lembar, pintu_lembar
from lkjip.akun.models import Pengguna
from lkjip.evaluasi.aturan_logika import fakta_logika, periksa_logika
from lkjip.evaluasi.aturan_usul import daftar_bukti, usulkan
from lkjip.evaluasi.data_usul import BuktiTersedia, Peringatan
from lkjip.evaluasi.halaman_lembar import Bahan, Tanggapan, TautanBukti, komponen_kunci, pengenal
from lkjip.evaluasi.halaman_pertanyaan import Sisi
from lkjip.evaluasi.selectors import ambil_evaluasi_tahun
from lkjip.evaluasi.selectors_fakta import load_fakta
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import buka_tahun
from renstra.models import TahunKinerja

# Names of the addresses of either side, by what they do.
ALAMAT: Mapping[Penilai, Mapping[str, str]] = {
    Penilai.EVALUATOR: {
        "lembar": "lembar_evaluasi", "komponen": "komponen_lembar", "simpan": "simpan_lembar",
        "bukti": "tambah_bukti_lembar", "hapus_bukti": "hapus_bukti_lembar", "urungkan": "urungkan_lembar",
    },
    Penilai.MANDIRI: {
        "lembar": "penilaian_mandiri", "komponen": "komponen_mandiri", "simpan": "simpan_mandiri",
        "bukti": "tambah_bukti_mandiri", "hapus_bukti": "hapus_bukti_mandiri", "urungkan": "urungkan_mandiri",
    },
}  # fmt: skip


@dataclass(frozen=True)
class MejaLembar:
    """One side of a sheet as this user may see and write it. `argumen`: what its addresses begin with."""

    pengguna: Pengguna
    evaluasi: Evaluasi
    hak: HakEvaluasi
    penilai: Penilai
    argumen: tuple[str | int, ...]
    tahun_kinerja: TahunKinerja | None = None

    @property
    def pintu(self) -> PintuLembar:
        return pintu_lembar(self.hak, self.penilai)

    @property
    def terlihat(self) -> frozenset[Penilai]:
        """Whose answers may be shown: the evaluators' to the agency once the LHE is issued, the agency's to the
        evaluators once it has sent them.
        """
        if self.penilai is Penilai.EVALUATOR:
            return frozenset(Penilai) if self.hak.mandiri_dikirim else frozenset({Penilai.EVALUATOR})
        if self.hak.terbit and self.hak.lihat_nilai:
            return frozenset(Penilai)
        return frozenset({Penilai.MANDIRI})

    @property
    def draf_tertutup(self) -> bool:
        """An assessment that is still being written is nobody's but the agency's."""
        dikirim = self.hak.mandiri_dikirim or self.hak.terbit
        return self.penilai is Penilai.MANDIRI and self.hak.apip and not dikirim

    @cached_property
    def lembar(self) -> LembarEvaluasi:
        return load_lembar(self.evaluasi).yang_terlihat(self.terlihat)

    def segar(self) -> MejaLembar:
        """The same after something was written."""
        return replace(self)

    def alamat(self, apa: str, *lain: str | int) -> str:
        return reverse(ALAMAT[self.penilai][apa], args=[*self.argumen, *lain])

    def pastikan_bertugas(self) -> None:
        """403 for who may only read, whatever the stage."""
        if not self.pintu.bertugas:
            raise PermissionDenied

    def sisi(self, tanggapan: Mapping[Kunci, Tanggapan] | None = None) -> Sisi:
        return Sisi(self.lembar, self.penilai, self.bahan, tanggapan or {})

    @cached_property
    def bahan(self) -> Bahan:
        """What lies beside the questions: nothing where no question is asked. An answer is proposed to evaluators
        only; the agency reads the facts.
        """
        data = self.lembar.data
        if data.tingkat is TingkatIsian.KOMPONEN:
            return Bahan()
        fakta = load_fakta(self.evaluasi)
        usul, bukti = usulkan(data.skema, fakta), daftar_bukti(fakta)
        dinamai = frozenset(self.lembar.bukti.get(self.penilai, {}))
        logika = fakta_logika(fakta, usul if self.penilai is Penilai.EVALUATOR else {}, dinamai)
        tautan = {kunci: tuple(map(_tautan, daftar)) for kunci, daftar in bukti.items()}
        return Bahan(usul, tautan, periksa_logika(data, self.penilai, fakta=logika))


def _tautan(bukti: BuktiTersedia) -> TautanBukti:
    letak = reverse(bukti.alamat.nama, args=bukti.alamat.argumen) + bukti.alamat.lanjutan
    return TautanBukti(bukti.judul, letak, bukti.rujukan, bukti.keterangan)


def buka_lembar(request: HttpRequest, pk: int) -> MejaLembar:
    """The evaluators' side; 404 for who does not work for the APIP."""
    return _sisi_evaluator(buka_evaluasi(request, pk))


def _sisi_evaluator(ruang: RuangEvaluasi) -> MejaLembar:
    return MejaLembar(ruang.pengguna, ruang.evaluasi, ruang.hak, Penilai.EVALUATOR, (ruang.evaluasi.pk,))


def daftar_peringatan(ruang: RuangEvaluasi) -> tuple[tuple[Peringatan, str], ...]:
    """Everything that the sheet warns of, and where it stands: who hands in or approves sees it before the step."""
    meja = _sisi_evaluator(ruang)
    data = meja.lembar.data
    daftar = []
    for satu in meja.bahan.daftar_peringatan:
        kunci = (satu.subkomponen, satu.kriteria)
        letak = f"{meja.alamat('komponen', komponen_kunci(data, kunci))}#pertanyaan-{pengenal(data, kunci)}"
        daftar.append((satu, letak))
    return tuple(daftar)


def cari_mandiri(request: HttpRequest, kode: str, tahun: int) -> tuple[TahunKinerja, MejaLembar | None]:
    """The agency-year, and the agency's side of its evaluation, if one was opened; 404 for strangers."""
    pengguna = pengguna_masuk(request)
    tahun_kinerja = buka_tahun(pengguna, kode, tahun)
    evaluasi = ambil_evaluasi_tahun(tahun_kinerja.instansi_id, tahun)
    if evaluasi is None:
        return tahun_kinerja, None
    hak = ambil_hak_evaluasi(pengguna, evaluasi)
    return tahun_kinerja, MejaLembar(pengguna, evaluasi, hak, Penilai.MANDIRI, (kode, tahun), tahun_kinerja)


def buka_mandiri(request: HttpRequest, kode: str, tahun: int) -> MejaLembar:
    """The agency's side, to be written; 404 where no evaluation was opened."""
    _, meja = cari_mandiri(request, kode, tahun)
    if meja is None:
        raise Http404("Evaluasi tahun ini belum dibuka.")
    return meja
