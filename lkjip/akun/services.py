"""Everything written about one's own access: the letter for a forgotten password, links that replace older ones."""

from __future__ import annotations

from threading import Thread

from lkjip.akun import percobaan, surat
from lkjip.akun.models import Pengguna
from lkjip.akun.selectors import daftar_pemulih
from lkjip.akun.tautan import masa_tautan, tautan_sandi

JUDUL_LUPA = "Kata sandi baru untuk akun LKjIP Anda"


def minta_sandi_baru(*, siapa: str) -> None:
    """Send a link to whoever `siapa` (username or e-mail) names; say nothing about whether there is anybody.

    Too many requests for one name, from anywhere, are passed over in silence: nobody's mailbox can be flooded. The
    letter leaves in a thread, so that the answer takes the same time for a name that exists.
    """
    kunci = f"lupa sandi: {siapa}"
    if percobaan.harus_menunggu(kunci, ""):
        return
    percobaan.catat_gagal(kunci, "")
    for pengguna in daftar_pemulih(siapa):
        isi = surat.isi_lupa_sandi(str(pengguna), pengguna.username, tautan_sandi(pengguna), masa_tautan())
        Thread(target=surat.kirim, args=(JUDUL_LUPA, isi, pengguna.email), daemon=True).start()


def tautan_baru(pengguna: Pengguna) -> None:
    """Make every link that was sent to this user worthless; only for one who has no password yet.

    The mark of "no password" carries random letters, and a link signs what stands in the column. Call within
    `konteks_riwayat`; the history never holds this column.
    """
    pengguna.set_unusable_password()
    pengguna.save(update_fields=["password"])
