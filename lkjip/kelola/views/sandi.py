"""Behind the link of an invitation: for what the account is, and by whom."""

from __future__ import annotations

from typing import Any

from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.akun.tautan import masa_tautan
from lkjip.akun.views import SandiBaruView
from lkjip.kelola.selectors_pengguna import daftar_penugasan_pengguna, pengundang


class SandiUndanganView(SandiBaruView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        isi = super().get_context_data(**kwargs) | {"masa": masa_tautan(), "hari": hari_ini(), "daftar_undangan": []}
        if isinstance(self.user, Pengguna) and self.validlink and self.user.last_login is None:
            tugas = list(daftar_penugasan_pengguna(self.user))
            oleh = pengundang(tugas)
            isi["daftar_undangan"] = [(t, oleh.get(t.pk, "")) for t in tugas]
        return isi
