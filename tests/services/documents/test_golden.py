"""Every document of the example county reads as its golden file says."""

from __future__ import annotations

import difflib

import pytest

from nvplan.services.writing.session import PlanSession
from tests.services.documents.golden import NAMES, drawn, file_of


@pytest.mark.parametrize("name", NAMES)
def test_the_document_reads_as_its_golden_file_says(example: PlanSession, name: str) -> None:
    golden = file_of(name).read_text(encoding="utf-8")
    differences = list(difflib.unified_diff(golden.splitlines(), drawn(example, name).splitlines(),
                                            file_of(name).name, "dokumentet nu", lineterm="", n=1))
    if differences:
        pytest.fail("Look at the difference; if it is meant, run `python -m tests.services.documents.golden`.\n"
                    + "\n".join(differences[:60]), pytrace=False)
