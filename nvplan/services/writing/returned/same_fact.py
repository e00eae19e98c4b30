"""A fact that a form asks for in two places: as a question, and as a field of the object that holds its answer.

What stands in one place alone is what the person says. Where both have been filled in they have to agree; and a place
that says what it said when the form went out says nothing against the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nvplan.catalog.questions import all_questions
from nvplan.services.reading.bound import fact
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.returned.boxes import newly_ticked
from nvplan.services.writing.returned.columns import QUESTION, fillable_columns, split_key
from nvplan.services.writing.returned.form import Given
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.sheets import SheetRow
from nvplan.texts import documents as documents_texts
from nvplan.texts import returned as returned_texts


class Spot(NamedTuple):
    """A field of a form: the key of its row and the heading of its column."""

    key: str
    title: str


def twins(session: OpenPlan, keys: Iterable[str]) -> dict[Spot, Spot]:
    """Return each field of an object that a question of the same form asks for too, with that question's field.

    Args:
        session: the plan as the form was written out from it.
        keys: the keys of the form's rows.
    """
    there = set(keys)
    found: dict[Spot, Spot] = {}
    for key, kind, name, identity in _held(session, there):
        row = next((one for one in there if split_key(one) == (kind, identity)), "")
        title = next((title for title, field in fillable_columns(kind).items() if field == name), "")
        if row and title:
            found[Spot(row, title)] = Spot(key, documents_texts.ANSWER_LABEL)
    return found


def _held(session: OpenPlan, keys: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the key of each question that an object holds the answer of: the object's type, its field and its id."""
    for key in keys:
        target = split_key(key)
        question = all_questions().get(target[1].rpartition("@")[0]) if target and target[0] == QUESTION else None
        if target is None or question is None or question.bound is None or not question.bound.field:
            continue
        one = fact(question, question.bound, target[1].rpartition("@")[2])
        holders = one.holders(session.state.objects.get(question.bound.type, {}).values())
        if "" in holders:
            yield key, question.bound.type, question.bound.field, str(holders[""].id)


class Standing(NamedTuple):
    """What is to be left alone and what is refused, among fields that ask for the same."""

    silent: frozenset[Spot]
    """They say nothing of their own: the other place speaks, or says the same."""
    repeats: frozenset[Spot]
    """Those of them that say in their own words what the other place says."""
    differ: Mapping[Spot, str]
    """Both places are filled in and say different things: each with that told, as a sentence."""


def said_twice(reader: CellReader, rows: Mapping[str, Sequence[SheetRow]], same: Callable[[str, str, Given], bool]
               ) -> Standing:
    """Return how the fields of a form stand to each other that ask for one fact in two places.

    Args:
        reader: what reads the cells.
        rows: the form's rows by their key.
        same: tells whether a field, by key and heading, says what it said when the form went out.
    """
    exported = reader.was.known_rows
    # What a question holds is no row that a corrected form has lost: it stands in the answer.
    reader.here |= {(kind, identity) for _, kind, _, identity in _held(reader.session, rows)}

    def given(spot: Spot) -> list[Given]:
        return [newly_ticked(exported[spot.key][1][spot.title], one)
                for row in rows[spot.key] for one in row.cells.get(spot.title, ())]

    def changed(spot: Spot) -> bool:
        return any(not same(*spot, one) for one in given(spot))

    silent: set[Spot] = set()
    repeats: set[Spot] = set()
    differ: dict[Spot, str] = {}
    for field, asked in twins(reader.was.then or reader.session, rows).items():
        if not (given(field) and given(asked)):
            continue
        if not changed(field):
            silent.add(field)
        elif not changed(asked):
            silent.add(asked)
        elif _agree(reader, asked, given(asked), field, given(field)):
            silent.add(field)
            repeats.add(field)
        else:
            told = returned_texts.TWO_ANSWERS.format(table=exported[field.key][0].caption)
            differ |= {field: told, asked: told}
    return Standing(frozenset(silent), frozenset(repeats), differ)


def _agree(reader: CellReader, asked: Spot, answers: Sequence[Given], field: Spot, values: Sequence[Given]) -> bool:
    """Tell whether all that is given in both places means the same."""
    question, target = split_key(asked.key), split_key(field.key)
    if question is None or target is None:
        return False
    name = fillable_columns(target[0])[field.title]
    return all(reader.says_the_same(question, one, target, name, other) for one in answers for other in values)
