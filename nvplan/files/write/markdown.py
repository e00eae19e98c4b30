"""Markdown that reads well as it stands, and shows what a person wrote as it was written in any renderer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import singledispatch

from nvplan.files.write.characters import one_line, paragraphs, shown_value
from nvplan.files.write.layout import bar_share, in_steps, lead_ends_line, lead_words
from nvplan.model.document import (
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

_INLINE = re.compile(r"[\\`*_\[\]<|~$^]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
#: Words, numbers and commas with single spaces between: most of what is written, and nothing in it is markup.
_HARMLESS = re.compile(r"[a-zA-Z0-9\u00c0-\u017f,;()!?%\u00a0]+(?: [a-zA-Z0-9\u00c0-\u017f,;()!?%\u00a0]+)*\.?")
_RUNS = re.compile(r"-{2,}|\.{3,}|={2,}|\+{2,}|:(?=[A-Za-z+-][\w+-]*:)")
_ADDRESS = re.compile(r"https?://[^\s<>|`\\]*[\w/#=%-]")
_ORDERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_LINE_START = re.compile(r"^[#>+=:-]")
_LEADING_SPACE = re.compile(r"^[ \t]+")
_SPACES = re.compile(r" {2,}")
_NO_BREAK_SPACE = "\u00a0"
_TABLE_ALIGNMENT = {"number": "---:"}
_LISTS = (Bullets, Facts, FormFields, Ticks)
#: What stands in a blank field.
_BLANK = r"\_" * 12
#: Blocks of the longest bar of a chart.
BAR_WIDTH = 24


def _backslashes(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match[0])


def escape(text: str) -> str:
    """Escape a piece of one line that stands after other text, so that no character of it is read as markup.

    A web address is put between angle brackets: inside a bare address some renderers show a backslash as it stands.
    """
    written, end = [], 0
    for address in _ADDRESS.finditer(text):
        if not _ENTITY.search(address[0]):
            written += [_escape_words(text[end:address.start()]), f"<{address[0]}>"]
            end = address.end()
    return "".join(written) + _escape_words(text[end:])


def _escape_words(text: str) -> str:
    if _HARMLESS.fullmatch(text):
        return text
    escaped = _INLINE.sub(r"\\\g<0>", text)
    escaped = _ENTITY.sub(r"\\&", escaped)
    escaped = _SPACES.sub(lambda match: _NO_BREAK_SPACE * (len(match[0]) - 1) + " ", escaped)
    return _RUNS.sub(_backslashes, escaped)


def escape_line(text: str) -> str:
    """Escape a whole line, its beginning included: a heading sign, a list sign, a number and indentation are text."""
    indent = _LEADING_SPACE.match(text)
    blanks = _NO_BREAK_SPACE * len(indent[0].replace("\t", "    ")) if indent else ""
    escaped = escape(text[len(indent[0]):] if indent else text)
    escaped = _ORDERED.sub(r"\1\\\2", escaped)
    return blanks + _LINE_START.sub(r"\\\g<0>", escaped)


def _prose(text: str, indent: str = "", first: str = "") -> str:
    """Write a text of several lines and paragraphs; `first` stands before it and `indent` before its other lines."""
    written = []
    for lines in paragraphs(text):
        written.append(f"  \n{indent}".join(escape_line(line) for line in lines))
    return first + f"\n\n{indent}".join(written)


def _value(text: str, missing: bool) -> str:
    """Write a value on one line after its label, its line breaks as <br>."""
    shown = paragraphs(shown_value(text, missing))
    escaped = "<br>".join(escape(line.strip()) for lines in shown for line in lines)
    return f"*{escaped}*" if missing and escaped else escaped


def _fact(fact: Fact) -> str:
    return f"**{escape(one_line(fact.label))}:** {_value(fact.value, fact.missing)}".rstrip()


@singledispatch
def _block(block: object) -> str:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * (block.level + 1)} {escape_line(one_line(block.text))}"


@_block.register
def _(block: Paragraph) -> str:
    words = lead_words(block)
    lead = f"**{escape(words)}**{'  ' + chr(10) if lead_ends_line(block) else ' '}" if words else ""
    if block.tone == "text":
        return _prose(block.text, first=lead)
    if block.tone == "missing":
        return lead + _value(block.text, missing=True)
    return _quoted(_prose(block.text, first=lead))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() if not line.endswith("  ") else f"> {line}" for line in text.split("\n"))


def _form_field(field: FormField) -> str:
    value = _value(field.value, missing=False)
    hint = f" *({escape(one_line(field.hint))})*" if field.hint else ""
    return f"**{escape(one_line(field.label))}:** {value or _BLANK + hint}"


def _list(block: Bullets | Facts | FormFields | Ticks, other: bool) -> str:
    """Write a list; `other` takes the other list sign, so that a list right after a list does not become part of it."""
    sign = "*" if other else "-"
    if isinstance(block, Facts):
        return "\n".join(f"{sign} {_fact(fact)}" for fact in block.items)
    if isinstance(block, FormFields):
        return "\n".join(f"{sign} {_form_field(field)}" for field in block.items)
    if isinstance(block, Ticks):
        return "\n".join(_tick(item, sign) for item in block.items)
    signs = [f"{number}{')' if other else '.'} " if block.numbered else f"{sign} "
             for number in range(1, len(block.items) + 1)]
    return "\n".join(_prose(item, indent=" " * len(first), first=first)
                     for item, first in zip(block.items, signs, strict=True))


def _tick(item: TickItem, sign: str) -> str:
    lines = [_prose(item.text, indent="  ", first=f"{sign} [{'x' if item.ticked else ' '}] ")]
    lines += [f"  - {_fact(fact)}" for fact in item.details]
    return "\n".join(lines)


@_block.register
def _(block: Table) -> str:
    rows = [[_cell(cell, column) for cell, column in zip(row, block.columns, strict=True)] for row in block.rows]
    if block.first_column_is_header:
        rows = [[_headed(row[0]), *row[1:]] for row in rows]
    return f"**{escape(one_line(block.caption))}**\n\n" + _pipes(block.columns, rows)


def _headed(cell: str) -> str:
    """Return what heads a row: its first line stands out."""
    first, line, rest = cell.partition("<br>")
    return f"**{first}**{line}{rest}" if first else cell


def _cell(cell: Cell, column: TableColumn) -> str:
    text = _value(cell.unfilled, missing=True) if cell.is_unfilled else _value(cell.text, cell.missing)
    if cell.ticked is None and column.kind != "tick":
        return text
    box = "☑" if cell.ticked else "☐"
    return f"{box} {text}".rstrip()


def _pipes(columns: Sequence[TableColumn], rows: Iterable[Sequence[str]]) -> str:
    lines = [[escape(one_line(column.title)) for column in columns],
             [_TABLE_ALIGNMENT.get(column.kind, "---") for column in columns], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


@_block.register
def _(block: Chart) -> str:
    rows = [[escape(one_line(bar.label)), "█" * round(bar_share(block, bar) * BAR_WIDTH), escape(one_line(bar.text))]
            for bar in block.bars]
    columns = (TableColumn(title=exports_texts.COLUMN_LABEL), TableColumn(title=exports_texts.CHART_BAR),
               TableColumn(title=exports_texts.COLUMN_VALUE, kind="number"))
    return "\n\n".join((f"**{escape(one_line(block.title))}**", _prose(block.alternative), _pipes(columns, rows)))


@_block.register
def _(block: Picture) -> str:
    return f"**{escape(one_line(block.title))}**\n\n{_prose(block.alternative)}"


@_block.register
def _(block: PageBreak) -> str:
    return "---"


def render(document: Document) -> bytes:
    """Return the document as Markdown (CommonMark with pipe tables and task lists), UTF-8."""
    parts = [f"# {escape_line(one_line(document.title))}"]
    if document.subtitle:
        parts.append(_prose(document.subtitle))
    if document.example:
        parts.append(f"> **{escape(exports_texts.EXAMPLE_MARK)}**")
    blocks = (Facts(items=document.meta), *document.blocks) if document.meta else document.blocks
    other = after_list = False
    for block in in_steps(blocks):
        if isinstance(block, _LISTS):
            other = after_list and not other
            parts.append(_list(block, other))
        else:
            parts.append(_block(block))
        after_list = isinstance(block, _LISTS)
    return ("\n\n".join(parts) + "\n").encode("utf-8")
