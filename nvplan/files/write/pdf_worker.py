"""The process that typesets a pdf: reads a page description from stdin, writes the pdf to stdout.

It is a process of its own because typst keeps memory between documents: ten large ones cost gigabytes
(`measured.md` 1a). Exit code 1 with the reason on stderr if the document cannot be typeset.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import tempfile
from importlib.resources import as_file, files

import typst

#: Archivable with the data inside (PDF/A-3a) and accessible (PDF/UA-1); typst refuses to break either.
STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]


def typeset(description: str) -> bytes:
    """Return the pdf for a page description (JSON, see `pdf.describe`).

    Raises:
        typst.TypstError: the document would break one of the standards.
    """
    assets = files("nvplan.files.write") / "assets"
    moment = dt.datetime.fromisoformat(json.loads(description)["generated"])
    with tempfile.TemporaryDirectory() as empty, as_file(assets / "fonts") as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        compiler = typst.Compiler(root=empty, font_paths=fonts, sys_inputs={"document": description})
        template = (assets / "document.typ").read_bytes()
        content = compiler.compile(template, format="pdf", pdf_standards=STANDARDS, timestamp=moment)
    if not isinstance(content, bytes):
        raise TypeError(type(content).__name__)
    return content


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
