"""One file that fetches nothing, runs nothing and keeps its structure whatever someone wrote."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import pytest

from nvplan.files.write.characters import visible
from nvplan.files.write.registry import render
from nvplan.model.document import Bullets, Cell, Fact, Facts, Heading, Paragraph, Table, TableColumn, TickItem, Ticks

from .sample_report import report
from .samples import HOSTILE, LONG_WORD, STRANGE, document, hostile

VOID = {"meta", "col", "br"}


class Page(HTMLParser):
    """Reads a page: elements with attributes and text, and whether every element is closed in order."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("text", [*HOSTILE, *STRANGE, LONG_WORD])
def test_text_is_shown_as_typed(text: str) -> None:
    blocks = (
        Paragraph(text=text),
        Bullets(items=(text,)),
        Facts(items=(Fact(label="L", value=text),)),
        Ticks(items=(TickItem(key="k", ticked=False, text=text),)),
        Table(caption="T", columns=(TableColumn(title="K"),), rows=((Cell(text=text),),)),
    )
    page = Page(render(document(Heading(level=1, text="x"), *blocks), "html"))
    assert page.texts.count(visible(text)) == 5
    assert not page.wrong
    assert not page.open


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    content = render(hostile(), "html")
    page = Page(content)
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & {tag for tag, _ in page.elements}
    assert all(link["href"] is not None and link["href"].startswith("#") for link in page.named("a"))
    names = {name for _, attributes in page.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "src"]
    assert "url(" not in content.decode().split("</style>")[0]
    policy = next(meta["content"] for meta in page.named("meta") if meta.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not page.wrong


def test_structure_can_be_read_aloud() -> None:
    page = Page(render(report(), "html"))
    assert page.named("html")[0]["lang"] == "sv-SE"
    assert len(page.named("h1")) == 1
    assert page.named("a")[0]["href"] == "#innehallet"
    assert len(page.named("caption")) == len(page.named("table")) == 4
    assert all(head.get("scope") in ("col", "row") for head in page.named("th"))
    identities = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identities) == len(set(identities))
    assert {str(link["href"])[1:] for link in page.named("a")} <= set(identities)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert "ikryssad" in [box.get("aria-label") for box in page.named("span")]
    assert not page.wrong
    assert not page.open


def test_the_example_is_marked_and_the_bytes_are_the_same() -> None:
    content = render(report(), "html")
    assert content.decode().count("EXEMPEL – påhittade svar") == 3
    assert render(report(), "html") == content


def test_what_leads_in_stays_with_what_it_leads_in_where_the_page_is_printed() -> None:
    shown = render(document(Heading(level=1, text="A"), Paragraph(text="Det här gör vi:"), Bullets(items=("a", "b")),
                            Paragraph(text="Sist.")), "html").decode()
    assert '<div class="stays"><p>Det här gör vi:</p></div>' in shown
    assert shown.count('class="stays"') == 1
    assert re.search(r"@media print \{.*\.stays \{ break-after: avoid; \}", shown, re.DOTALL)
