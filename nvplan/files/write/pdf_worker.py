"""The process that typesets a pdf: reads a page description from stdin, writes the pdf to stdout.

It is a process of its own because typst keeps memory between documents: ten large ones cost gigabytes
(`measured.md` 1a). Exit code 1 with the reason on stderr if the document cannot be typeset.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import typst

#: Archivable with the data inside (PDF/A-3a) and accessible (PDF/UA-1); typst refuses to break either.
STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]

#: Where the matter of a page ends above this, in millimetres from its top, most of it is empty: some fourteen lines.
MOSTLY_EMPTY = 105


def typeset(description: str) -> bytes:
    """Return the pdf for a page description (JSON, see `pdf.describe`).

    Where most of a last page would be empty there is less space between lines and blocks, if that spares it.

    Raises:
        typst.TypstError: the document would break one of the standards.
    """
    assets = files("nvplan.files.write") / "assets"
    moment = dt.datetime.fromisoformat(json.loads(description)["generated"])
    with tempfile.TemporaryDirectory() as empty, as_file(assets / "fonts") as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        template = Path(empty) / "document.typ"
        template.write_bytes((assets / "document.typ").read_bytes())

        def compiler(**inputs: str) -> typst.Compiler:
            return typst.Compiler(str(template), root=empty, font_paths=fonts,
                                  sys_inputs={"document": description, **inputs})

        chosen = compiler()
        ends = _ends(chosen)
        if _mostly_empty(ends):
            closer = compiler(tight="1")
            if _mostly_empty(_ends(closer)) < _mostly_empty(ends):
                chosen = closer
        content = chosen.compile(format="pdf", pdf_standards=STANDARDS, timestamp=moment)
    if not isinstance(content, bytes):
        raise TypeError(type(content).__name__)
    return content


def _ends(compiler: typst.Compiler) -> list[tuple[int, float]]:
    """Return the pages that the matter ends on before a break, and how far down, in millimetres."""
    return [(one["page"], one["down"]) for one in json.loads(compiler.query("<ends>", field="value"))]


def _mostly_empty(ends: Sequence[tuple[int, float]]) -> int:
    """Return how many pages hold little of what began on the page before, and nothing else."""
    before = [0, *(page for page, _ in ends)]
    return sum(down < MOSTLY_EMPTY and page > last + 1 for last, (page, down) in zip(before, ends, strict=False))


def main() -> int:
    """Typeset what stands on stdin."""
    try:
        content = typeset(sys.stdin.buffer.read().decode("utf-8"))
    except typst.TypstError as fault:
        sys.stderr.buffer.write(f"{fault.message}\n{fault.diagnostic}".encode())
        return 1
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
