"""What is written beside boxes: at one that is ticked the tick counts, and what stands beside it is told.

At one that nobody has ticked it is told too, for a tick would have taken it along.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nvplan.model.collation import fold
from nvplan.model.document import Cell
from nvplan.model.question import Question
from nvplan.services.writing.returned.exported import plain
from nvplan.services.writing.returned.form import Given
from nvplan.services.writing.returned.found import Found
from nvplan.texts import common as common_texts
from nvplan.texts import returned as returned_texts


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
    if not label or told[len(label):].lstrip().startswith(":"):  # «Annan: logopeder» is an answer with words of its own
        return line, ""
    return label, told[len(label):].strip(" ,;.–—-")


def _begins(line: str, label: str) -> bool:
    return fold(line[:len(label)]) == fold(label) and not line[len(label):][:1].isalnum()


def _as_ticked(cell: Cell, given: Given) -> Given:
    """Return a field as its ticks say, without what is written beside them."""
    lines = [_beside(cell, given, line) for line in given.text.split("\n")]
    return replace(given, value="\n".join(line for line, _ in lines)) if any(rest for _, rest in lines) else given


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
