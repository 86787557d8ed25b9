"""What BSrE's Esign Client Service answers, in sentences for the signer. Its own texts are never shown: they may repeat
what was sent."""

from __future__ import annotations

import base64
import binascii
import json
import re
from enum import StrEnum
from typing import Any

from lkjip.laporan.signing.bsre_layanan import Jawaban, Putus
from lkjip.laporan.signing.data import GagalTandaTangan

_ID = re.compile(r"[0-9A-Za-z_-]{1,100}")
_TEKS_MAKS = 2000  # characters of an answer's text that are looked at
_DALAM = 5
_TANYA_PENGELOLA = "Hubungi pengelola Esign Client di instansi Anda."
_ULANGI = " Coba lagi beberapa saat lagi, atau hubungi pengelola Esign Client."
_MUNGKIN = (
    " BSrE mungkin sudah menandatanganinya, jadi jangan langsung mencoba lagi: tanyakan dulu kepada pengelola "
    "Esign Client."
)


class StatusPengguna(StrEnum):
    """What the service knows about a NIK."""

    ISSUE = "ISSUE"
    EXPIRED = "EXPIRED"
    RENEW = "RENEW"
    WAITING_FOR_VERIFICATION = "WAITING_FOR_VERIFICATION"
    NEW = "NEW"
    NO_CERTIFICATE = "NO_CERTIFICATE"
    NOT_REGISTERED = "NOT_REGISTERED"
    SUSPEND = "SUSPEND"
    REVOKE = "REVOKE"
    TIDAK_DIKENAL = "TIDAK_DIKENAL"

    @property
    def boleh(self) -> bool:
        return self is StatusPengguna.ISSUE

    @property
    def kalimat(self) -> str:
        return _STATUS[self]


_STATUS = {
    StatusPengguna.ISSUE: "Sertifikat Anda di BSrE aktif.",
    StatusPengguna.EXPIRED: "Sertifikat Anda di BSrE sudah habis masanya. Ajukan sertifikat baru kepada BSrE.",
    StatusPengguna.RENEW: "Sertifikat Anda di BSrE sedang diperbarui. Selesaikan dulu pembaruannya di BSrE.",
    StatusPengguna.WAITING_FOR_VERIFICATION: "Pendaftaran Anda di BSrE belum selesai diverifikasi. Tunggu kabar BSrE.",
    StatusPengguna.NEW: "Akun Anda di BSrE belum aktif. Aktifkan dulu lewat surel dari BSrE.",
    StatusPengguna.NO_CERTIFICATE: "Anda terdaftar di BSrE, tetapi belum mempunyai sertifikat. Ajukan dulu sertifikat.",
    StatusPengguna.NOT_REGISTERED: "NIK ini belum terdaftar di BSrE. Periksa lagi NIK-nya, atau daftar dulu ke BSrE.",
    StatusPengguna.SUSPEND: "Sertifikat Anda di BSrE sedang dibekukan. Hubungi BSrE.",
    StatusPengguna.REVOKE: "Sertifikat Anda di BSrE sudah dicabut. Ajukan sertifikat baru kepada BSrE.",
    StatusPengguna.TIDAK_DIKENAL: f"Status NIK ini di BSrE tidak dapat diketahui. {_TANYA_PENGELOLA}",
}


class Tolak(StrEnum):
    """Refusals that mean that nothing was signed."""

    TAK_TERDAFTAR = "2011"
    SANDI_SALAH = "2031"
    KODE_SALAH = "kode sekali pakai"
    TANDA_TAK_ADA = "tag_koordinat"


