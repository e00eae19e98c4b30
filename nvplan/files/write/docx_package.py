"""The Word template, read from its parts in assets/word, and the finished file packed so that its bytes never vary."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import files
from typing import Any

#: Where each part of the template stands in a Word file.
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
#: The date of every file inside the package; zip has none before 1980.
_DATE = (1980, 1, 1, 0, 0, 0)


@cache
def template() -> bytes:
    """Return the empty Word document that every export starts from."""
    folder = files("nvplan.files.write") / "assets" / "word"
    return pack({name: (folder / part).read_bytes() for name, part in _PARTS.items()})


def pack(parts: dict[str, bytes]) -> bytes:
    """Return a zip with the parts in a fixed order and with fixed dates; the content types come first."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3  # the same on every system
            package.writestr(entry, parts[name])
    return stream.getvalue()


def saved_parts(document: Any) -> dict[str, bytes]:
    """Return the parts of a python-docx document, by name, as it would save them.

    It would pack them with the time of the clock, which a zip cannot tell before 1980.
    """
    from docx.opc.pkgwriter import PackageWriter

    writer: Any = PackageWriter  # its steps take anything that a part can be written to
    package, written = document.part.package, _Parts()
    for part in package.parts:
        part.before_marshal()
    writer._write_content_types_stream(written, package.parts)
    writer._write_pkg_rels(written, package.rels)
    writer._write_parts(written, package.parts)
    return written.parts


class _Parts:
    """Stands where python-docx writes to a package."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, place: Any, content: bytes) -> None:
        """Keep a part."""
        self.parts[place.membername] = content
