"""The tree is read by everybody who may see the agency, changed by whoever may change its plan."""

from __future__ import annotations

from tests.pengisian.alamat import Alamat
from tests.perencanaan.alamat import PENGUBAH

DAFTAR = [
    Alamat("pohon_kinerja"),
    Alamat("ubah_pohon", status=405, pengirim=PENGUBAH),
    Alamat("gambar_pohon"),
    Alamat("pohon_svg"),
    Alamat("pohon_png"),
    Alamat("pohon_pdf"),
]
