"""LibreOffice for tests that open and save what we made."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

#: Seconds that one file may take at most; a busy machine is slow.
_PATIENCE = 300


def needs_soffice() -> str:
    """Return LibreOffice's path, skip aloud without it, or fail where tools are required."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("NVPLAN_KRAV_VERKTYG") == "1":
            pytest.fail("soffice is required (NVPLAN_KRAV_VERKTYG=1) and missing")
        pytest.skip("soffice is not installed: LibreOffice's round trip is not tested")
    return found


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """Return a profile for this process: making one takes LibreOffice longer than a file does."""
    return tempfile.TemporaryDirectory(prefix="nvplan-libreoffice-")


def saved_by_libreoffice(content: bytes, form: str, folder: Path, filter_name: str = "", to: str = "") -> Path:
    """Let LibreOffice open a file and save it in its own format, or in another; return the file that it saved."""
    program = needs_soffice()
    before = folder / "before" / f"in.{form}"
    before.parent.mkdir()
    before.write_bytes(content)
    kind = to or form
    subprocess.run([program, f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless", "--convert-to",
                    f"{kind}:{filter_name}" if filter_name else kind, "--outdir", str(folder / "saved"), str(before)],
                   check=True, capture_output=True, timeout=_PATIENCE)
    return folder / "saved" / f"in.{kind}"
