"""Pages of the checks that no agency-year holds: tests/pemeriksaan/test_statistik.py and test_ambang.py walk them."""

DI_LUAR_TAHUN = {"temuan_pemda", "unduh_temuan_pemda", "ambang_pemeriksaan", "urungkan_ambang"}
