"""What pages outside the public ones ask about them."""

from __future__ import annotations

from django import template

from lkjip.publik.selectors_publik import ada_halaman_terbuka

register = template.Library()


@register.simple_tag
def ada_dokumen_umum() -> bool:
    """Whether anybody has opened a page for the public."""
    return ada_halaman_terbuka()
