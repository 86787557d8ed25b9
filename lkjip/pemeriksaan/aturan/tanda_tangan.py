"""TTE: frozen versions and their electronic signatures (pemeriksaan.md). Facts that only the system knows.

A version that was replaced or withdrawn no longer counts. The remedy is nearly always a new version, so none of these
findings keeps one back (`tentang_versi`).
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.dasar.periode import tulis_tanggal
from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import BIDANG_KEPALA_DAERAH, JenisSertifikat, KeadaanTerbitan
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, temuan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_fakta import FaktaTanda, FaktaVersi
from lkjip.terbitan.data_penanda import angka_pengenal, nama_polos

_VERSI_BARU = "Tarik atau batalkan versi ini, lalu finalkan dan tandatangani versi baru."
_BSRE = ("bsre", "balai sertifikasi elektronik", "badan siber dan sandi negara")
_PENDEK = 12  # digits of a hash that a person compares


def naskah_berubah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-01: the first signer was sent another file than the locked one, or the next another than came back."""
    for v in _daftar(buku):
        masuk = v.sidik_final
        for t in v.bertanda:
            if t.sidik_masuk != masuk:
                yield _temuan(
                    "TTE-01", v, t, f"Berkas yang ditandatangani {t.nama or t.jabatan} pada {v.sebutan} bukan versi "
                    f"yang dikunci (sidik {t.sidik_masuk[:_PENDEK]}, seharusnya {masuk[:_PENDEK]}).",
                    nilai=t.sidik_masuk, seharusnya=masuk,
                )  # fmt: skip
                break
            masuk = t.sidik_hasil


def tidak_sah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-02: the verdict kept beside a signature is not a good one, or it was made with a trial certificate."""
    for v in _daftar(buku):
        for t in v.bertanda:
            sebab = [
                kata
                for kata, salah in (
                    ("tidak sah", t.sah is False),
                    ("dokumennya berubah sesudahnya", t.utuh is False),
                    ("sertifikatnya tidak tepercaya", t.tepercaya is False),
                    ("sertifikatnya hanya percobaan", t.percobaan and v.jenis_sertifikat != JenisSertifikat.PERCOBAAN),
                )
                if salah
            ]
            if sebab:
                yield _temuan(
                    "TTE-02", v, t, f"Tanda tangan {t.nama or t.jabatan} pada {v.sebutan} tidak dapat diterima: "
                    f"{', '.join(sebab)}.",
                    nilai=", ".join(sebab), seharusnya="sah, utuh, dan tepercaya",
                )  # fmt: skip


def bukan_pejabat(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-03: somebody else held the post on that day; silent where nobody is recorded for it."""
    for v in _daftar(buku):
        for t in v.bertanda:
            p = t.pejabat
            if p is None or t.pada is None or _orang_sama(t, p.nama, p.nip):
                continue
            yield _temuan(
                "TTE-03", v, t, f"{v.sebutan} ditandatangani {t.nama_sertifikat or t.nama} pada "
                f"{tulis_tanggal(t.pada)}, padahal pejabatnya saat itu {p.nama} ({p.jabatan_lengkap or t.jabatan}).",
                nilai=t.nama_sertifikat or t.nama, seharusnya=p.nama,
                saran="Periksa masa jabatan pada Profil dan pejabat; bila benar, buat versi baru untuk pejabat yang "
                "berwenang.",
            )  # fmt: skip


def _orang_sama(t: FaktaTanda, nama: str, nip: str) -> bool:
    """By NIP, else by name without titles; the certificate must share a word with the name at its place."""
    nip_tanda, nip_pejabat = angka_pengenal(t.nip), angka_pengenal(nip)
    bernip = nip_tanda and nip_pejabat
    sama = nip_tanda == nip_pejabat if bernip else nama_polos(t.nama) == nama_polos(nama)
    sertifikat = set(nama_polos(t.nama_sertifikat).split())
    return sama and (not sertifikat or bool(sertifikat & set(nama_polos(nama).split())))


