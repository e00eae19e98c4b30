"""Tells what kind of file something is by what is in it: people rename files, and programs lock and wrap them.

Sources: the compound files of old Office formats and of encrypted new ones (MS-CFB 2.6, MS-OFFCRYPTO 2.3.4; with a
sensitivity label, 2.2), the packages of new ones (ECMA-376 part 2), OpenDocument (ODF 1.3 part 2, 3.4 and 3.8), and for
Apple's formats what their packages hold.
"""

from __future__ import annotations

import io
import zipfile
from typing import Literal

#: Kinds that are read, and under them what a file is called that is told with its right name instead.
Kind = Literal[
    "docx", "xlsx", "xls", "ods", "text",
    "protected", "labelled", "numbers", "pages", "keynote", "xlsb", "xml_sheet", "fods", "fodt", "doc", "odt", "rtf",
    "html", "presentation", "image", "mail", "zip", "zip_empty", "zip_locked", "package", "unknown",
]

_COMPOUND, _ZIP, _EMPTY_ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"PK\x05\x06"
#: The names in a compound file that tell what it is, the strongest first.
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("\x06DRMContent", "labelled"), ("\tDRMContent", "labelled"), ("DRMEncryptedDataSpace", "labelled"),
    ("DRMEncryptedTransform", "labelled"), ("EncryptedPackage", "protected"), ("Workbook", "xls"), ("Book", "xls"),
    ("WordDocument", "doc"), ("PowerPoint Document", "presentation"), ("__properties_version1.0", "mail"),
)
#: A compound file's directory has entries of this many bytes, each beginning with its name.
_ENTRY = 128
#: A part that tells what a package is, the surest first.
_PARTS: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "presentation"), ("Index/CalculationEngine.iwa", "numbers"),
    ("Index/Presentation.iwa", "keynote"), ("Index/Document.iwa", "pages"),
)
_OPENDOCUMENT: dict[str, Kind] = {"spreadsheet": "ods", "text": "odt", "presentation": "presentation"}
_APPLE: dict[str, Kind] = {".numbers": "numbers", ".pages": "pages", ".key": "keynote"}
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"), (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"II*\0", "image"),
    (b"MM\0*", "image"), (b"BM", "image"),
)
_HEADERS = (b"from:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:", b"x-ms-", b"subject:")
_LOCKED = 0x1
_MANIFEST = "META-INF/manifest.xml"


def kind_of(name: str, content: bytes) -> Kind:
    """Return what kind of file this is; its name counts only where two of Apple's kinds look the same inside."""
    if content.startswith(_COMPOUND):
        return _compound(content)
    if content.startswith(_EMPTY_ZIP):
        return "zip_empty"
    if content.startswith(_ZIP):
        return _package(name, content)
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[4:8] == b"ftyp":
        return "image"  # a photograph from a telephone (heic, avif)
    return _text(content)


def _compound(content: bytes) -> Kind:
    for name, kind in _STREAMS:
        if _has_stream(content, name):
            return kind
    return "unknown"


def _has_stream(content: bytes, name: str) -> bool:
    """Tell whether a compound file's directory has an entry with this name; entries stand at even places."""
    wanted = (name + "\0").encode("utf-16-le")
    at = content.find(wanted)
    while at >= 0:
        if at % _ENTRY == 0:
            return True
        at = content.find(wanted, at + 1)
    return False


def _package(name: str, content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            inside = {entry.filename for entry in entries}
            if any(entry.flag_bits & _LOCKED for entry in entries):
                return "zip_locked"
            if "mimetype" in inside:
                return _open_document(package)
    except Exception:  # a damaged package makes zipfile raise almost anything
        return "package"
    for part, kind in _PARTS:
        if part in inside:
            return kind
    if any(one.endswith(".iwa") for one in inside) or "Index.zip" in inside:
        return next((kind for suffix, kind in _APPLE.items() if name.lower().endswith(suffix)), "numbers")
    return "zip" if any(not one.endswith("/") for one in inside) else "zip_empty"


def _open_document(package: zipfile.ZipFile) -> Kind:
    with package.open("mimetype") as mimetype:
        told = mimetype.read(100).decode("ascii", "replace").strip()
    if _MANIFEST in package.namelist():
        with package.open(_MANIFEST) as manifest:
            if b"encryption-data" in manifest.read(1_000_000):
                return "protected"
    prefix, _, what = told.partition("opendocument.")
    return _OPENDOCUMENT.get(what.removesuffix("-template"), "unknown") if prefix else "zip"


def _text(content: bytes) -> Kind:
    head = content[:4_096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"excel.sheet" in head and head.startswith(b"<?xml"):
        return "xml_sheet"
    if head.startswith(b"<?xml") and b"opendocument.spreadsheet" in head:
        return "fods"
    if head.startswith(b"<?xml") and b"opendocument.text" in head:
        return "fodt"
    if head.startswith((b"<!doctype html", b"<html")) or (head.startswith(b"<") and b"<html" in head):
        return "html"
    if head.startswith(_HEADERS) and b"\n" in head and any(b"\n" + one in head for one in _HEADERS):
        return "mail"
    if b"\0" in content[:4_096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "unknown"
    return "text"


def file_count(content: bytes) -> int:
    """Return how many files a zip holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return sum(not entry.is_dir() for entry in package.infolist())
