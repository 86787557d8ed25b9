# Perintah proyek. `make demo` dan `make test` cukup dijalankan di mesin Debian yang kosong.
SHELL := /bin/bash
.DEFAULT_GOAL := bantuan
.DELETE_ON_ERROR:
.PHONY: bantuan demo test siap siap-uji data lapor sajikan periksa rapikan bersih

PY := .venv/bin/python
export PYTHON ?= python3
export PORT ?= 8000

# Every folder of contoh/ is a workbook and becomes one report per format. A report is written again only when
# its workbook, the code, a template or the front-end files are newer.
BUKU := $(patsubst contoh/%/,%,$(wildcard contoh/*/))
LAPORAN := $(foreach buku,$(BUKU),keluaran/$(buku).html keluaran/$(buku).pdf keluaran/$(buku).docx keluaran/$(buku).xlsx)
SUMBER := $(shell find anggaran kinerja lkjip renstra templates static requirements.txt \
	-type f -not -name '*.pyc' 2>/dev/null)

bantuan:
	@echo "make demo      siapkan mesin, isi data contoh, tulis laporan ke keluaran/, sajikan situs (PORT=$(PORT))"
	@echo "make test      siapkan mesin, lalu semua pemeriksaan dan pengujian (SQLite, PostgreSQL, peramban)"
	@echo "make siap      hanya menyiapkan: paket Debian, .venv, paket Python, huruf dan Bootstrap"
	@echo "make data      hanya basis data dan instansi contoh"
	@echo "make lapor     hanya menulis laporan contoh ke keluaran/"
	@echo "make sajikan   hanya menyajikan situs di 127.0.0.1:$(PORT)"
	@echo "make periksa   gaya kode dan jenis (ruff, mypy)"
	@echo "make rapikan   merapikan kode dengan ruff"
	@echo "make bersih    menghapus hasil: keluaran/, tembolok, basis data contoh"

demo:
	@$(MAKE) --no-print-directory siap
	@$(MAKE) --no-print-directory data
	@$(MAKE) --no-print-directory lapor
	@$(MAKE) --no-print-directory sajikan

siap:
	@.ci/siapkan

siap-uji:
	@.ci/siapkan uji

data:
	@.ci/data

lapor: $(LAPORAN)
	@test -n "$(LAPORAN)" || { echo "Tidak ada buku kerja di contoh/." >&2; exit 1; }
	@echo "==> Laporan siap dibaca:"
	@for berkas in $(LAPORAN); do echo "    $(CURDIR)/$$berkas ($$(du -h "$$berkas" | cut -f1))"; done

define aturan_laporan
keluaran/$(1).%: $(wildcard contoh/$(1)/*) $(SUMBER)
	@mkdir -p keluaran
	@echo "==> Menulis $$@ dari contoh/$(1)"
	@$(PY) manage.py laporan contoh/$(1) -o $$@
endef
$(foreach buku,$(BUKU),$(eval $(call aturan_laporan,$(buku))))

sajikan:
	@.ci/sajikan

test: siap-uji
	@.ci/uji

periksa:
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy .

rapikan:
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bersih:
	rm -rf keluaran terkumpul .siap .mypy_cache .ruff_cache .pytest_cache .hypothesis db.sqlite3 db.sqlite3-*
