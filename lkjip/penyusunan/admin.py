"""The queue in the admin: how long it is, who works, what is stuck. Jobs are looked at, cancelled or queued again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import PekerjaBerkas, PenyusunanBerkas
from lkjip.penyusunan.selectors import banyak_per_keadaan
from lkjip.penyusunan.services import hentikan, ulangi
from lkjip.penyusunan.services_sapu import sapu
from lkjip.riwayat.admin import HanyaLihat


@admin.register(PenyusunanBerkas)
class PenyusunanBerkasAdmin(HanyaLihat):
    list_display = (
        "nama",
        "tahun_kinerja",
        "keadaan",
        "tahap",
        "percobaan",
        "pekerja",
        "denyut",
        "antre_sejak",
        "oleh",
    )
    list_select_related = ("tahun_kinerja", "oleh")
    list_filter = ("keadaan", "jenis", "bentuk")
    search_fields = ("nama", "tahun_kinerja__instansi__kode", "pesan")
    actions = ("batalkan_terpilih", "ulangi_terpilih")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        banyak = banyak_per_keadaan()
        judul = (
            f"{banyak['antre']} menunggu, {banyak['berjalan']} disusun, {banyak['tersangkut']} tersangkut; "
            f"{banyak['pekerja']} pekerja hidup"
        )
        return super().changelist_view(request, {"subtitle": judul, **(extra_context or {})})

    def has_batalkan_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    @admin.action(description="Batalkan penyusunan", permissions=["batalkan"])
    def batalkan_terpilih(self, request: HttpRequest, terpilih: QuerySet[PenyusunanBerkas]) -> None:
        banyak = sum(hentikan(penyusunan=satu) for satu in terpilih)
        messages.success(request, f"{banyak} penyusunan dibatalkan.")

    @admin.action(description="Susun lagi; lepaskan yang tersangkut", permissions=["batalkan"])
    def ulangi_terpilih(self, request: HttpRequest, terpilih: QuerySet[PenyusunanBerkas]) -> None:
        sapu()
        if isinstance(request.user, Pengguna):
            for satu in terpilih:
                ulangi(penyusunan=satu, oleh=satu.oleh or request.user)
        messages.success(request, "Berkas yang terpilih masuk antrean.")


@admin.register(PekerjaBerkas)
class PekerjaBerkasAdmin(HanyaLihat):
    list_display = ("nama", "mesin", "mulai", "denyut")
