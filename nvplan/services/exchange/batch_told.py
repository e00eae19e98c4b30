"""Tells what taking in several files did: a row for each, what was left, who has sent several and who is missing."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.plan import PlanState
from nvplan.services.exchange.batch import Batch, Taken
from nvplan.services.exchange.import_told import ToldField, clash_places, fields_told
from nvplan.services.exchange.import_told import left_told as left_of
from nvplan.services.reading.guide import actor_name
from nvplan.texts import batch as batch_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import taking_in as taking_in_texts

#: So many actors that have sent several files are told one by one.
_MOST_TWICE = 1


def rows_told(batch: Batch, state: PlanState) -> list[list[str]]:
    """Return a row for each file: whose it is, what it is called, and the three numbers."""
    return [[_whose(one, state), one.name, *(str(number) for number in one.numbers)] for one in batch.files]


def _whose(one: Taken, state: PlanState) -> str:
    return actor_name(state, one.actor) if one.actor else batch_texts.UNKNOWN_ACTOR


def left_told(batch: Batch, state: PlanState) -> list[str]:
    """Return a sentence for each place that is not taken in, and for each file that could not be, with its name."""
    told = []
    for one in batch.files:
        if one.fault:
            told.append(batch_texts.FILE_FAULT.format(name=one.name, fault=one.fault))
        elif one.found is not None:
            name = batch_texts.OF_ACTOR.format(actor=_whose(one, state), name=one.name) if one.actor else one.name
            told += [batch_texts.FILE_FAULT.format(name=name, fault=sentence) for sentence in left_of(one.found)]
    return told


def sentences_told(batch: Batch, state: PlanState, *, preview: bool, by_command: bool = True) -> list[str]:
    """Return what is told of the files as a whole: notes, several from one actor, clashes, and who is missing."""
    told = [batch_texts.counted(len(batch.files), sum(bool(one.fault) for one in batch.files), preview=preview)]
    told += [batch_texts.FILE_FAULT.format(name=one.name, fault=note)
             for one in batch.files if one.found is not None for note in one.found.notes]
    twice = {actor_name(state, actor): names for actor, names in batch.twice.items()}
    if len(twice) > _MOST_TWICE and not by_command:
        told.append(batch_texts.several_twice(list(twice)))
    else:
        told += [batch_texts.twice(name, names) for name, names in twice.items()]
    settled = sum(len(one.found.account.settled) for one in batch.files if one.found is not None)
    told += [returned_texts.kept(settled).strip()] if settled else []
    clashes = [place for one in batch.files if one.found is not None for place in clash_places(one.found)]
    told += [batch_texts.CLASHES.format(place=clashes[0])] if clashes and by_command else []
    missing, incomplete = ([one.actor.name for one in found] for found in (batch.missing, batch.incomplete))
    told += [batch_texts.incomplete(incomplete)] if incomplete and not preview else []
    if missing:
        return [*told, batch_texts.missing(missing)]
    return told if incomplete or preview else [*told, batch_texts.NOTHING_LEFT]


def places_told(batch: Batch, state: PlanState, *, preview: bool) -> Sequence[ToldField]:
    """Return a row for each file with its three numbers, below it what is left, and last what would be taken in.

    A file's fault is a row too. What would be taken in is told in a preview alone, with whose it is before the place.
    """
    rows: list[ToldField] = []
    taken: list[ToldField] = []
    for one in batch.files:
        whose = _whose(one, state) if one.actor else one.name
        if one.found is None:
            rows.append(ToldField(batch_texts.FAULT, one.name, one.fault, ""))
            continue
        named = batch_texts.OF_ACTOR.format(actor=whose, name=one.name) if one.actor else one.name
        numbers = taking_in_texts.of_file(*map(str, one.numbers), preview=preview)
        rows.append(ToldField(batch_texts.FILE, named, numbers, ""))
        told, left = fields_told(one.found, preview=preview), len(one.found.account.left)
        shown = [row._replace(place=batch_texts.ROW.format(actor=whose, place=row.place), row=0) for row in told]
        first = len(one.found.account.taken) if preview else 0
        rows += shown[first:first + left]
        taken += [*shown[:first], *shown[first + left:]]
    return [*rows, *taken]

