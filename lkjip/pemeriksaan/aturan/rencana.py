"""KON: targets of the plan against each other and against what was reached (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, huruf_predikat
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import NOL, SERATUS
from lkjip.dasar.periode import akhir_tahun
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, disebut_narasi, info, nama, peringatan, sebutkan, tulis
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Arah, Indikator, JenisIndikator, Perjanjian, TargetTahunan, Versi

_BAB_PK = "bab2.perjanjian"


def keluaran(buku: BukuKerja, i: Indikator) -> bool:
    """Whether it counts what a budget row delivers: such targets follow the money, and go up and down with it."""
    dibatasi = i.jenis in (JenisIndikator.PERSEN, JenisIndikator.INDEKS, JenisIndikator.PREDIKAT)
    return i.induk in buku.data.anggaran.anggaran_per_kode and not dibatasi


def terbaik(i: Indikator, nilai: Decimal) -> bool:
    """Whether the scale goes no further: nobody can promise more than 100 %, or less than none of a bad thing."""
    if i.arah is Arah.NEGATIF:
        return nilai <= NOL
    persen = i.jenis is JenisIndikator.PERSEN or i.satuan.strip().casefold() in ("%", "persen", "persentase")
    berskala = i.jenis in (JenisIndikator.INDEKS, JenisIndikator.PREDIKAT)
    return (persen and nilai >= SERATUS) or (berskala and nilai == SERATUS)  # an index may have a scale of its own


def sebaik(i: Indikator, nilai: Decimal, batas: Decimal) -> bool:
    """Whether `nilai` is at least as good as `batas`, by the direction of the indicator."""
    return nilai <= batas if i.arah is Arah.NEGATIF else nilai >= batas


def _tercatat(baris: Perjanjian | TargetTahunan | None) -> tuple[Decimal | None, str | None]:
    return (None, None) if baris is None else (baris.target, huruf_predikat(baris.predikat))


def target_pk_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-01: murni, or the only version that there is; what Bab II says about the indicator counts as its reason."""
    buku = bacaan.buku
    disebut = {kode for k in bacaan.daftar_kalimat if k.teks.bagian.startswith(_BAB_PK)
               for s in k.daftar_sebut if len(s.subjek) == 1 for kode in s.subjek}  # fmt: skip
    rencana, tahun = buku.data.renstra, buku.data.tahun
    for i in rencana.daftar_indikator:
        per_versi = [(v, rencana.perjanjian_per_indikator.get((i.kode, tahun, v))) for v in Versi]
        versi, pk = next(((v, p) for v, p in per_versi if p is not None), (Versi.MURNI, None))
        dijanjikan, huruf = _tercatat(pk)
        direncanakan, huruf_rencana = _tercatat(rencana.target_tahunan_per_indikator.get((i.kode, tahun)))
        berangka = dijanjikan is not None and direncanakan is not None
        beda = dijanjikan != direncanakan if berangka else bool(huruf and huruf_rencana and huruf != huruf_rencana)
        if not beda or i.kode in disebut or disebut_narasi(buku, i.kode, i.uraian, bagian=_BAB_PK):
            continue
        tertulis, seharusnya = (tulis(dijanjikan), tulis(direncanakan)) if berangka and dijanjikan is not None and \
            direncanakan is not None else (huruf or "", huruf_rencana or "")  # fmt: skip
        yield peringatan(
            "KON-01",
            f"Target {nama(i.kode, i.uraian)} tahun {tahun} dalam Perjanjian Kinerja {versi.value} {tertulis}, "
            f"sedangkan dalam Renstra {seharusnya}.",
            letak=f"lembar perjanjian, versi {versi.value}",
            subjek=i.kode,
            nilai=dijanjikan if berangka else tertulis,
            seharusnya=direncanakan if berangka else seharusnya,
            cara=f"target_tahunan {tahun}: {seharusnya}",
            saran="Samakan kedua target, atau jelaskan sebab perbedaannya (dengan menyebut indikatornya) pada naskah "
            "Bab II tentang Perjanjian Kinerja.",
            halaman="perjanjian_kinerja",
        )


