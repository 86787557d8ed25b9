"""Two people at the same step: one takes it, the other is told that the evaluation has moved on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kinerja.data_evaluasi import LangkahEval, TahapEvaluasi
from kinerja.models import Evaluasi, LangkahEvaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import LangkahEvaluasiDitolak, Permintaan, ambil_langkah
from tests.evaluasi.dunia_alur import buat_dunia, buka, jawab_semua
from tests.pengisian.serentak import basis_data_berkas, serentak

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _berkas(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


def test_dua_orang_mengajukan_bersamaan_hanya_satu_yang_tercatat() -> None:
    dunia = buat_dunia()
    evaluasi = buka(dunia)
    jawab_semua(evaluasi)
    minta = Permintaan(LangkahEval.AJUKAN, TahapEvaluasi.PENILAIAN)
    langkah = partial(ambil_langkah, pk=evaluasi.pk, permintaan=minta, hari=hari_ini())
    hasil = serentak([partial(langkah, oleh=dunia[nama]) for nama in ("anggota", "ketua")])
    assert {type(h) for h in hasil} == {LangkahEvaluasi, LangkahEvaluasiDitolak}
    assert LangkahEvaluasi.objects.count() == 1
    assert Evaluasi.objects.get().tahap == TahapEvaluasi.KETUA
