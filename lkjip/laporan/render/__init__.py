"""Dokumen → bytes. One tree, several forms; a renderer imports `isi`, `dasar` and `grafik`, and computes no figure."""
