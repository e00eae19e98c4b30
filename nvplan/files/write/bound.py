"""What belongs together within a line: a day and its month, `5 av 8`, `e-hälsa`; a line is never broken inside it."""

from __future__ import annotations

import re

from nvplan.model.dates import MONTHS
from nvplan.texts import exports as exports_texts

#: Stands around what is bound, in a page description alone: a person's text never has it, for no font shows it.
MARK = "\u2063"
#: A word of so many letters may be joined to what a hyphen ends; with a longer one a line may be broken there.
_LONGEST_END = 14
_LETTER, _CAPITAL, _MONTH = r"[^\W\d_]", "[A-ZÅÄÖ]", f"(?:{'|'.join(MONTHS)})"
_UNIT, _BETWEEN = (f"(?:{'|'.join(found)})" for found in (exports_texts.BOUND_UNITS, exports_texts.BETWEEN_SHARED))
#: A number in thousands, a diary number (`EX 2026/52`), a day with its month, `24 månader`, `5 av 8`, a span of numbers
#: (which in `2026–31 mars` is none), a short beginning of a word with its end.
_RUNNING = (rf"\b\d{{1,3}}(?: \d{{3}})+\b|\b{_CAPITAL}{{2,4}} \d{{4}}/\d+\b"
            rf"|\b\d{{1,2}} {_MONTH}\b|\b\d+ {_UNIT}\b|\b\d+ {exports_texts.N_OF} \d+(?: \d{{3}})*\b"
            rf"|\b\d{{1,4}}–\d{{1,4}}\b(?! {_MONTH})|\b(?:{_LETTER}|{_CAPITAL}{{2,4}})-{_LETTER}{{1,{_LONGEST_END}}}\b")
#: A word that has its end in common with the one after it (`hälso- och sjukvård`), which in a narrow column reads ill.
_SHARED_END = rf"\b{_LETTER}{{1,{_LONGEST_END}}}- {_BETWEEN}\b"
_IN_TEXT, _IN_CELL = re.compile(_RUNNING), re.compile(f"{_RUNNING}|{_SHARED_END}")
#: A word on a line, with what is bound to it: a hyphen or a stroke ends one, for a line may be broken after it.
_WORDS = re.compile(rf"{_RUNNING}|{_SHARED_END}|[^ \n\t\-–/]+[\-–/]?")


def bound(text: str) -> str:
    """Return running text with a mark around each thing that no line is broken inside."""
    return _no_dash_first(_IN_TEXT.sub(_marked, text))


def bound_in_cell(text: str) -> str:
    """Return the same of a table's cell, where words that share an end are bound too."""
    return _no_dash_first(_IN_CELL.sub(_marked, text))


def with_hard_spaces(text: str) -> str:
    """Return the text with hard spaces inside what is bound, for a program that breaks lines itself."""
    return _no_dash_first(_IN_TEXT.sub(lambda found: found[0].replace(" ", "\u00a0"), text))


def words(text: str) -> list[str]:
    """Return what must stand beside each other in a column, piece by piece."""
    return _WORDS.findall(text)


def _no_dash_first(text: str) -> str:
    """Let no line begin with the dash between two things."""
    return text.replace(" – ", "\u00a0– ")


def _marked(found: re.Match[str]) -> str:
    return f"{MARK}{found[0]}{MARK}"
