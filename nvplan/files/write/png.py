"""Turns pictures of ours into PNG for formats that know no SVG; typst draws them, in a process of its own.

Run as a module it is that process: a list of SVG texts as JSON on stdin, the PNG files in base 64 as JSON on stdout.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import nvplan

#: Dots per inch: sharp on paper.
DENSITY = 200
#: Longest time for a document's pictures, in seconds; one takes less than a tenth.
MOST_SECONDS = 120
_PAGE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.picture), format: "svg")\n'


def png_of(pictures: Sequence[str]) -> list[bytes] | None:
    """Return each picture as PNG; None where they cannot be drawn here."""
    if not pictures:
        return []
    here = str(Path(nvplan.__file__).resolve().parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "nvplan.files.write.png"], input=json.dumps(list(pictures)).encode(),
            capture_output=True, env=environment, timeout=MOST_SECONDS, check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except (OSError, subprocess.SubprocessError):
        return None
    return [base64.b64decode(one) for one in json.loads(done.stdout)]


def main() -> int:
    """Draw what stands on stdin."""
    import typst

    drawn = []
    with tempfile.TemporaryDirectory() as empty, as_file(files("nvplan.files.write") / "assets" / "fonts") as folder:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        for picture in json.loads(sys.stdin.buffer.read()):
            compiler = typst.Compiler(root=empty, font_paths=fonts, sys_inputs={"picture": picture})
            content = compiler.compile(_PAGE, format="png", ppi=DENSITY)
            if not isinstance(content, bytes):
                raise TypeError(type(content).__name__)
            drawn.append(base64.b64encode(content).decode("ascii"))
    sys.stdout.write(json.dumps(drawn))
    return 0


if __name__ == "__main__":
    sys.exit(main())
