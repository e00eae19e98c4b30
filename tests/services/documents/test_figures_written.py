"""Every document writes its days and numbers one way: days in words, thousands with a space between them."""

from __future__ import annotations

import pytest

from tests.figures_written import days_as_files_write_them, thousands_without_a_space
from tests.services.documents.golden import NAMES, file_of

_NAMES = [name for name in NAMES if file_of(name).suffix == ".md"]


@pytest.mark.parametrize("name", _NAMES)
def test_days_are_in_words_and_thousands_have_a_space(name: str) -> None:
    text = file_of(name).read_text(encoding="utf-8")
    assert len(text) > 500
    assert (days_as_files_write_them(text), thousands_without_a_space(text)) == ([], [])
