"""A survey's export as a table: its headings without what form services put in them, and its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nvplan.model.collation import fold, nfc
from nvplan.model.errors import InputError
from nvplan.texts import surveys as surveys_texts

#: More answers than this are no voices to a meeting.
MOST_ANSWERS = 5000
#: A number that a service puts after a heading that it has had before: `Kommentar2`, `Kommentar.1`, `Kommentar (2)`.
_NUMBERED = re.compile(r"^(?P<base>.*[^\d\s._])(?:[._]?\d{1,2}|\s\(\d{1,2}\))$")
_ENDS = "?!:…"
#: A line break as a workbook may spell it.
_SPELT_BREAK = re.compile(r"_x000[dDaA]_")
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u00ad\u2060"))
#: `Fråga [Påstående]`; and `Fråga.Påstående`, where no space follows the dot.
_IN_BRACKETS = re.compile(r"^(.*\S)\s*\[([^\[\]]+)\]$")
_AFTER_DOT = re.compile(r"\.(?=[^\W\d])")


@dataclass(frozen=True)
class SurveyTable:
    """What a file with answers holds; each row has a cell for each heading."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """Which row of the file each is, from 1."""

    def column(self, place: int) -> list[str]:
        """Return what stands under a heading, row by row."""
        return [row[place] for row in self.rows]


def table_of(name: str, rows: Iterable[tuple[int, Sequence[str]]]) -> SurveyTable:
    """Return the table of a file's rows, each with its number.

    Raises:
        InputError: it has no headings or no answers, more than fit, or a row with more cells than there are headings.
    """
    read = ((number, [nfc(cell.strip()) for cell in row]) for number, row in rows)
    filled = [(number, row) for number, row in read if any(row)]
    if not filled:
        raise InputError(surveys_texts.FILE_EMPTY.format(name=name))
    raw, body = filled[0][1], filled[1:]
    if not body:
        raise InputError(surveys_texts.NO_ANSWERS.format(name=name))
    if len(body) > MOST_ANSWERS:
        raise InputError(surveys_texts.TOO_MANY.format(name=name, count=len(body), most=MOST_ANSWERS))
    wide = len(raw)
    for number, cells in body:
        if any(cells[wide:]):
            raise InputError(surveys_texts.ROW_TOO_WIDE.format(name=name, row=number))
    padded = [(*cells[:wide], *[""] * (wide - len(cells))) for _, cells in body]
    places = [at for at in range(wide) if raw[at].translate(_UNSEEN).strip() or any(row[at] for row in padded)]
    headings = clean_headings([raw[at] or surveys_texts.COLUMN.format(number=at + 1) for at in places])
    return SurveyTable(name, tuple(headings), tuple(tuple(row[at] for at in places) for row in padded),
                       tuple(number for number, _ in body))


def clean_headings(raw: Sequence[str]) -> list[str]:
    """Return headings on one line, without marks that are not seen and without numbers that a service has put after.

    A number stays where it may be the question's own: it goes where the rest is another heading, or ends a sentence.
    """
    plain = [" ".join(_SPELT_BREAK.sub(" ", one.translate(_UNSEEN)).split()) for one in raw]
    known = {fold(one) for one in plain}
    return [_unnumbered(one, known) for one in plain]


def _unnumbered(heading: str, known: set[str]) -> str:
    found = _NUMBERED.match(heading)
    if found is None:
        return heading
    base = found["base"].rstrip()
    return base if base[-1] in _ENDS or fold(base) in known else heading


def unnumbered(heading: str) -> str:
    """Return a heading without a number after it, whether or not that may be its own."""
    found = _NUMBERED.match(heading)
    return found["base"].rstrip() if found is not None else heading


def statements(headings: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return the columns that are statements under a question, by place: the question and the statement.

    Services write `Fråga.Påstående` or `Fråga [Påstående]`, a column for each. A dot alone says nothing: the question
    before it has to stand in two columns or more.
    """
    found: dict[int, tuple[str, str]] = {}
    dotted: dict[int, list[tuple[str, str]]] = {}
    for place, heading in enumerate(headings):
        if (inside := _IN_BRACKETS.match(heading)) is not None:
            found[place] = inside[1], inside[2].strip()
        else:
            dotted[place] = [(heading[:dot.start()], heading[dot.end():]) for dot in _AFTER_DOT.finditer(heading)]
    common = Counter(question for pairs in dotted.values() for question in {one for one, _ in pairs})
    for place, pairs in dotted.items():
        shared = [pair for pair in pairs if common[pair[0]] > 1 and len(pair[1]) > 1]
        if shared:
            found[place] = max(shared, key=lambda pair: common[pair[0]])
    return found
