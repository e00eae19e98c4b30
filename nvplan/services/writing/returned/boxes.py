"""What is written beside boxes and after answers: the tick or the answer counts, and what stands beside it is told.

At a box that nobody has ticked it is told too, for a tick would have taken it along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from nvplan.model.collation import fold
from nvplan.model.document import Cell
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.question import Question
from nvplan.services.writing.returned.exported import plain
from nvplan.services.writing.returned.form import Given
from nvplan.services.writing.returned.found import Found
from nvplan.texts import choices as choices_texts
from nvplan.texts import common as common_texts
from nvplan.texts import returned as returned_texts

#: What stands between an answer and what is written after it, and what may stand around that.
_AFTER_ANSWER, _BETWEEN = re.compile(r"\s*[,;.:(\n–—]\s*|\s+-\s+"), " ,;.:–—-()"
_OWN_WORDS = choices_texts.OPTION_WITH_WORDS
#: What stands between several answers in a cell, where each may have something after it.
_BETWEEN_ANSWERS = re.compile(r"[;\n]")
#: So many places where an answer may end are tried in a cell; an answer is a word of so many letters at least.
_MOST_ENDS, _LEAST_LETTERS = 20, 2


class Answered(NamedTuple):
    """What stands in a cell as its field takes it, and after which of its answers something else is written."""

    text: str
    beside: tuple[tuple[str, str], ...]


def answers_and_words(text: str, asked: Field, read: Callable[[str], object]) -> Answered | None:
    """Return what a cell of a choice answers, apart from what is written after the answers; None where it is no answer.

    Args:
        text: what stands in the cell, which cannot be read as it stands.
        asked: the question or the field of an object.
        read: reads an answer; raises an InputError for what is none.
    """
    if not kind_of(asked).is_chosen:
        return None
    several = kind_of(asked).is_counted
    if not several and len([line for line in text.split("\n") if _reads(line.strip(), read)]) > 1:
        return None
    parts = [part.strip() for part in (_BETWEEN_ANSWERS.split(text) if several else [text]) if part.strip()]
    found = [(part, "") if _reads(part, read) else _answer_and_words(part, read) for part in parts]
    told = [one for one in found if one is not None]
    if not told or len(told) < len(found):
        return None
    return Answered("\n".join(answer for answer, _ in told), tuple((answer, words) for answer, words in told if words))


def _answer_and_words(text: str, read: Callable[[str], object]) -> tuple[str, str] | None:
    """Return an answer to a choice and what is written after it in the same cell: «Ja, men inte alla».

    The longest answer that can be read counts. Words after an option that takes such are a part of the answer; a
    second answer after the first leaves open which is meant.
    """
    for end in reversed(list(_AFTER_ANSWER.finditer(text))[:_MOST_ENDS]):
        answer, words = text[:end.start()].strip(), text[end.end():].strip(_BETWEEN)
        if sum(letter.isalpha() for letter in answer) < _LEAST_LETTERS or not _reads(answer, read):
            continue
        whole = _OWN_WORDS.format(option=answer, words=" ".join(words.split()))
        if words and _reads(whole, read):
            return whole, ""
        return None if any(_reads(part, read) for part in _AFTER_ANSWER.split(words)) else (answer, words)
    return None


def _reads(text: str, read: Callable[[str], object]) -> bool:
    try:
        return bool(text) and read(text) is not None
    except InputError:
        return False


def has_two(question: Question, text: str) -> bool:
    """Tell whether two or more boxes are ticked at a question with one answer."""
    ticked = [fold(plain(line)) for line in text.split("\n") if plain(line)]
    labels = {fold(option.label) for option in question.options} or {fold(common_texts.YES), fold(common_texts.NO)}
    return len(ticked) > 1 and labels.issuperset(ticked)


def _beside(cell: Cell, given: Given, line: str) -> tuple[str, str]:
    """Return what a ticked line is the box of, and what somebody has written after that; all of it where it is no box.

    Only beside boxes: in a cell where one types a sentence may begin as an option does and mean something else.
    """
    offered = [*cell.boxes, *cell.choices]
    if not given.unticked or plain(line) in offered:
        return line, ""
    told = plain(line)
    label = max((one for one in offered if _begins(told, one)), key=len, default="")
    after = told[len(label):]
    if not label or after.lstrip().startswith(":"):  # «Annan: logopeder» is an answer with words of its own
        return line, ""
    rest = after.strip(_BETWEEN)
    return (_OWN_WORDS.format(option=label, words=rest), "") if label in cell.own and rest else (label, rest)


def _begins(line: str, label: str) -> bool:
    return fold(line[:len(label)]) == fold(label) and not line[len(label):][:1].isalnum()


def _as_ticked(cell: Cell, given: Given) -> Given:
    """Return a field as its ticks say, without what is written beside them."""
    lines = [_beside(cell, given, line) for line in given.text.split("\n")]
    text = "\n".join(line for line, _ in lines)
    return replace(given, value=text) if any(rest for _, rest in lines) or text != given.text else given


def newly_ticked(cell: Cell, given: Given) -> Given:
    """Return a field with one answer without the tick that it went out with, where one other box is ticked beside it.

    Who changes an answer ticks the new box and may leave the old one as it was.
    """
    given = _as_ticked(cell, given)
    ticked = [line for line in given.text.split("\n") if plain(line)]
    new = [line for line in ticked if fold(plain(line)) != fold(plain(cell.text))]
    if not cell.choices or not cell.text or len(ticked) != 2 or len(new) != 1:
        return given
    return replace(given, value=new[0])


def ticked_told(cell: Cell, given: Given) -> str:
    """Return what stands in a cell as it is told: boxes that are ticked with a semicolon between them."""
    text = plain(given.text)
    return text.replace("\n", "; ") if cell.boxes or cell.choices else text


def tell_beside_boxes(found: Found, cell: Cell, given: Iterable[tuple[str, Given]]) -> None:
    """List what stands beside boxes, ticked or not, and was not there when the form went out.

    Args:
        found: where it is listed.
        cell: the field as it was written out.
        given: what stands in it now, with what its place is called.
    """
    labels = {fold(plain(one)) for one in (*cell.boxes, *cell.choices)}
    for place, one in given:
        for _, rest in (_beside(cell, one, line) for line in one.text.split("\n")):
            if rest:
                found.unclear(place, rest, returned_texts.BESIDE_TICK)
        for text in one.unticked:
            told = plain(text)
            if told and fold(told) not in labels:
                found.unclear(place, told, returned_texts.BESIDE_BOX)
