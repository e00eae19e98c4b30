"""LibreOffice for tests that open and save what we made."""

from __future__ import annotations

import os
import shutil

import pytest


def needs_soffice() -> str:
    """Return LibreOffice's path, skip aloud without it, or fail where tools are required."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("NVPLAN_KRAV_VERKTYG") == "1":
            pytest.fail("soffice is required (NVPLAN_KRAV_VERKTYG=1) and missing")
        pytest.skip("soffice is not installed: LibreOffice's round trip is not tested")
    return found
