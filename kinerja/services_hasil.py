"""Results of evaluations that were issued elsewhere, recorded as their LHE prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError

from kinerja.akses_evaluasi import ambil_hak_evaluasi
from kinerja.data_evaluasi import AsalEvaluasi, Skema, TahapEvaluasi, TingkatIsian
from kinerja.models import Evaluasi, NilaiKomponenEvaluasi, RekomendasiEvaluasi
from kinerja.selectors_evaluasi import load_skema
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import kunci_evaluasi
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra import akses
from renstra.models import Instansi
from renstra.services import kunci_instansi


@dataclass(frozen=True)
class HasilLhe:
    """What an LHE prints. `nilai`: score per number of the component; empty where the LHE is known by its total."""

    tahun: int
    skema: str
    nilai: Mapping[int, Decimal] = field(default_factory=dict)
    nilai_lhe: Decimal | None = None
    predikat_lhe: str = ""
    nomor_lhe: str = ""
    tanggal_lhe: date | None = None


def nama_kolom_nilai(nomor: int) -> str:
    """How errors name the field of a component's score."""
    return f"nilai_{nomor}"


def kesalahan_hasil(hasil: HasilLhe, skema: Skema) -> dict[str, str]:
    """What an LHE of this scheme cannot print, by field; nothing is looked up."""
    salah: dict[str, str] = {}
    for komponen in skema.daftar_komponen:
        nilai = hasil.nilai.get(komponen.nomor)
        if nilai is not None and nilai > komponen.bobot:
            salah[nama_kolom_nilai(komponen.nomor)] = (
                f"Nilai {komponen.nama} {tulis_tepat(nilai)} melebihi bobotnya, {tulis_tepat(komponen.bobot)} "
                f"({skema.nama})."
            )
        elif nilai is not None and nilai < 0:
            salah[nama_kolom_nilai(komponen.nomor)] = "Nilai tidak boleh negatif."
        elif nilai is None and hasil.nilai:
            salah[nama_kolom_nilai(komponen.nomor)] = f"Isi nilai {komponen.nama}, atau kosongkan semua komponen."
    if asing := sorted(hasil.nilai.keys() - skema.komponen_per_nomor.keys()):
        salah["skema"] = f"{skema.nama} tidak mempunyai komponen {', '.join(map(str, asing))}."
    if not hasil.nilai and hasil.nilai_lhe is None:
        salah["nilai_lhe"] = "Isi nilai setiap komponen, atau paling sedikit nilai akhirnya."
    if hasil.nilai_lhe is not None and not 0 <= hasil.nilai_lhe <= 100:
        salah["nilai_lhe"] = "Nilai akhir 0 sampai 100."
    huruf = [p.huruf for p in skema.daftar_predikat]
    if hasil.predikat_lhe and huruf and hasil.predikat_lhe not in huruf:
        salah["predikat_lhe"] = f"Predikat {skema.nama}: {', '.join(huruf)}."
    return salah


