"""Log in, log out, change the password, ask for a new one and set it by the link that was sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import views as bawaan
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.views.generic import FormView

from lkjip.akun.forms import GantiSandiForm, LupaSandiForm, MasukForm, SandiBaruForm
from lkjip.akun.services import minta_sandi_baru
from lkjip.akun.surat import hanya_ke_konsol
from lkjip.akun.tautan import TOKEN, masa_tautan


class MasukView(bawaan.LoginView):
    """`next` is followed only within this site (Django's check in LoginView)."""

    template_name = "akun/masuk.html"
    authentication_form = MasukForm
    redirect_authenticated_user = True


def masuk_admin(request: HttpRequest) -> HttpResponse:
    """The admin has no log-in of its own, so that there is one door with one limit; without the right it stays shut."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return bawaan.redirect_to_login(request.GET.get("next", ""))


class KeluarView(bawaan.LogoutView):
    """POST only."""


class GantiSandiView(bawaan.PasswordChangeView):
    template_name = "akun/ganti_sandi.html"
    form_class = GantiSandiForm
    success_url = reverse_lazy("beranda")

    def form_valid(self, form: GantiSandiForm) -> HttpResponse:  # type: ignore[override]
        messages.success(self.request, "Kata sandi baru sudah berlaku. Sesi di perangkat lain telah diakhiri.")
        return super().form_valid(form)


class LupaAksesView(FormView):  # type: ignore[type-arg]
    """What it answers is the same whoever is named, and whether or not there is anybody of that name."""

    template_name = "akun/lupa_akses.html"
    form_class = LupaSandiForm

    def form_valid(self, form: LupaSandiForm) -> HttpResponse:
        minta_sandi_baru(siapa=form.cleaned_data["siapa"])
        return self.render_to_response(self.get_context_data(form=form, terkirim=True))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"masa": masa_tautan(), "konsol": hanya_ke_konsol()} | super().get_context_data(**kwargs)


class SandiBaruView(bawaan.PasswordResetConfirmView):
    """Behind the link: once the password is set the user is logged in. The token leaves the address at once."""

    template_name = "akun/sandi_baru.html"
    form_class = SandiBaruForm
    token_generator = TOKEN
    post_reset_login = True
    success_url = reverse_lazy("beranda")

    def form_valid(self, form: SandiBaruForm) -> HttpResponse:  # type: ignore[override]
        messages.success(self.request, "Kata sandi Anda sudah berlaku.")
        return super().form_valid(form)
