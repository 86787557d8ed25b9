"""The history in the admin, read-only; and the base of every other admin page, which leaves its trace in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lkjip.riwayat.lingkup import galat_lingkup
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.selectors import daftar_catatan, daftar_riwayat_objek
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_baris import kalimat_basis_data

CATATAN_PER_HALAMAN = 50


class HanyaAdmin:
    """Only a superuser works in the admin: it knows no agency, so nobody bound to one may come in."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_superuser)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)


class TulisanDitolak(Exception):
    """A page of the admin refuses to write; the text is the sentence that the user reads."""


class FormulirTeraudit(forms.ModelForm):  # type: ignore[type-arg]
    """Says at the field what the database would refuse: a reference into another agency, Renstra or year."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            for kolom, pesan in galat_lingkup(self.instance).items():
                self.add_error(kolom if kolom in self.fields else None, pesan)


class AdminTeraudit(HanyaAdmin, admin.ModelAdmin):  # type: ignore[type-arg]
    """Whatever is saved or deleted here is recorded with its user and jalur `admin`."""

    form: type[forms.ModelForm] = FormulirTeraudit  # type: ignore[type-arg]

    list_per_page = 50
    show_full_result_count = False

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._tercatat(request, super().changeform_view, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._tercatat(request, super().delete_view, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._tercatat(request, super().changelist_view, *args, **kwargs)

    @staticmethod
    def _tercatat(request: HttpRequest, halaman: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What is refused, here or by the database, is taken back as a whole and said on the page."""
        if request.method != "POST":
            return halaman(request, *args, **kwargs)
        try:
            with konteks_riwayat(oleh=request.user, jalur="admin"):
                return halaman(request, *args, **kwargs)
        except TulisanDitolak as ditolak:
            kalimat = str(ditolak)
        except IntegrityError as galat:
            kalimat = kalimat_basis_data(galat)
        messages.error(request, f"Tidak ada yang disimpan. {kalimat}")
        return HttpResponseRedirect(request.get_full_path())

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The row's own history as the database wrote it, instead of Django's log of admin actions."""
        objek = self.get_object(request, object_id)
        if objek is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined,no-any-return]
        if not self.has_view_permission(request, objek):
            raise PermissionDenied
        halaman = Paginator(daftar_riwayat_objek(objek), CATATAN_PER_HALAMAN).get_page(request.GET.get("p"))
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"Riwayat perubahan: {objek}",
            "opts": self.opts,
            "object": objek,
            "halaman": halaman,
            "daftar_catatan": daftar_catatan(halaman.object_list),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "riwayat/riwayat_objek.html", konteks)


class HanyaLihat(HanyaAdmin, admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that the admin shows and nobody writes there."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Riwayat)
class RiwayatAdmin(HanyaLihat):
    list_display = ("waktu", "nama_oleh", "jalur", "aksi", "tabel", "kunci", "alasan")
    list_filter = ("aksi", "jalur", "tabel")
    search_fields = ("nama_oleh", "tabel", "kunci", "alasan", "kejadian")
    search_help_text = "Cari menurut pengguna, tabel, kunci baris, alasan, atau kejadian."
    fields = ("waktu", "nama_oleh", "jalur", "alasan", "kejadian", "aksi", "tabel", "kunci", "rincian")
    readonly_fields = fields

    @admin.display(description="Rincian")
    def rincian(self, riwayat: Riwayat) -> SafeString:
        baris = format_html_join(
            "", "<tr><th>{}</th><td>{}</td><td>{}</td></tr>",
            ((k.label, k.dari, k.menjadi) for k in daftar_catatan([riwayat])[0].daftar_kolom),
        )  # fmt: skip
        return format_html(
            "<table><thead><tr><th>Kolom</th><th>Dari</th><th>Menjadi</th></tr></thead><tbody>{}</tbody></table>", baris
        )


def admin_milik_tahun(
    model: type[models.Model],
    *,
    tampil: tuple[str, ...],
    cari: tuple[str, ...],
    saring: tuple[str, ...] = (),
    acuan: tuple[str, ...] = (),
    dasar: type[AdminTeraudit] = AdminTeraudit,
) -> type[AdminTeraudit]:
    """Register a page for rows of one agency-year; they all read alike. `acuan`: further foreign keys."""

    @admin.register(model)
    class Halaman(dasar):  # type: ignore[valid-type,misc]  # a class given by the caller
        list_display = ("tahun_kinerja", *acuan, *tampil)
        list_select_related = ("tahun_kinerja", *acuan)
        list_filter = (*saring, "tahun_kinerja__tahun", ("tahun_kinerja__instansi", admin.RelatedOnlyFieldListFilter))
        search_fields = (*cari, "tahun_kinerja__instansi__kode", "tahun_kinerja__nama")
        autocomplete_fields = ("tahun_kinerja", *acuan)
        ordering = ("tahun_kinerja", "urutan", "id")

    return Halaman