def rekam_hasil(*, instansi: Instansi, hasil: HasilLhe, oleh: Pengguna, pk: int | None = None) -> Evaluasi:
    """Record what an LHE prints; `pk`: the recorded result that it corrects.

    Raises ValidationError by field (`nilai_<nomor>` for a component; a score above its weight, an evaluation that was
    worked in this system), PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="halaman"):
        kunci_instansi(pk=instansi.pk)
        if not akses.boleh_evaluasi(akses.ambil_hak(oleh, instansi)):
            raise PermissionDenied
        baris = _baris(instansi, hasil.tahun, pk)
        skema = pastikan_skema(hasil.skema, oleh=oleh)
        salah = kesalahan_hasil(hasil, load_skema([skema.pk])[skema.pk]) | _salah_tanggal(hasil)
        if salah:
            raise ValidationError(salah)
        if baris.pk is not None:
            _buang_nilai(baris, skema.pk, hasil.nilai)
        baris.tahun, baris.skema = hasil.tahun, skema
        baris.nilai_lhe, baris.predikat_lhe = hasil.nilai_lhe, hasil.predikat_lhe
        baris.nomor_lhe, baris.tanggal_lhe = hasil.nomor_lhe, hasil.tanggal_lhe
        simpan_baris(baris)
        _simpan_nilai(baris, hasil.nilai)
        return baris


def _baris(instansi: Instansi, tahun: int, pk: int | None) -> Evaluasi:
    if pk is not None:
        lama = Evaluasi.objects.select_for_update(of=("self",)).filter(pk=pk, instansi=instansi).first()
        if lama is None or lama.asal != AsalEvaluasi.DIREKAM:
            raise ValidationError("Hasil ini sudah tidak ada. Muat ulang halaman.")
        return lama
    ada = Evaluasi.objects.filter(instansi=instansi, tahun=tahun).exclude(tahap=TahapEvaluasi.DIBATALKAN).first()
    if ada is not None:
        cara = "dikerjakan di sini" if ada.asal == AsalEvaluasi.DIKERJAKAN else "sudah direkam"
        raise ValidationError({"tahun": f"Evaluasi tahun {tahun} {cara}. Buka evaluasi itu untuk melihat isinya."})
    return Evaluasi(
        instansi=instansi, asal=AsalEvaluasi.DIREKAM, tahap=TahapEvaluasi.TERBIT, tingkat=TingkatIsian.KOMPONEN
    )


def _salah_tanggal(hasil: HasilLhe) -> dict[str, str]:
    if hasil.tahun > hari_ini().year:
        return {"tahun": f"Tahun {hasil.tahun} belum berjalan."}
    if hasil.tanggal_lhe is not None and hasil.tanggal_lhe > hari_ini():
        return {"tanggal_lhe": "Tanggal LHE belum tiba."}
    if hasil.tanggal_lhe is not None and hasil.tanggal_lhe.year < hasil.tahun:
        return {"tanggal_lhe": f"Tanggal LHE mendahului tahun yang dievaluasi ({hasil.tahun})."}
    return {}


def _buang_nilai(evaluasi: Evaluasi, skema: int, nilai: Mapping[int, Decimal]) -> None:
    """Scores that are no longer printed; all of them where another scheme has other weights."""
    daftar = NilaiKomponenEvaluasi.objects.filter(evaluasi=evaluasi)
    if evaluasi.skema_id == skema:
        daftar = daftar.exclude(nomor__in=nilai)
    daftar.delete()


def _simpan_nilai(evaluasi: Evaluasi, nilai: Mapping[int, Decimal]) -> None:
    lama = {n.nomor: n for n in NilaiKomponenEvaluasi.objects.filter(evaluasi=evaluasi)}
    for nomor, satu in nilai.items():
        baris = lama.get(nomor) or NilaiKomponenEvaluasi(evaluasi=evaluasi, nomor=nomor)
        if baris.pk is None or baris.nilai != satu:
            baris.nilai = satu
            simpan_baris(baris)


def rekam_banyak_hasil(*, daftar: Sequence[tuple[Instansi, HasilLhe, int | None]], oleh: Pengguna) -> int:
    """Many results at once, all or none; agencies are locked in the order of their pk. How many.

    Raises ValidationError, PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="tempel"):
        for instansi, hasil, pk in sorted(daftar, key=lambda satu: satu[0].pk):
            try:
                rekam_hasil(instansi=instansi, hasil=hasil, oleh=oleh, pk=pk)
            except ValidationError as galat:
                sebab = " ".join(galat.messages)
                raise ValidationError(f"{instansi.kode} {hasil.tahun}: {sebab}") from galat
    return len(daftar)


def hapus_rekaman(*, pk: int, oleh: Pengguna) -> None:
    """Remove a recorded result. Raises ValidationError where recommendations hang on it, PermissionDenied."""
    with menulis(oleh=oleh, jalur="halaman"):
        evaluasi = kunci_evaluasi(pk)
        if not ambil_hak_evaluasi(oleh, evaluasi).ubah_rekaman:
            raise PermissionDenied
        if RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi).exists():
            raise ValidationError("Rekomendasi LHE ini masih dipantau, jadi hasilnya tidak dapat dihapus.")
        evaluasi.delete()
