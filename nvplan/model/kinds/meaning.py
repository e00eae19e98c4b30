"""What a person means by what is written for a choice: its words in another form, and several in one cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Option

#: Signs that people put where they tick.
TICKS = ("✓", "✔", "☑", "☒", "√", "✗", "✘", "[x]", "(x)", "⊠")
#: What may stand around a word without changing it: quotes, a full stop, an exclamation mark.
_AROUND = " \t\"'.!:;,"
#: Endings by gender, number and tense, the longest first: «uppfyllt», «uppfylld» and «uppfyllda» are the same answer.
_ENDINGS = ("ade", "na", "en", "et", "at", "ad", "da", "ta", "a", "t", "d")
_LEAST_STEM = 3
_NEGATION = {"ej": "inte"}
_HYPHENS = re.compile(r"[-/]")
#: What stands between values in one cell: a sign, «och», or nothing but a blank.
_BETWEEN = re.compile(r"\s*[,;/&+]\s*(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+|\s+")
_MOST_BETWEEN = 100
_BULLETS = "•·*–- \t"


def words_of(option: Option) -> tuple[str, ...]:
    """Return everything that an option is known by: its id, its label, former ones, and what people write for it."""
    return option.id, option.label, *option.former, *option.also


def option_meant(options: Sequence[Option], typed: str) -> Option | None:
    """Return the option that is written, also in another form of its words; None where it is none, or might be two."""
    wanted = fold(typed.strip())
    exact = next((option for option in options if wanted in map(fold, words_of(option))), None)
    if exact is not None or not wanted:
        return exact
    stems = _stems(typed)
    alike = [option for option in options if stems and stems in map(_stems, words_of(option))]
    return alike[0] if len(alike) == 1 else None


def _stems(text: str) -> tuple[str, ...]:
    """Return the words without what changes with gender, number and how they are spelt together."""
    words = _HYPHENS.sub("", fold(text).strip(_AROUND)).split()
    return tuple(_stem(_NEGATION.get(word, word).strip(_AROUND)) for word in words)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            bare = word.removesuffix(ending)
            return bare.removesuffix("d") if ending == "t" and bare.endswith("d") else bare
    return word


def pieces(text: str, read: Callable[[str], object]) -> Iterator[str]:
    """Yield the values in a cell, one a line or with a comma, a semicolon, «och» or a blank between.

    The longest piece that can be read is one value, so that a comma or a blank inside a value does not split it. `read`
    raises an InputError for what is no value; where a line cannot be read so, the whole line comes, for the message to
    quote.
    """
    for line in text.split("\n"):
        bare = line.strip().lstrip(_BULLETS).strip()
        if bare:
            few = len(_BETWEEN.findall(bare)) <= _MOST_BETWEEN
            yield from (few and _split(bare, read)) or [bare]


def _split(line: str, read: Callable[[str], object]) -> list[str] | None:
    """Return the line as values, None where some part of it is none."""
    ends = [(match.start(), match.end()) for match in _BETWEEN.finditer(line)]
    for start, end in [(len(line), len(line)), *reversed(ends)]:
        piece = line[:start].strip()
        if not piece or not _reads(piece, read):
            continue
        rest = line[end:].strip()
        after = _split(rest, read) if rest else []
        if after is not None:
            return [piece, *after]
    return None


def _reads(piece: str, read: Callable[[str], object]) -> bool:
    try:
        read(piece)
    except InputError:
        return False
    return True
