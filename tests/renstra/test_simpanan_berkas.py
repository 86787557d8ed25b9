"""Files by their content."""

from __future__ import annotations

from pathlib import Path

from pytest_django import Settings

from renstra.simpanan_berkas import SimpananSidik


def test_berkas_yang_rusak_dipulihkan_saat_disimpan_lagi(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    simpanan = SimpananSidik("uji")
    sidik = simpanan.simpan(b"isi")
    (letak,) = tmp_path.rglob(sidik)
    letak.write_bytes(b"lain")
    assert simpanan.simpan(b"isi") == sidik
    assert simpanan.baca(sidik) == b"isi"
