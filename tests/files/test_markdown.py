"""What a person wrote is shown as it was written, whatever Markdown would make of it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from nvplan.files.write.characters import visible
from nvplan.files.write.registry import render
from nvplan.model.document import Bullets, Cell, Fact, Facts, Heading, Paragraph, Table, TableColumn, TickItem, Ticks

from .samples import HOSTILE, STRANGE, document, hostile

RENDERERS = {
    "commonmark": MarkdownIt("commonmark").enable("table"),
    "gfm": MarkdownIt("gfm-like"),
    "clever": MarkdownIt("default", {"typographer": True, "html": True}).disable("smartquotes"),
}


def shown(markdown: str, renderer: str) -> list[str]:
    """Return the text of each inline piece as a reader would see it, line breaks as line feeds."""
    pieces = []
    for token in RENDERERS[renderer].parse(markdown):
        if token.type == "inline":
            texts = {"softbreak": "\n", "hardbreak": "\n"}
            pieces.append("".join(texts.get(child.type, child.content) for child in token.children or ()))
        elif token.type in ("fence", "code_block", "html_block"):
            pieces.append(f"<{token.type}>")
    return [re.sub(r"[\u00a0 ]+", " ", piece).replace("<br>", "\n").strip() for piece in pieces]


def expected(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", visible(text)).strip()


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("text", [*HOSTILE, *STRANGE])
def test_text_is_shown_as_typed_wherever_it_stands(text: str, renderer: str) -> None:
    blocks = (
        Paragraph(text=text), Paragraph(text=text, tone="note"), Bullets(items=(text,)), Ticks(items=(
            TickItem(key="a", ticked=True, text=text),)), Heading(level=2, text=text),
        Table(caption="T", columns=(TableColumn(title=text),), rows=((Cell(text=text),),)),
    )
    pieces = shown(render(document(*blocks), "md").decode(), renderer)
    wanted = expected(text)
    found = [piece.removeprefix("[x] ").replace("\t", " ") for piece in pieces]
    assert sum(piece == wanted for piece in found) == 7, found


@pytest.mark.parametrize("text", HOSTILE)
def test_fact_shows_label_and_value_as_typed(text: str) -> None:
    markdown = render(document(Facts(items=(Fact(label=text, value=text),))), "md").decode()
    wanted = expected(text)
    assert f"{wanted}: {wanted}" in [piece.replace("\t", " ") for piece in shown(markdown, "gfm")]


def test_lines_and_paragraphs_are_kept() -> None:
    markdown = render(document(Paragraph(text="ett\ntvå\n\ntre")), "md").decode()
    assert "ett  \ntvå\n\ntre" in markdown


def test_a_table_cell_keeps_its_line_breaks_and_pipes() -> None:
    table = Table(caption="Krav", columns=(TableColumn(title="Krav"), TableColumn(title="Antal", kind="number")),
                  rows=((Cell(text="a|b\nc"), Cell(text="3")), (Cell(text="ej besvarad", missing=True), Cell(text=""))))
    markdown = render(document(table), "md").decode()
    assert "| a\\|b<br>c | 3 |\n| *ej besvarad* |  |" in markdown
    assert "| --- | ---: |" in markdown


def test_two_lists_after_each_other_stay_two() -> None:
    markdown = render(document(Bullets(items=("a",)), Bullets(items=("b",))), "md").decode()
    assert sum(token.type == "bullet_list_open" for token in RENDERERS["gfm"].parse(markdown)) == 3


def test_ticks_are_task_list_items_and_the_example_is_marked() -> None:
    details = (Fact(label="Källa", value="[X] klar"),)
    items = (TickItem(key="a", ticked=True, text="[X] klar", details=details),
             TickItem(key="b", ticked=False, text="[ ]"))
    markdown = render(document(Heading(level=1, text="K"), Ticks(items=items), example=True), "md").decode()
    assert "- [x] \\[X\\] klar\n  - **Källa:** \\[X\\] klar" in markdown
    assert "- [ ] \\[ \\]" in markdown
    assert "**EXEMPEL – påhittade svar**" in markdown
    assert "nul␀slut" in render(hostile(), "md").decode()


def test_same_bytes_twice() -> None:
    assert render(hostile(), "md") == render(hostile(), "md")
