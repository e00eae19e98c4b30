"""Makes the strict form of an Office file the one that the readers know: the same content under other names.

Excel and Word can save as «Strict Open XML» (ISO/IEC 29500-1); everything is as in the usual, transitional form except
the names of the namespaces and of the relationships (29500-4, annex A).
"""

from __future__ import annotations

import io
import re
import zipfile

_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = ("xl/workbook.xml", "word/document.xml")
_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
#: Names that are written together in one form and with a hyphen in the other.
_HYPHENED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}


def is_strict(content: bytes) -> bool:
    """Tell whether an Office file is in the strict form."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inside = set(package.namelist())
        return any(_STRICT in package.open(part).read(4_096) for part in _MAIN if part in inside)


def transitional(content: bytes) -> bytes:
    """Return an Office file in the usual form."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for entry in package.infolist():
            part = package.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                part = _NAME.sub(_usual, part)
                for together, hyphened in _HYPHENED.items():
                    part = part.replace(b"relationships/" + together, b"relationships/" + hyphened)
            written.writestr(entry.filename, part)
    return made.getvalue()


def _usual(match: re.Match[bytes]) -> bytes:
    family, name = match[1], match[2]
    return b"http://schemas.openxmlformats.org/%b/2006/%b" % (family, _HYPHENED.get(name, name))
