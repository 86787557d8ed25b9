"""Log in, log out, change the password. Everything else about users is the admin's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import views as bawaan
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.views.generic import TemplateView

from lkjip.akun.forms import GantiSandiForm, MasukForm


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


class LupaAksesView(TemplateView):
    template_name = "akun/lupa_akses.html"
