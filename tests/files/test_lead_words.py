"""The words before a paragraph stand in every format, set apart from it; what people write stays text there too."""

from __future__ import annotations

import io
import zipfile

import pytest

from nvplan.files.write.registry import render
from nvplan.model.document import Document, Paragraph

HOSTILE = "# inte en rubrik\n- <script>alert(1)</script> =1+1 {svar}"


def document(*blocks: Paragraph) -> Document:
    """Return a document of some paragraphs."""
    return Document(name="x", title="Plan", generated="2026-01-01T00:00:00", meta=(), blocks=blocks)


def text_of(format_name: str, *blocks: Paragraph) -> str:
    """Return a format's text, of Word the body's XML."""
    content = render(document(*blocks), format_name)
    if format_name != "docx":
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


@pytest.mark.parametrize(("format_name", "shown"), [
    ("md", "**Planens ägare.** Socialchef."), ("html", "<strong>Planens ägare.</strong> Socialchef."),
    ("docx", ">Planens ägare. <")])
def test_the_words_end_with_a_full_stop_and_stand_before_the_text(format_name: str, shown: str) -> None:
    assert shown in text_of(format_name, Paragraph(lead="Planens ägare", text="Socialchef."))


def test_a_text_of_several_lines_begins_on_a_line_of_its_own() -> None:
    block = Paragraph(lead="Arbete", text="Först\nSedan")
    assert "**Arbete.**  \nFörst  \nSedan" in text_of("md", block)
    assert "<strong>Arbete.</strong><br>Först" in text_of("html", block)


@pytest.mark.parametrize("block", [Paragraph(lead="Ord", text=HOSTILE),
                                   Paragraph(lead="<b>Ord</b> **x**", text="Text")])
def test_hostile_text_is_text(block: Paragraph) -> None:
    page = text_of("html", block)
    assert "<script>" not in page
    assert "<b>" not in page
    word = text_of("docx", block)
    assert "<script>" not in word
    assert "<b>" not in word
    plain = text_of("md", block)
    assert "\n# inte" not in plain
    assert "**x**" not in plain
    assert "<script>" not in plain.replace("\\<", "")
