"""A web page in one file: it fetches nothing, runs nothing, can be read aloud, and prints well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from html import escape as escape_html
from importlib.resources import files
from urllib.parse import quote

from nvplan.files.write.characters import one_line, shown_value, visible
from nvplan.files.write.columns import column_shares
from nvplan.files.write.grids import numbers_beside
from nvplan.files.write.identity import heading_line, keywords
from nvplan.files.write.layout import (
    SHORT_TABLE_ROWS,
    bar_share,
    is_long,
    lead_ends_line,
    lead_words,
    parts,
    stay_with_next,
    stays_whole,
)
from nvplan.files.write.pictures import drawn_of
from nvplan.model.document import (
    Bar,
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    TableColumn,
    TickItem,
    Ticks,
)
from nvplan.texts import exports as exports_texts

#: The page may use its own style and nothing else: no script, no picture, no address.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
#: A region as it is written here; a quotation mark in a text is written otherwise, so no text looks like one.
_REGION = re.compile(r'( role="region" tabindex="0" aria-label=)"([^"]*)"')
#: Levels of headings in the list of contents.
CONTENTS_LEVELS = 2
#: From this many columns the text of a table is set one size smaller.
DENSE_TABLE_COLUMNS = 6


def _text(text: str) -> str:
    return escape_html(visible(text))


def _line(text: str) -> str:
    return escape_html(one_line(text))


def _value(text: str, missing: bool) -> str:
    shown = _text(shown_value(text, missing))
    return f'<span class="missing">{shown}</span>' if missing else shown


@singledispatch
def _block(block: object) -> str:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Paragraph) -> str:
    words = lead_words(block)
    lead = f"<strong>{_text(words)}</strong>{'<br>' if lead_ends_line(block) else ' '}" if words else ""
    mark = "" if block.tone == "text" else f' class="{block.tone}"'
    return f"<p{mark}>{lead}{_text(block.text)}</p>"


@_block.register
def _(block: Bullets) -> str:
    tag = "ol" if block.numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</{tag}>"


@_block.register
def _(block: Facts) -> str:
    rows = (f"<dt>{_line(fact.label)}</dt><dd>{_value(fact.value, fact.missing)}</dd>" for fact in block.items)
    return f'<dl class="facts{" together" * block.together}">{"".join(rows)}</dl>'


@_block.register
def _(block: FormFields) -> str:
    beside = " beside" if block.columns == 2 else ""
    return f'<dl class="form{beside}">{"".join(_form_field(field) for field in block.items)}</dl>'


def _form_field(field: FormField) -> str:
    value = f"<strong>{_text(field.value)}</strong>" if field.value else _text(field.hint) or "&nbsp;"
    blank = " blank" if field.is_blank and field.hint else ""
    return f'<div class="{field.room}"><dt>{_line(field.label)}</dt><dd class="value{blank}">{value}</dd></div>'


@_block.register
def _(block: Ticks) -> str:
    return f'<ul class="ticks">{"".join(_tick(item) for item in block.items)}</ul>'


def _tick(item: TickItem) -> str:
    details = "".join(_detail(fact) for fact in item.details)
    listed = f'<ul class="details">{details}</ul>' if details else ""
    return f"<li>{_box(item.ticked)}{_text(item.text)}{listed}</li>"


def _detail(fact: Fact) -> str:
    return f"<li><strong>{_line(fact.label)}:</strong> {_value(fact.value, fact.missing)}</li>"


def _box(ticked: bool) -> str:
    """Return a box as a picture that is read aloud as ticked or not."""
    return (f'<span class="box" role="img" aria-label="{exports_texts.TICKED if ticked else exports_texts.UNTICKED}">'
            f"{'☑' if ticked else '☐'}</span>")


def _scrolling(caption: str, whole: bool, table: str) -> str:
    """Let a table that is wider than the screen be scrolled, by keyboard too; a short one stays on one printed page."""
    kept = " short" if whole else ""
    return f'<div class="scroll{kept}" role="region" tabindex="0" aria-label="{_line(caption)}">{table}</div>'


@_block.register
def _(block: Table) -> str:
    widths = "".join(f'<col style="width:{share * 100:.2f}%">' for share in column_shares(block))
    heads = "".join(f'<th scope="col"{_number_class(column)}>{_line(column.title)}</th>' for column in block.columns)
    rows = "".join(_row(block, row) for row in block.rows)
    dense = ' class="dense"' if len(block.columns) >= DENSE_TABLE_COLUMNS else ""
    table = (f"<table{dense}><caption>{_line(block.caption)}</caption><colgroup>{widths}</colgroup>"
             f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    return _scrolling(block.caption, stays_whole(block), table)


def _number_class(column: TableColumn) -> str:
    return ' class="number"' if column.kind == "number" else ""


def _row(block: Table, row: tuple[Cell, ...]) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
        # A blank row of a form has nothing yet that heads it.
        heads = place == 0 and block.first_column_is_header and bool(cell.text.strip())
        content = f'<span class="cell">{_headed(cell, column) if heads else _cell(cell, column)}</span>'
        if heads:
            cells.append(f'<th scope="row"{_number_class(column)}>{content}</th>')
        else:
            cells.append(f"<td{_number_class(column)}>{content}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _headed(cell: Cell, column: TableColumn) -> str:
    """Return what heads a row: its first line stands out, what is told below it does not."""
    if cell.missing or cell.link or cell.ticked is not None or column.kind == "tick":
        return _cell(cell, column)
    first, line, rest = cell.text.partition("\n")
    return f"<strong>{_text(first)}</strong>{line}{_text(rest)}"


def _cell(cell: Cell, column: TableColumn) -> str:
    shown = _value(cell.unfilled, missing=True) if cell.is_unfilled else _value(cell.text, cell.missing)
    if cell.link:
        shown = f'<a href="./{escape_html(quote(cell.link))}">{shown}</a>'
    if column.kind == "tick" or cell.ticked is not None:
        return f"{_box(bool(cell.ticked))} {shown}".rstrip()
    return shown


@_block.register
def _(block: Chart) -> str:
    told = f"<p>{_text(block.alternative)}</p>" if block.alternative.strip() else ""
    drawn = drawn_of(block)
    if drawn is not None:
        return f"{_figure(block.title, told, drawn.svg)}{_block(numbers_beside(block))}"
    heads = (f'<th scope="col">{exports_texts.COLUMN_LABEL}</th><th scope="col">{exports_texts.CHART_BAR}</th>'
             f'<th scope="col" class="number">{exports_texts.COLUMN_VALUE}</th>')
    rows = "".join(_bar(block, bar) for bar in block.bars)
    table = (f'<table class="chart"><caption>{_line(block.title)}</caption>'
             f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    return told + _scrolling(block.title, len(block.bars) <= SHORT_TABLE_ROWS, table)


@_block.register
def _(block: Picture) -> str:
    drawn = drawn_of(block)
    return _figure(block.title, f"<p>{_text(block.alternative)}</p>", drawn.svg if drawn else "")


def _figure(title: str, told: str, drawn: str) -> str:
    return f"<figure><figcaption>{_line(title)}</figcaption>{told}{drawn}</figure>"


def _bar(block: Chart, bar: Bar) -> str:
    width = f"{bar_share(block, bar) * 100:.1f}%"
    return (f'<tr><th scope="row"><span class="cell">{_text(bar.label)}</span></th>'
            f'<td class="drawn"><span class="bar" style="width:{width}"></span></td>'
            f'<td class="number"><span class="cell">{_text(bar.text)}</span></td></tr>')


def _contents(headings: Iterable[tuple[int, str, str]]) -> str:
    """Return a list of contents with two levels, from (level, anchor, text)."""
    written = []
    open_level = 0
    for level, anchor, text in headings:
        if level > open_level:
            written.append("<ul>" * (level - open_level))
        else:
            written.append("</li>" + "</ul></li>" * (open_level - level))
        written.append(f'<li><a href="#{anchor}">{_line(text)}</a>')
        open_level = level
    closing = "</li></ul>" * open_level
    heading = f'<h2 id="innehall">{exports_texts.CONTENTS}</h2>'
    return f'<nav aria-labelledby="innehall">{heading}{"".join(written)}{closing}</nav>'


def _blocks(blocks: Sequence[Block], first: int) -> tuple[list[str], list[tuple[int, str, str]]]:
    """Return the blocks as HTML, and the headings among them; anchors count from `first`."""
    written: list[str] = []
    headings: list[tuple[int, str, str]] = []
    breaking = False
    for block, stays in zip(blocks, stay_with_next(blocks), strict=True):
        if isinstance(block, PageBreak):
            breaking = True
            continue
        marks = ["new-page"] * breaking + ["stays"] * stays
        mark = f' class="{" ".join(marks)}"' if marks else ""
        breaking = False
        if isinstance(block, Heading):
            anchor = f"avsnitt-{first + len(headings)}"
            headings.append((block.level, anchor, block.text))
            written.append(f'<h{block.level + 1} id="{anchor}"{mark}>{_line(block.text)}</h{block.level + 1}>')
        else:
            written.append(f"<div{mark}>{_block(block)}</div>" if mark else _block(block))
    return written, headings


def render(document: Document) -> bytes:
    """Return the document as one HTML file that uses nothing outside itself."""
    sections: list[str] = []
    headings: list[tuple[int, str, str]] = []
    for part in parts(document.blocks):
        written, found = _blocks(part.blocks, len(headings) + 1)
        headings += found
        mark = ' class="wide"' if part.wide else ""
        sections.append(f"<div{mark}>\n{chr(10).join(written)}\n</div>")
    front = [f"<h1>{_line(document.title)}</h1>"]
    if document.subtitle.strip():
        front.append(f'<p class="subtitle">{_text(document.subtitle)}</p>')
    if document.example:
        front.append(f'<p class="example">{_text(exports_texts.EXAMPLE_MARK)}</p>')
    front += [_block(Facts(items=document.meta))] if document.meta else []
    listed = [heading for heading in headings if heading[0] <= CONTENTS_LEVELS]
    contents = _contents(listed) if is_long(document) else ""
    return "\n".join((_head(document), f'<body><a class="skip" href="#innehallet">{exports_texts.SKIP_LINK}</a>',
                      "<header>", *front, "</header>", contents, '<main id="innehallet" tabindex="-1">',
                      *_told_apart(sections),
                      "</main></body></html>", "")).encode("utf-8")


def _told_apart(sections: Iterable[str]) -> Iterator[str]:
    """Yield the sections with a number after the names of regions that stand more than once.

    A list of what there is to go to, which is what a screen reader makes of regions, is else the same word again.
    """
    seen: Counter[str] = Counter()

    def named(found: re.Match[str]) -> str:
        seen[found[2]] += 1
        number = exports_texts.REGION_AGAIN.format(number=seen[found[2]]) if seen[found[2]] > 1 else ""
        return f'{found[1]}"{found[2]}{number}"'

    for section in sections:
        yield _REGION.sub(named, section)


def _head(document: Document) -> str:
    style = (files("nvplan.files.write") / "assets" / "page.css").read_text("utf-8")
    page, of = exports_texts.PAGE_OF
    style += f'@page {{ @bottom-right {{ content: "{page}" counter(page) "{of}" counter(pages); font-size: 8pt; }} }}\n'
    if document.example:
        style += f'@page {{ @top-right {{ content: "{exports_texts.EXAMPLE_MARK}"; font-size: 8pt; }} }}\n'
    marked = f"{heading_line(document)} – {exports_texts.EXAMPLE_MARK}" if document.example else heading_line(document)
    return (f'<!DOCTYPE html>\n<html lang="{escape_html(document.language)}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="referrer" content="no-referrer">'
            f'<meta name="keywords" content="{_line(", ".join(keywords(document)))}">'
            f"<title>{_line(marked)}</title>\n<style>\n{style}</style></head>")
