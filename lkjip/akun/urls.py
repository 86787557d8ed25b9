"""Addresses of the account pages."""

from django.urls import path

from lkjip.akun import views

urlpatterns = [
    path("masuk/", views.MasukView.as_view(), name="masuk"),
    path("admin/login/", views.masuk_admin, name="masuk_admin"),
    path("keluar/", views.KeluarView.as_view(), name="keluar"),
    path("sandi/", views.GantiSandiView.as_view(), name="ganti_sandi"),
    path("tidak-bisa-masuk/", views.LupaAksesView.as_view(), name="lupa_akses"),
]
