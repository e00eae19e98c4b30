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
NO_ACTOR = "Rad {row}: ”{name}” svarar inte på frågan, så raden är inte med."
TWICE = "{question}, {actor}: cellen finns två gånger i det inklistrade, nu med ”{text}”. Den första gäller."
WHOLE_MORE = "{quoted} och {more} till"
_SHOWN = 3


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