_TOLAK = {
    Tolak.TAK_TERDAFTAR: StatusPengguna.NOT_REGISTERED.kalimat,
    Tolak.SANDI_SALAH: "Passphrase BSrE salah. Periksa huruf besar dan kecil, lalu ketik ulang.",
    Tolak.KODE_SALAH: "Kode sekali pakai salah atau sudah kedaluwarsa. Minta kode baru, lalu ketik ulang.",
    Tolak.TANDA_TAK_ADA: f"Layanan BSrE tidak menemukan tempat tanda tangan di dokumen. {_TANYA_PENGELOLA}",
}
# Other codes and languages occur; these words in the service's own text mean the same.
_KATA = (
    (Tolak.KODE_SALAH, re.compile(r"\bt?otp\b.*(salah|tidak|invalid|expired|kedaluwarsa|wrong|incorrect)")),
    (Tolak.SANDI_SALAH, re.compile(r"passphrase.*(salah|tidak (sesuai|cocok|valid)|invalid|wrong|incorrect)")),
    (Tolak.SANDI_SALAH, re.compile(r"(salah|invalid|wrong|incorrect).*passphrase")),
    (Tolak.TAK_TERDAFTAR, re.compile(r"(belum|tidak) terdaftar|not[ _]registered")),
    (Tolak.TANDA_TAK_ADA, re.compile(r"(tag|koordinat).*(tidak ditemukan|not found)")),
)
_PUTUS = {
    Putus.TAK_TERSAMBUNG: "Layanan BSrE (Esign Client) tidak dapat dihubungi.",
    Putus.SAMBUNG_LAMBAT: "Layanan BSrE (Esign Client) tidak menyahut.",
    Putus.SERTIFIKAT: "Sertifikat TLS server Esign Client tidak dapat dipercaya, jadi tidak ada yang dikirim. "
    "Hubungi pengelola server.",
    Putus.LAMBAT: "Layanan BSrE terlalu lama menjawab.",
    Putus.TERPUTUS: "Sambungan ke layanan BSrE terputus sebelum jawabannya lengkap.",
    Putus.TERLALU_BESAR: "Jawaban layanan BSrE jauh lebih besar daripada dokumennya, jadi dibuang.",
}
_KODE = {
    400: f"Layanan BSrE menolak permintaan ini. {_TANYA_PENGELOLA}",
    401: f"Server ini ditolak layanan BSrE: nama atau sandi Esign Client salah. {_TANYA_PENGELOLA}",
    403: f"Server ini tidak diizinkan memakai layanan BSrE. {_TANYA_PENGELOLA}",
    404: f"Alamat atau versi layanan BSrE salah disetel di server ini. {_TANYA_PENGELOLA}",
    413: f"Dokumen ini terlalu besar untuk layanan BSrE. {_TANYA_PENGELOLA}",
    429: "Layanan BSrE sedang menerima terlalu banyak permintaan. Tunggu beberapa menit, lalu coba lagi.",
    503: "Layanan BSrE sedang tidak melayani. Tunggu beberapa menit, lalu coba lagi.",
}
_PINDAH = f"Layanan BSrE mengalihkan ke alamat lain, dan itu tidak diikuti. {_TANYA_PENGELOLA}"
_RUSAK = "Layanan BSrE menjawab, tetapi jawabannya tidak memuat PDF yang dapat dibaca."


def baca_json(jawaban: Jawaban) -> dict[str, Any]:
    """The answer as an object; empty where it is none."""
    try:
        isi = json.loads(jawaban.isi)
    except (ValueError, RecursionError):
        return {}
    return isi if isinstance(isi, dict) else {}


def baca_status(jawaban: Jawaban) -> StatusPengguna:
    """Of an answer to the question about a NIK, in JSON or as plain text."""
    isi = baca_json(jawaban)
    teks = isi.get("status", isi.get("message", "")) if isi else jawaban.isi[:_TEKS_MAKS].decode("utf-8", "replace")
    nama = re.sub(r"[\s-]+", "_", str(teks).strip().strip('"').upper())
    if nama in StatusPengguna.__members__:
        return StatusPengguna[nama]
    return StatusPengguna.NOT_REGISTERED if tolakan(jawaban) is Tolak.TAK_TERDAFTAR else StatusPengguna.TIDAK_DIKENAL


def baca_id(jawaban: Jawaban) -> str:
    """The service's number of the act, '' where there is none that could be one."""
    nilai = str(jawaban.kepala.get("id_dokumen") or baca_json(jawaban).get("id_dokumen") or "").strip()
    return nilai if _ID.fullmatch(nilai) else ""


