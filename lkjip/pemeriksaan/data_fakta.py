"""What the system knows about an agency-year beyond its workbook: evidence, reviu, versions, signatures. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FaktaTahun:
    """Facts of one agency-year that rules may lean on. A workbook that is read from a file has none (`fakta` is None),
    and then those rules are silent.
    """
