"""Word files: real structure, text as typed, boxes that survive LibreOffice, and the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from pypdf import PdfReader

from nvplan.files.read.docx_reading import read_returned
from nvplan.files.write.characters import visible
from nvplan.files.write.docx_controls import bookmark_name, key_of
from nvplan.files.write.registry import render
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
    TickItem,
    Ticks,
)
from nvplan.model.errors import InputError

from .office import saved_by_libreoffice
from .sample_report import report, short
from .samples import HOSTILE, STRANGE, document, hostile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def texts_of(root: Any) -> list[str]:
    """Return the text of every paragraph, line breaks and tabs as such."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(
            signs.get(piece.tag, piece.text or "")
            for run in paragraph.iter(f"{W}r")
            for piece in run
            if piece.tag in (f"{W}t", *signs)
        )
        for paragraph in root.iter(f"{W}p")
    ]


@pytest.mark.parametrize("text", [*HOSTILE, *STRANGE])
def test_text_is_shown_as_typed_in_every_block(text: str) -> None:
    blocks = (
        Heading(level=1, text="x"),
        Paragraph(text=text),
        Bullets(items=(text,)),
        Facts(items=(Fact(label="L", value=text),)),
        Ticks(items=(TickItem(key="k", ticked=False, text=text),)),
        Table(caption="T", columns=(TableColumn(title="K"),), rows=((Cell(text=text),),)),
    )
    shown = texts_of(part(render(document(*blocks), "docx"), "word/document.xml"))
    wanted = visible(text)
    assert shown.count(wanted) == 3
    assert f"L\t{wanted}" in shown
    assert f"☐\t{wanted}" in shown