def baca_pdf(jawaban: Jawaban) -> bytes:
    """The file of an answer: as it is, or Base64 in JSON (`base64_signed_file`, `file[]`); b'' where there is none."""
    if not jawaban.utuh:
        return b""
    isi = jawaban.isi
    if not isi.startswith(b"%PDF-"):
        kamus = baca_json(jawaban)
        berkas = kamus.get("base64_signed_file", kamus.get("file"))
        if isinstance(berkas, list):
            berkas = berkas[0] if len(berkas) == 1 else None
        isi = _buka_base64(berkas) if isinstance(berkas, str) else b""
    return isi if isi.startswith(b"%PDF-") else b""


def tolakan(jawaban: Jawaban) -> Tolak | None:
    """A refusal that is known; never of a file."""
    isi = baca_json(jawaban)
    if jawaban.putus or not isi or "file" in isi or "base64_signed_file" in isi:
        return None
    for kunci in ("status_code", "error_code", "code", "kode"):
        for satu in (Tolak.TAK_TERDAFTAR, Tolak.SANDI_SALAH):
            if str(isi.get(kunci, "")) == satu.value:
                return satu
    teks = " ".join(_daftar_teks(isi))[:_TEKS_MAKS].lower()
    return next((satu for satu, pola in _KATA if pola.search(teks)), None)


def gagal(jawaban: Jawaban, *, menandatangani: bool, id_dokumen: str = "") -> GagalTandaTangan:
    """Why an answer is of no use. `menandatangani`: it answers a call that signs."""
    tolak = tolakan(jawaban)
    if tolak is not None:
        return GagalTandaTangan(_TOLAK[tolak], sandi_salah=tolak in {Tolak.SANDI_SALAH, Tolak.KODE_SALAH})
    mungkin = menandatangani and _mungkin_terjadi(jawaban)
    ekor = _MUNGKIN if mungkin else _ULANGI if _dapat_diulang(jawaban) else ""
    if mungkin and id_dokumen:
        ekor += f" Sebutkan nomor dokumennya: {id_dokumen}."
    return GagalTandaTangan(_kalimat(jawaban, menandatangani) + ekor, mungkin_terjadi=mungkin)


def _mungkin_terjadi(jawaban: Jawaban) -> bool:
    """The request had left, and what came back does not say that it was refused."""
    if jawaban.putus:
        return jawaban.terkirim
    return jawaban.kode // 100 == 2 or (jawaban.kode >= 500 and jawaban.kode != 503)


def _dapat_diulang(jawaban: Jawaban) -> bool:
    """Trying again may help; where not, the sentence says itself what to do."""
    if jawaban.putus:
        return jawaban.putus is not Putus.SERTIFIKAT
    return jawaban.kode // 100 not in {2, 3} and jawaban.kode not in _KODE


def _kalimat(jawaban: Jawaban, menandatangani: bool) -> str:
    if jawaban.putus:
        return _PUTUS[jawaban.putus]
    if jawaban.kode in _KODE:
        return _KODE[jawaban.kode]
    if jawaban.kode // 100 == 3:
        return _PINDAH
    if jawaban.kode // 100 == 2:
        return _RUSAK if menandatangani else f"Jawaban layanan BSrE tidak dapat dibaca. {_TANYA_PENGELOLA}"
    return f"Layanan BSrE gagal (kode {jawaban.kode})."


def _daftar_teks(isi: Any, dalam: int = 0) -> list[str]:
    if isinstance(isi, str):
        return [isi[:_TEKS_MAKS]]
    if dalam > _DALAM or not isinstance(isi, dict | list):
        return []
    bagian = isi.values() if isinstance(isi, dict) else isi
    return [teks for satu in bagian for teks in _daftar_teks(satu, dalam + 1)]


def _buka_base64(teks: str) -> bytes:
    try:
        return base64.b64decode("".join(teks.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
