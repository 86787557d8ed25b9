"""Addresses below instansi/<kode>/<tahun>/perencanaan/, subject by subject."""

from lkjip.perencanaan import urls_pohon

urlpatterns = [*urls_pohon.DAFTAR]
