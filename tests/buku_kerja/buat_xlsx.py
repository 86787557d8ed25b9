"""Raw .xlsx packages for tests: parts written by hand, so that any of them can be wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_NS_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def teks(alamat: str, isi: str) -> str:
    return f'<c r="{alamat}" t="inlineStr"><is><t xml:space="preserve">{isi}</t></is></c>'


def baris(nomor: int, *isi: str) -> str:
    """A row of text cells A, B, C …; a value that begins with `<` is put in as it is."""
    sel = (
        nilai if nilai.startswith("<") else teks(f"{chr(65 + urutan)}{nomor}", nilai)
        for urutan, nilai in enumerate(isi)
    )
    return f'<row r="{nomor}">{"".join(sel)}</row>'


INSTANSI = baris(1, "kunci", "nilai") + baris(2, "kode", "X")
PENGATURAN = baris(1, "kunci", "nilai") + baris(2, "tahun", '<c r="B2"><v>2024</v></c>')


def lembar_xml(isi: str, ekor: str = "") -> str:
    return f"{KEPALA}<worksheet {_NS}><sheetData>{isi}</sheetData>{ekor}</worksheet>"


def tulis(
    path: Path,
    daftar_lembar: dict[str, str],
    *,
    gaya: str = "",
    bersama: str = "",
    tersembunyi: tuple[str, ...] = (),
    minimal: bool = True,
    tambahan: dict[str, bytes] | None = None,
) -> Path:
    """Writes a package; `daftar_lembar`: name → rows XML, or a whole document where it begins with `<?xml`."""
    semua = ({"instansi": INSTANSI, "pengaturan": PENGATURAN} if minimal else {}) | daftar_lembar
    lembar = ""
    for nomor, nama in enumerate(semua, 1):
        keadaan = ' state="hidden"' if nama in tersembunyi else ""
        lembar += f'<sheet name="{nama}" sheetId="{nomor}" r:id="rId{nomor}"{keadaan}/>'
    hubungan = "".join(
        f'<Relationship Id="rId{nomor}" Type="{_HUBUNGAN}/worksheet" Target="worksheets/sheet{nomor}.xml"/>'
        for nomor in range(1, len(semua) + 1)
    )
    hubungan += f'<Relationship Id="g" Type="{_HUBUNGAN}/styles" Target="styles.xml"/>'
    hubungan += f'<Relationship Id="t" Type="{_HUBUNGAN}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr(
            "_rels/.rels",
            f'{KEPALA}<Relationships {rels}><Relationship Id="r" Type="{_HUBUNGAN}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        paket.writestr("xl/workbook.xml", f"{KEPALA}<workbook {_NS} {_NS_R}><sheets>{lembar}</sheets></workbook>")
        paket.writestr("xl/_rels/workbook.xml.rels", f"{KEPALA}<Relationships {rels}>{hubungan}</Relationships>")
        if gaya:
            paket.writestr("xl/styles.xml", f"{KEPALA}<styleSheet {_NS}>{gaya}</styleSheet>")
        if bersama:
            paket.writestr("xl/sharedStrings.xml", f"{KEPALA}<sst {_NS}>{bersama}</sst>")
        for nomor, isi in enumerate(semua.values(), 1):
            xml = isi if isi.startswith("<?xml") else lembar_xml(isi)
            paket.writestr(f"xl/worksheets/sheet{nomor}.xml", xml)
        for nama, isi_tambahan in (tambahan or {}).items():
            paket.writestr(nama, isi_tambahan)
    return path