def tanpa_dasar_pk(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-10. Where the year has no Perjanjian Kinerja at all, KON-08 says so once."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    ada = {p.indikator for p in rencana.daftar_perjanjian if p.tahun == tahun}
    for i in rencana.daftar_indikator_semua_sasaran if ada else ():
        hasil = hitung(buku.data, "realisasi", i.kode)
        if i.kode in ada or not hasil.ada:
            continue
        tertulis = tulis(hasil.angka) if hasil.angka is not None else hasil.kata or ""
        yield peringatan(
            "KON-10",
            f"{nama(i.kode, i.uraian)} dilaporkan dengan realisasi {tertulis}, tetapi targetnya tidak ada dalam "
            f"Perjanjian Kinerja {tahun}.",
            letak="lembar perjanjian",
            subjek=i.kode,
            nilai=hasil.angka if hasil.angka is not None else tertulis,
            seharusnya=f"target dalam Perjanjian Kinerja {tahun}",
            cara=hasil.cara,
            saran="Isi target indikator itu pada Perjanjian Kinerja; bila tidak diperjanjikan, jelaskan sebabnya.",
            halaman="perjanjian_kinerja",
        )


def target_sama_realisasi(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-16: the promise equals the result to two decimals and leaves the Renstra; whole numbers of outputs do so
    honestly, and a full 100 % too.
    """
    rencana, data = buku.data.renstra, buku.data
    for i in rencana.daftar_indikator:
        baris = rencana.target_tahunan_per_indikator.get((i.kode, data.tahun))
        if baris is None or baris.target is None:
            continue
        target = hitung(data, "selisih_target", i.kode).angka
        if target is None or target == baris.target or terbaik(i, target) or \
                (target == target.to_integral_value() and keluaran(buku, i)):  # fmt: skip
            continue
        realisasi = hitung(data, "realisasi", i.kode).angka
        if realisasi is None or bulat(target, 2) != bulat(realisasi, 2):
            continue
        yield peringatan(
            "KON-16",
            f"Target {nama(i.kode, i.uraian)} dalam Perjanjian Kinerja {tulis(target)} sama persis dengan realisasinya "
            f"{tulis(realisasi)}, sedangkan target Renstra {tulis(baris.target)}.",
            letak="lembar perjanjian",
            subjek=i.kode,
            nilai=target,
            seharusnya=baris.target,
            cara=f"realisasi {data.tahun} {tulis(realisasi)}; target_tahunan {data.tahun} {tulis(baris.target)}",
            saran="Periksa apakah target disesuaikan dengan hasil sesudah tahun berjalan. Pakai target yang disepakati "
            "dalam Perjanjian Kinerja, atau tulis dasar perubahannya.",
            halaman="perjanjian_kinerja",
        )


def target_di_bawah_tahun_lalu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-17, of what has a direction: an output that is delivered once a year is delivered once every year."""
    data = buku.data
    for i in data.renstra.daftar_indikator:
        if keluaran(buku, i):
            continue
        target = hitung(data, "selisih_target", i.kode).angka
        lalu = hitung(data, "realisasi", i.kode, tahun=data.tahun - 1)
        if target is None or lalu.angka is None or not sebaik(i, lalu.angka, target) or terbaik(i, lalu.angka):
            continue
        beda = "di atas" if i.arah is Arah.NEGATIF else "di bawah"
        yield peringatan(
            "KON-17",
            f"Target {nama(i.kode, i.uraian)} tahun {data.tahun} sebesar {tulis(target)} "
            f"{'sama dengan' if target == lalu.angka else beda} realisasi tahun {data.tahun - 1}, "
            f"{tulis(lalu.angka)}.",
            letak="lembar perjanjian",
            subjek=i.kode,
            nilai=target,
            seharusnya=f"{'di bawah' if i.arah is Arah.NEGATIF else 'di atas'} {tulis(lalu.angka)}",
            cara=lalu.cara,
            saran="Usulkan target yang lebih menantang daripada hasil tahun lalu, atau jelaskan mengapa target itu "
            "dipertahankan.",
            halaman="perjanjian_kinerja",
        )


def _deret(buku: BukuKerja, i: Indikator) -> list[tuple[int, Decimal, str]]:
    """(year, target, as written) of the Renstra; a letter where there is no number stands for its lower bound."""
    daftar = []
    for t in buku.data.renstra.daftar_target_tahunan:
        if t.indikator != i.kode:
            continue
        huruf = huruf_predikat(t.predikat)
        if t.target is not None:
            daftar.append((t.tahun, t.target, tulis(t.target)))
        elif huruf is not None:
            daftar.append((t.tahun, BATAS_BAWAH_PREDIKAT[huruf], huruf))
    return sorted(daftar)


def target_turun(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-18: one finding an indicator, and one for all outputs of the budget together."""
    daftar_keluaran: list[Indikator] = []
    for i in buku.data.renstra.daftar_indikator:
        turun = [(a, b) for a, b in pairwise(_deret(buku, i)) if b[0] - a[0] == 1 and a[1] != b[1]
                 and sebaik(i, a[1], b[1])]  # fmt: skip
        if turun and keluaran(buku, i):
            daftar_keluaran.append(i)
        elif turun:
            yield _turun(i, turun)
    if daftar_keluaran:
        yield peringatan(
            "KON-18",
            f"Target tahunan {len(daftar_keluaran)} indikator keluaran mundur dari tahun ke tahun: "
            f"{sebutkan([nama(i.kode, i.uraian) for i in daftar_keluaran])}.",
            letak="lembar target_tahunan",
            butir="keluaran",
            nilai=", ".join(i.kode for i in daftar_keluaran),
            saran="Periksa targetnya; bila memang mengikuti anggaran, jelaskan sebabnya.",
            halaman="target_renstra",
        )


def _turun(i: Indikator, turun: Sequence[tuple[tuple[int, Decimal, str], tuple[int, Decimal, str]]]) -> Temuan:
    gerak = "naik" if i.arah is Arah.NEGATIF else "turun"
    rincian = "; ".join(f"{a[2]} ({a[0]}) menjadi {b[2]} ({b[0]})" for a, b in turun)
    alasan = ", padahal makin kecil makin baik" if i.arah is Arah.NEGATIF else ""
    return peringatan(
        "KON-18",
        f"Target Renstra {nama(i.kode, i.uraian)} {gerak} dari {rincian}{alasan}.",
        letak="lembar target_tahunan",
        subjek=i.kode,
        nilai=turun[0][1][1],
        seharusnya=f"paling {'banyak' if i.arah is Arah.NEGATIF else 'sedikit'} {turun[0][0][2]}",
        saran="Periksa deret target dan arah indikatornya; bila memang demikian, jelaskan sebabnya.",
        halaman="target_renstra",
    )


def target_akhir_terlampaui(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-19. What should be low is judged when the year is over: until then it only adds up."""
    data, akhir = buku.data, buku.data.renstra.periode.renstra_akhir
    if akhir is None or data.tahun >= akhir:
        return
    hari = data.kinerja.per_tanggal
    belum_usai = hari is not None and hari < akhir_tahun(data.tahun)
    for i in data.renstra.daftar_indikator:
        baris = data.renstra.target_tahunan_per_indikator.get((i.kode, akhir))
        if baris is None or baris.target is None or terbaik(i, baris.target) or \
                (belum_usai and i.arah is Arah.NEGATIF):  # fmt: skip
            continue
        realisasi = hitung(data, "realisasi", i.kode)
        if realisasi.angka is None or not sebaik(i, realisasi.angka, baris.target) or keluaran(buku, i):
            continue
        yield info(
            "KON-19",
            f"Realisasi {nama(i.kode, i.uraian)} tahun {data.tahun}, {tulis(realisasi.angka)}, sudah mencapai atau "
            f"melewati target akhir Renstra {akhir}, {tulis(baris.target)}.",
            letak="lembar target_tahunan",
            subjek=i.kode,
            nilai=realisasi.angka,
            seharusnya=baris.target,
            cara=realisasi.cara,
            saran="Usulkan peninjauan target tahun-tahun berikutnya agar tetap menantang.",
            halaman="target_renstra",
        )


def kode_tahun(daftar: Iterable[Perjanjian | TargetTahunan], tahun: int) -> frozenset[str]:
    """Kode of the indicators that have a row of this year."""
    return frozenset(satu.indikator for satu in daftar if satu.tahun == tahun)


DAFTAR = (
    Aturan("KON-01", Tingkat.PERINGATAN, "Target PK berbeda dari Renstra", periksa_teks=target_pk_berbeda),
    Aturan("KON-10", Tingkat.PERINGATAN, "Indikator tanpa dasar PK", tanpa_dasar_pk),
    Aturan("KON-16", Tingkat.PERINGATAN, "Target disamakan dengan realisasi", target_sama_realisasi),
    Aturan("KON-17", Tingkat.PERINGATAN, "Target di bawah realisasi tahun lalu", target_di_bawah_tahun_lalu),
    Aturan("KON-18", Tingkat.PERINGATAN, "Target turun antartahun", target_turun),
    Aturan("KON-19", Tingkat.INFO, "Target akhir Renstra sudah terlampaui", target_akhir_terlampaui),
)
