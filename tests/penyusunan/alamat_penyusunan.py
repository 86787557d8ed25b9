"""Names of the addresses of files being made: no agency-year holds them; test_akses_penyusunan.py walks them."""

from __future__ import annotations

PER_BERKAS = {"berkas_susunan", "unduh_susunan", "batalkan_susunan", "ulangi_susunan", "hapus_susunan"}
SEMUA_NAMA = {"daftar_susunan", *PER_BERKAS}
