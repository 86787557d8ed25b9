"""Admin pages of rows that belong to a quarter: they say why a submitted one refuses, before the database does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from kinerja.pintu import pintu_isi
from kinerja.selectors_pengisian import ambil_pengisian
from kinerja.services_pengisian import kunci_triwulan
from lkjip.riwayat.admin import AdminTeraudit, FormulirTeraudit, TulisanDitolak
from renstra.models import TahunKinerja


def _tahun_kinerja(baris: Any) -> TahunKinerja:
    hasil: TahunKinerja = baris.komponen.tahun_kinerja if hasattr(baris, "komponen") else baris.tahun_kinerja
    return hasil


def daftar_alasan(daftar: Iterable[Any]) -> list[str]:
    """Why these rows may not be written, each sentence once. A deadline binds who fills in the quarter, not the admin.

    A row of another year, which a workbook may carry, belongs to no quarter of this one.
    """
    alasan: dict[str, None] = {}
    for baris in daftar:
        tahun_kinerja = _tahun_kinerja(baris)
        if getattr(baris, "tahun", tahun_kinerja.tahun) != tahun_kinerja.tahun:
            continue
        pengisian = ambil_pengisian(tahun_kinerja, baris.triwulan)
        alasan[pintu_isi(pengisian, pengisian.tenggat).alasan] = None
    return [kalimat for kalimat in alasan if kalimat]


class FormulirTriwulan(FormulirTeraudit):
    """Of an existing row both are asked: the quarter that it is in, and the one that it is to go to."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.errors or not set(self.changed_data) - {"urutan"}:
            return
        tersimpan = type(self.instance)._base_manager.filter(pk=self.instance.pk)
        for kalimat in daftar_alasan([*tersimpan, self.instance]):
            self.add_error(None, kalimat)


class AdminTriwulan(AdminTeraudit):
    form = FormulirTriwulan

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> models.Model | None:
        """Who is about to write locks the quarters before the row, in the order in which the site does."""
        objek = super().get_object(request, object_id, from_field)
        if objek is None or request.method != "POST":
            return objek
        kunci_triwulan(_tahun_kinerja(objek))
        return super().get_object(request, object_id, from_field)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        self._tolak(daftar_alasan([obj]))
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[models.Model]) -> None:
        for tahun_kinerja in sorted({_tahun_kinerja(baris) for baris in queryset}, key=lambda t: t.pk):
            kunci_triwulan(tahun_kinerja)
        self._tolak(daftar_alasan(queryset))
        super().delete_queryset(request, queryset)

    @staticmethod
    def _tolak(alasan: list[str]) -> None:
        if alasan:
            raise TulisanDitolak(" ".join(alasan))


class AdminLewatInduk(AdminTeraudit):
    """What the steps of the site write: not added here, and removed only together with the agency-year above it."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        tempat = request.resolver_match.url_name or "" if request.resolver_match else ""
        halaman_sendiri = tempat.startswith(f"{self.opts.app_label}_{self.opts.model_name}_")
        return super().has_delete_permission(request, obj) and not halaman_sendiri
