"""Schemes are data: a new regulation is a file, put in once, and stays as it is once it is used."""

from __future__ import annotations

import json
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from kinerja.data import SkemaSakip
from kinerja.models import KomponenSkema, SkemaEvaluasi
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, NAMA_PREDIKAT
from kinerja.rumus.sakip import BOBOT_KOMPONEN, DAFTAR_SUBKOMPONEN, NILAI_JAWABAN, bobot_subkomponen
from kinerja.selectors_evaluasi import load_skema
from kinerja.selectors_skema import baca_skema_bawaan
from kinerja.services_skema import pasang_skema, pastikan_skema
from lkjip.riwayat.services_baris import menulis, simpan_baris
from tests.evaluasi.dunia_alur import buat_dunia, buka

pytestmark = pytest.mark.django_db


def _isi(**lain: Any) -> dict[str, Any]:
    return {**baca_skema_bawaan("permenpan88_2021"), "kode": "permenpan_baru", "nama": "PermenPANRB baru", **lain}


def test_permenpan_88_punya_bobot_dan_80_kriteria() -> None:
    skema = pastikan_skema("permenpan88_2021")
    satu = load_skema([skema.pk])[skema.pk]
    assert [k.bobot for k in satu.daftar_komponen] == [30, 30, 15, 25]
    assert [len(s.daftar_kriteria) for s in satu.subkomponen_per_kode.values()] == [
        7,
        10,
        8,
        3,
        7,
        10,
        6,
        9,
        7,
        3,
        5,
        5,
    ]
    assert all(
        s.bobot == k.bobot * porsi / 100
        for k in satu.daftar_komponen
        for s, porsi in zip(k.daftar_subkomponen, (Decimal(20), Decimal(30), Decimal(50)), strict=True)
    )


def test_skema_baru_dipasang_dari_berkas(tmp_path: Path) -> None:
    berkas, keluar = tmp_path / "baru.json", StringIO()
    berkas.write_text(json.dumps(_isi()), encoding="utf-8")
    call_command("pasang_skema", str(berkas), stdout=keluar)
    assert "PermenPANRB baru" in keluar.getvalue()
    with pytest.raises(CommandError, match="tidak dipasang"):
        call_command("pasang_skema", str(berkas))
    berkas.write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="bukan JSON"):
        call_command("pasang_skema", str(berkas))


@pytest.mark.parametrize("kurang", ["nama", "daftar_komponen", "daftar_predikat"])
def test_skema_yang_tidak_lengkap_ditolak_seluruhnya(kurang: str) -> None:
    isi = _isi()
    del isi[kurang]
    with pytest.raises(ValidationError):
        pasang_skema(isi)
    assert not SkemaEvaluasi.objects.filter(kode="permenpan_baru").exists()


def test_bobot_yang_jumlahnya_bukan_100_ditolak() -> None:
    isi = _isi()
    isi["daftar_komponen"][0]["bobot"] = "31"
    with pytest.raises(ValidationError, match="seharusnya 100"):
        pasang_skema(isi)


def test_bobot_skema_yang_sudah_dipakai_tetap() -> None:
    komponen = KomponenSkema.objects.filter(skema=buka(buat_dunia()).skema).first()
    assert komponen is not None
    komponen.bobot = Decimal(40)
    with pytest.raises(ValidationError, match="sudah dipakai evaluasi"), menulis(oleh=None):
        simpan_baris(komponen)


def test_skema_berkas_sama_dengan_rumus_buku_kerja() -> None:
    """A workbook has no scheme as rows: what its figures are computed by must be what the evaluation is."""
    for jenis in SkemaSakip:
        isi = baca_skema_bawaan(jenis.value)
        assert {k["nama"]: Decimal(k["bobot"]) for k in isi["daftar_komponen"]} == BOBOT_KOMPONEN[jenis]
        assert {p["huruf"]: Decimal(p["batas"]) for p in isi["daftar_predikat"]} == BATAS_BAWAH_PREDIKAT
        assert {p["huruf"]: p["nama"] for p in isi["daftar_predikat"]} == NAMA_PREDIKAT
    isi = baca_skema_bawaan(SkemaSakip.PERMENPAN88_2021.value)
    assert {j["kode"]: Decimal(j["nilai"]) for j in isi["daftar_jawaban"]} == NILAI_JAWABAN
    bobot = {s["kode"]: Decimal(s["bobot"]) for k in isi["daftar_komponen"] for s in k["daftar_subkomponen"]}
    assert bobot == {kode: bobot_subkomponen(kode) for kode in DAFTAR_SUBKOMPONEN}