def sertifikat_tidak_aktif(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-04: the signing service says that the certificate of who is to sign next is not in use."""
    for v in _daftar(buku):
        for t in v.daftar_tanda:
            if t.status_sertifikat and not t.sidik_hasil:
                yield _temuan(
                    "TTE-04", v, t, f"{v.sebutan} belum dapat ditandatangani {t.nama or t.jabatan}: "
                    f"{t.status_sertifikat.rstrip('.')}.",
                    nilai=t.status_sertifikat, seharusnya="Sertifikat aktif (ISSUE).",
                    saran="Aktifkan atau perbarui sertifikatnya di BSrE, lalu tandatangani lagi.",
                )  # fmt: skip


def tanpa_penanda(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-05: no code for the QR, or a foot that names an issuer who has not certified the signature."""
    for v in _daftar(buku):
        if not v.bertanda:
            continue
        kurang = [] if v.kode.strip() else ["kode verifikasi (QR) tidak ada"]
        penerbit = " ".join(t.penerbit for t in v.bertanda).casefold()
        if v.jenis_sertifikat == JenisSertifikat.BSRE and penerbit and not any(b in penerbit for b in _BSRE):
            kurang.append("catatan kakinya menyebut BSrE, padahal sertifikatnya bukan terbitan BSrE")
        if kurang:
            yield _temuan(
                "TTE-05", v, None, f"{v.sebutan} tidak memuat penanda tanda tangan elektronik yang benar: "
                f"{'; '.join(kurang)}.",
                Tingkat.PERINGATAN, nilai="; ".join(kurang),
                saran="Sesuaikan jenis sertifikat pada pengaturan server, lalu buat versi baru.",
            )  # fmt: skip


def urutan_salah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-06: an agreement that only one party has signed, a report signed before it was reviewed or approved."""
    for v in _daftar(buku):
        if v.jenis == JenisBerkas.PERJANJIAN:
            yield from _perjanjian_timpang(v)
        elif v.tahunan:
            yield from _laporan_mendahului(buku, v)


def _perjanjian_timpang(v: FaktaVersi) -> Iterator[Temuan]:
    """Published with an empty place, or signed by the head of the region while the other party has not."""
    kosong = [t for t in v.daftar_tanda if not t.sidik_hasil]
    if not kosong:
        return
    mendahului = any(t.bidang == BIDANG_KEPALA_DAERAH for t in v.bertanda)
    if v.keadaan != KeadaanTerbitan.FINAL or mendahului:
        siapa = " dan ".join(t.nama or t.jabatan for t in kosong)
        keadaan = "sudah terbit" if v.keadaan == KeadaanTerbitan.TERBIT else "sudah ditandatangani pihak lain"
        yield _temuan(
            "TTE-06", v, None, f"{v.sebutan} {keadaan}, tetapi {siapa} belum menandatanganinya.",
            nilai=str(len(v.bertanda)), seharusnya=str(len(v.daftar_tanda)),
            saran="Lengkapi tanda tangan kedua pihak sebelum diterbitkan.",
        )  # fmt: skip


def _laporan_mendahului(buku: BukuKerja, v: FaktaVersi) -> Iterator[Temuan]:
    fakta, tanggal = buku.fakta, v.ditandatangani_pada
    if fakta is None or tanggal is None:
        return
    disetujui = fakta.disetujui.get(4)
    direviu = min(fakta.daftar_pernyataan, default=None)
    for hari, apa in ((disetujui, "Triwulan IV disetujui"), (direviu, "laporan selesai direviu")):
        if hari is not None and hari > tanggal:
            yield _temuan(
                "TTE-06", v, None, f"{v.sebutan} ditandatangani {tulis_tanggal(tanggal)}, sebelum {apa} "
                f"({tulis_tanggal(hari)}).",
                nilai=tanggal.isoformat(), seharusnya=f"pada atau sesudah {tulis_tanggal(hari)}", butir=apa,
            )  # fmt: skip


def salinan_berbeda(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TTE-07: what the public gets is not the file as the last signature left it."""
    for v in _daftar(buku):
        if v.keadaan != KeadaanTerbitan.TERBIT or not v.daftar_tanda:
            continue
        akhir = v.bertanda[-1].sidik_hasil if v.bertanda else ""
        if v.sidik_kini != akhir:
            seharusnya = f"seharusnya {akhir[:_PENDEK]}" if akhir else "padahal belum satu pun tanda tangan tercatat"
            yield _temuan(
                "TTE-07", v, None, f"Salinan publik {v.sebutan} bukan berkas yang ditandatangani (sidik "
                f"{v.sidik_kini[:_PENDEK]}, {seharusnya}).",
                nilai=v.sidik_kini, seharusnya=akhir,
            )  # fmt: skip


def _daftar(buku: BukuKerja) -> tuple[FaktaVersi, ...]:
    return buku.fakta.daftar_versi if buku.fakta is not None else ()


def _temuan(
    aturan: str, v: FaktaVersi, t: FaktaTanda | None, pesan: str, tingkat: Tingkat = Tingkat.GALAT, **lain: object
) -> Temuan:
    """About one version, or one place in it; mended on the version's page."""
    butir = " ".join(filter(None, (str(v.nomor), t.bidang if t else "", str(lain.pop("butir", "")))))
    isi: dict[str, object] = {"saran": _VERSI_BARU} | lain
    return temuan(
        aturan, tingkat, pesan, letak=f"penerbitan, {v.sebutan}", subjek=v.kunci, butir=butir,
        halaman="versi_terbitan", argumen=(v.pk,), tentang_versi=True, **isi,
    )  # fmt: skip


DAFTAR = (
    Aturan("TTE-01", Tingkat.GALAT, "Naskah berubah setelah final", naskah_berubah),
    Aturan("TTE-02", Tingkat.GALAT, "Tanda tangan tidak sah", tidak_sah),
    Aturan("TTE-03", Tingkat.GALAT, "Penanda tangan bukan pejabat berwenang", bukan_pejabat),
    Aturan("TTE-04", Tingkat.GALAT, "Sertifikat tidak aktif", sertifikat_tidak_aktif),
    Aturan("TTE-05", Tingkat.PERINGATAN, "QR atau catatan kaki tidak ada", tanpa_penanda),
    Aturan("TTE-06", Tingkat.GALAT, "Urutan penandatanganan salah", urutan_salah),
    Aturan("TTE-07", Tingkat.GALAT, "Salinan publik bukan versi bertanda tangan", salinan_berbeda),
)
