"""No line is broken between a number's thousands or between a number and its unit, where one is shown or typed."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual.content import Content
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

from nvplan.tui.wrapping import keep_together

#: The number alone is wider than what is left of most of the lines below.
_NUMBER = "38\u00a0750\u00a0000\u00a0kr"
_SENTENCE = f"Vi fick {_NUMBER} i bidrag och {_NUMBER} till"


@pytest.fixture(autouse=True)
def _kept() -> None:
    keep_together()


@pytest.mark.parametrize("width", range(13, len(_SENTENCE)))
def test_what_is_shown_keeps_a_number_whole(width: int) -> None:
    lines = [line.plain for line in Content(_SENTENCE).wrap(width)]
    assert sum(line.count(_NUMBER) for line in lines) == 2
    assert " ".join(line.strip(" ") for line in lines) == _SENTENCE


@pytest.mark.parametrize("width", range(13, len(_SENTENCE)))
def test_what_is_typed_keeps_a_number_whole(width: int) -> None:
    wrapped = WrappedDocument(Document(_SENTENCE), width=width)
    lines = list(wrapped.lines[0])
    assert sum(line.count(_NUMBER) for line in lines) == 2
    assert "".join(lines) == _SENTENCE


def test_a_word_wider_than_the_line_is_still_broken_and_nothing_is_lost() -> None:
    figures = "38\u00a0750\u00a0000" * 3
    lines = [line.plain for line in Content(figures).wrap(10)]
    assert max(map(len, lines)) <= 10
    assert "".join(lines).replace("\u00a0", "") == figures.replace("\u00a0", "")


def test_a_table_that_draws_with_rich_keeps_it_too() -> None:
    from rich.console import Console

    lines = Text(_SENTENCE).wrap(Console(width=20), 20)
    assert sum(line.plain.count(_NUMBER) for line in lines) == 2
