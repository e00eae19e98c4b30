"""Tells what taking in a file does: a row for each place that differs, and sentences on the whole."""

from __future__ import annotations

from typing import NamedTuple

from nvplan.model.safetext import one_line
from nvplan.services.exchange.importing import Imported
from nvplan.services.writing.returned.accounting import Place
from nvplan.services.writing.settling import Key
from nvplan.store.journal import GATHERED, FieldChange
from nvplan.texts import batch as batch_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts
from nvplan.texts import taking_in as taking_in_texts

#: So many places share a reason in one sentence; more would be a sentence that nobody reads to its end.
_MOST_TOGETHER = 4


class ToldField(NamedTuple):
    """A row: what happens with the field, what it is called, what stands here and what the file says, whole.

    Where the file's text is not taken in, the reason stands in place of ours.
    """

    kind: str
    place: str
    ours: str
    theirs: str
    leads_to: str = ""
    """The field's place in the plan, empty where it has none."""
    row: int = 0
    """The row's number in its sheet where it can be taken in as new, otherwise 0."""
    clash: Key | None = None
    """The field that both have written, where a person can say whose words stand."""


def fields_told(found: Imported, *, preview: bool) -> list[ToldField]:
    """Return the places: in a preview all of them, otherwise those that are left to a person."""
    account = found.account
    return [_told(one) for one in ([*account.taken, *account.left, *account.settled] if preview else account.left)]


def _told(one: Place) -> ToldField:
    ours = one.ours if not one.reason else f"{one.ours}. {one.reason}" if one.ours else one.reason
    return ToldField(one.told_kind, one_line(one.where), one_line(ours), one_line(one.text), one.leads_to,
                     one.row if one.choice == "new_row" else 0, one.clash)


def taken_told(found: Imported) -> list[ToldField]:
    """Return what is taken in, or would be."""
    return [_told(one) for one in found.account.taken]


def left_told(found: Imported) -> list[str]:
    """Return a sentence for what is not taken in: where, what stands there, whole, why; of a clash both.

    A few places after each other that are left for the same reason stand in one sentence, with the reason once.
    """
    told: list[str] = []
    alike: list[Place] = []
    for one in [*found.account.left, None]:
        if alike and (one is None or _is_clash(one) or one.reason != alike[0].reason or len(alike) == _MOST_TOGETHER):
            told.append(returned_texts.quoted([(one_line(each.where), one_line(each.text)) for each in alike],
                                              alike[0].reason))
            alike = []
        if one is not None and _is_clash(one):
            told.append(returned_texts.CLASH.format(where=one_line(one.where), ours=one_line(one.ours),
                                                    theirs=one_line(one.text), reason=one.reason))
        elif one is not None:
            alike.append(one)
    return told


def _is_clash(one: Place) -> bool:
    return one.kind == store_texts.MERGE_KINDS["contradicts"]


def sentences_told(found: Imported, *, preview: bool) -> list[str]:
    """Return the three numbers, or that nothing differs, and what is told beside."""
    account = found.account
    if not account.total:
        return [returned_texts.NOTHING_NEW.format(name=found.name), *found.notes]
    counts = (len(one) for one in (account.taken, account.refused, account.unclear, account.settled))
    numbers = returned_texts.counted(*counts, preview=preview)
    return [numbers, *found.notes]


def clash_places(found: Imported) -> list[str]:
    """Return the places where both have written, as the command line names them."""
    return [_named(one.change) for one in found.proposals if one.kind == "contradicts"]


def _named(change: FieldChange) -> str:
    if change["table"] in GATHERED and change["path"]:
        return f"{change['path'][-1]}@{change['id'].rpartition('@')[2]}"
    return change["id"]


def choices_told(found: Imported) -> list[str]:
    """Return which choices the person has, as options of the command."""
    rows = {one.row: one.outcome for one in found.account.left if one.choice == "new_row"}
    posts = sorted(row for row, outcome in rows.items() if outcome == "refused")
    told = [returned_texts.CHOICE_NEW.format(rows=",".join(map(str, posts)))] if posts else []
    if len(posts) < len(rows):  # what looks like a note is no example of a post
        told.append(returned_texts.CHOICE_NOTE)
    if any(one.choice == "by_title" for one in found.account.left):
        told.append(returned_texts.CHOICE_TITLE)
    clashes = clash_places(found)
    return [*told, batch_texts.CLASHES.format(place=clashes[0])] if clashes else told


def planner_choices_told(found: Imported) -> list[str]:
    """Return which choices the person has, as keys of the planner."""
    told = [taking_in_texts.CHOICE_NEW] if any(one.choice == "new_row" for one in found.account.left) else []
    if any(one.choice == "by_title" for one in found.account.left):
        told.append(taking_in_texts.CHOICE_TITLE)
    return [*told, taking_in_texts.CHOICE_CLASH] if clash_places(found) else told