def test_headings_lists_and_language_are_real() -> None:
    content = render(report(), "docx")
    word = opened(content)
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "Caption"} <= set(
        styles
    )
    assert word.styles.element.find(f".//{W}rPrDefault//{W}lang").get(f"{W}val") == "sv-SE"
    assert part(content, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == "sv-SE"
    properties = word.core_properties
    assert (properties.language, properties.title) == ("sv-SE", "Plan för kontinuitet i primärvården")
    assert "Kronobergs län" in properties.keywords
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_a_skipped_heading_level_is_closed() -> None:
    word = opened(render(document(Heading(level=1, text="a"), Heading(level=4, text="b")), "docx"))
    assert [p.style.name for p in word.paragraphs if p.style.name.startswith("Heading")] == ["Heading 1", "Heading 2"]


def test_each_numbered_list_begins_at_one() -> None:
    numbered = Bullets(items=("a", "b"), numbered=True)
    content = render(document(numbered, numbered), "docx")
    numbers = [element.get(f"{W}val") for element in part(content, "word/document.xml").iter(f"{W}numId")]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2
    overrides = {
        number.get(f"{W}numId"): number.find(f".//{W}startOverride")
        for number in part(content, "word/numbering.xml")
        if number.tag == f"{W}num"
    }
    assert all(overrides[number].get(f"{W}val") == "1" for number in numbers)


def test_table_headers_are_repeated_and_widths_follow_the_weights() -> None:
    columns = (TableColumn(title="Bred", weight=3), TableColumn(title="Smal", weight=1))
    root = part(
        render(document(Table(caption="T", columns=columns, rows=((Cell(text="a"), Cell(text="b")),))), "docx"),
        "word/document.xml",
    )
    rows = list(root.iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert rows[1].find(f"{W}trPr/{W}tblHeader") is None
    wide, narrow = (int(column.get(f"{W}w")) for column in root.iter(f"{W}gridCol"))
    assert wide / narrow == pytest.approx(3, abs=0.01)


def test_a_wide_table_lies_down_and_the_rest_stands() -> None:
    word = opened(render(report(), "docx"))
    assert [section.orientation for section in word.sections] == [0, 1, 0]
    assert all("EXEMPEL – påhittade svar" in section.header.paragraphs[0].text for section in word.sections)
    assert "PAGE" in word.sections[1].footer._element.xml


def test_a_page_break_never_makes_an_empty_page() -> None:
    root = part(
        render(document(Paragraph(text="a"), PageBreak(), PageBreak(), Ticks(items=()), Paragraph(text="b")), "docx"),
        "word/document.xml",
    )
    breaking = [
        paragraph for paragraph in root.iter(f"{W}p") if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert [paragraph.findtext(f".//{W}t") for paragraph in breaking] == ["b"]
    assert not list(root.iter(f"{W}br"))


@pytest.mark.parametrize("make", [report, short, hostile])
def test_same_bytes_twice_and_unique_names(make: Any) -> None:
    content = render(make(), "docx")
    assert render(make(), "docx") == content
    root = part(content, "word/document.xml")
    names = [mark.get(f"{W}name").lower() for mark in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z_][a-z0-9_]{0,39}", name) for name in names)
    numbers = [number.get(f"{W}val") for number in root.iter(f"{W}id")]
    assert len(numbers) == len(set(numbers))


def test_every_colour_of_text_has_contrast() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    styles = part(render(short(), "docx"), "word/styles.xml")
    colours = {element.get(f"{W}val") for element in styles.iter(f"{W}color")}
    fills = {element.get(f"{W}fill") for element in styles.iter(f"{W}shd")} | {"FFFFFF"}
    assert len(colours) >= 4
    assert all((luminance(fill) + 0.05) / (luminance(colour) + 0.05) >= 4.5 for colour in colours for fill in fills)


@pytest.mark.parametrize("key", ["KON-M2", "KON-M2/region", "a_b", "k" * 33, "k" * 34, "x.y:z 1", "å"])
def test_a_key_comes_back_from_its_bookmark(key: str) -> None:
    item = TickItem(key=key, ticked=True, text="t")
    assert read_returned(render(document(Ticks(items=(item,))), "docx")).ticks == {key: True}
    name = bookmark_name("nv_chk_", key)
    assert len(name) <= 40
    assert key_of(name, "nv_chk_", {name: key}) == key


def test_keys_that_differ_only_in_case_and_keys_that_come_twice() -> None:
    items = (TickItem(key="a", ticked=True, text="1"), TickItem(key="A", ticked=False, text="2"))
    found = read_returned(render(document(Ticks(items=items), Ticks(items=items)), "docx"))
    assert found.ticks == {"a": True, "A": False}
    assert found.document == "checklista"


def test_ticks_choices_and_rows_of_a_table_come_back() -> None:
    columns = (
        TableColumn(title="Krav"),
        TableColumn(title="Klart", kind="tick"),
        TableColumn(title="Prövat", kind="tick"),
        TableColumn(title="Läge", kind="choice", choices=("av", "på")),
    )
    rows = (
        (Cell(text="a"), Cell(text="", ticked=True), Cell(text="", ticked=False), Cell(text="på")),
        (Cell(text="b\nc"), Cell(text=""), Cell(text=""), Cell(text="", missing=True)),
    )
    found = read_returned(
        render(document(Table(caption="T", columns=columns, rows=rows, row_keys=("r1", "r2"))), "docx")
    )
    assert found.ticks == {"r1.2": True, "r1.3": False, "r2.2": False, "r2.3": False}
    assert found.choices == {"r1": "på", "r2": ""}
    assert found.rows["r2"] == ("b\nc", "☐", "☐", "inte besvarad")


@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04" + b"0" * 40])
def test_what_is_no_word_file_is_said_in_one_sentence(content: bytes) -> None:
    with pytest.raises(InputError, match="Word-dokument"):
        read_returned(content)


@pytest.mark.libreoffice
@pytest.mark.parametrize("make", [report, hostile])
def test_ticks_choices_and_keys_survive_libreoffice(tmp_path: Path, make: Any) -> None:
    content = render(make(), "docx")
    saved = saved_by_libreoffice(content, "docx", tmp_path, "MS Word 2007 XML")
    before, after = read_returned(content), read_returned(saved.read_bytes())
    assert len(before.ticks) > 5
    assert after.ticks == before.ticks
    assert after.choices == before.choices
    assert after.document == before.document
    assert after.rows.keys() == before.rows.keys()


def test_a_short_text_after_a_heading_stays_with_what_follows() -> None:
    blocks = (Heading(level=1, text="a"), Paragraph(text="kort", tone="note"), Paragraph(text="mer"))
    root = part(render(document(*blocks), "docx"), "word/document.xml")
    kept = [p.findtext(f".//{W}t") for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["kort"]


@pytest.mark.libreoffice
def test_the_list_of_contents_has_the_pages_where_the_headings_stand(tmp_path: Path) -> None:
    chapters: list[Block] = []
    for number in range(1, 9):
        chapters += [Heading(level=1, text=f"Kapitel {number:02}"), *[Paragraph(text="Ord. " * 200)] * (number % 4 + 1)]
    pages = saved_by_libreoffice(render(document(*chapters, title="T"), "docx"), "docx", tmp_path, to="pdf")
    texts = [page.extract_text() for page in PdfReader(pages).pages]
    listed = dict(re.findall(r"(Kapitel \d\d)\s*(\d+)", next(one for one in texts if "Innehåll" in one)))
    stands = {f"Kapitel {number:02}": next(
        str(place) for place, text in enumerate(texts, 1) if f"Kapitel {number:02}" in text and "Innehåll" not in text)
        for number in range(1, 9)}
    assert listed == stands
    assert len(set(stands.values())) > 2


def test_no_page_number_stands_in_the_list_of_contents_before_the_pages_are_counted() -> None:
    chapters: list[Block] = []
    for number in range(8):
        chapters += [Heading(level=1, text=f"Kapitel {number}"), *[Paragraph(text="Ord. " * 200)] * 3]
    body = opened(render(document(*chapters, title="T"), "docx")).element.body
    listed = [one for one in body.iter(f"{W}p") if one.find(f"{W}hyperlink") is not None]
    assert len(listed) == 8
    for number, one in enumerate(listed):
        assert "".join(text.text or "" for text in one.iter(f"{W}t")) == f"Kapitel {number}"
        assert "PAGEREF" in "".join(text.text or "" for text in one.iter(f"{W}instrText"))
