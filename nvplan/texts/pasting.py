"""What is said about rows that are pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

ROW_FAULT = "Rad {row} ({first}), {column}: {fault}"
UNKNOWN_COLUMN = "Kolumnen ”{name}” finns inte här och är inte med: {cells}."
BEYOND = "Kolumn {number} ligger utanför tabellen och är inte med: {cells}."
ROOM = "Tabellen rymmer högst {most} rader. {left} av de inklistrade får inte plats."
UNIT_LEFT_OUT = "”{text}” är sparat som {number}, för kolumnen ”{column}” har ingen enhet."
ONLY_HEADINGS = "Det inklistrade är bara rubriker."
HEADINGS_LEFT_OUT = "Rubrikraden är utelämnad."
DASHES_EMPTY = "Ett streck ensamt i en cell är läst som att cellen är tom."
NO_ACTOR = "Rad {row}: ”{name}” svarar inte på frågan, så raden är inte med."
TWICE = "{question}, {actor}: cellen finns två gånger i det inklistrade, nu med ”{text}”. Den första gäller."
WHOLE_MORE = "{quoted} och {more} till"
_SHOWN = 3
#: Rows that are pasted into a list become posts.
POST_FAULT = "Rad {row} ({first}): {fault}"
IS_THERE = "Raden finns redan i planen."
ROW_TWICE = "Raden finns två gånger i det inklistrade."
MOST_POSTS = "Högst {most} rader klistras in på en gång."
SAME_TITLE = "Listan får två rader som heter ”{title}”."
BEGUN_WITH = "De nya raderna får listans urval: {chosen}."
LINES_JOINED = "Radbrytningarna i kolumnen ”{column}” blev mellanslag."
POSTS_YES = "Klistra in"
POSTS_NEW = "Nytt i listan: {names}."
POSTS_REFUSED = "{refused} Ni får se varför."
COLUMNS_LEFT = "Allt får inte plats i listans kolumner. Ni får se vad."


def quoted(cells: Sequence[str]) -> str:
    """Return what stands in some cells: the first few whole, and how many more there are."""
    shown = ", ".join(f"”{cell}”" for cell in cells[:_SHOWN])
    more = len(cells) - _SHOWN
    return WHOLE_MORE.format(quoted=shown, more=more) if more > 0 else shown


def rows_saved(count: int) -> str:
    """Return that so many pasted rows are on disk."""
    return "En rad är inklistrad." if count == 1 else f"{count} rader är inklistrade."


def rows_refused(count: int) -> str:
    """Return that so many pasted rows are not."""
    return "En rad är inte sparad." if count == 1 else f"{count} rader är inte sparade."


def posts_question(counted: str) -> str:
    """Return what is asked before rows become posts of a list.

    Args:
        counted: how many posts of which kind, in words.
    """
    return f"Klistra in {counted}?"


def rows_left_out(count: int) -> str:
    """Return that so many pasted rows will not be saved."""
    return "En rad går inte att ta med." if count == 1 else f"{count} rader går inte att ta med."
