"""Tells what taking in a file does: a row for each field, and sentences on the whole."""

from __future__ import annotations

from typing import NamedTuple

from nvplan.files.importing import Imported
from nvplan.model.safetext import one_line
from nvplan.services.reading.change_log import show_change_value
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts

_LONGEST = 400


class ToldField(NamedTuple):
    """A row: what happens with the field, what it is called, what stands here and what the file says.

    Where the file cannot be read, the reason stands in place of ours.
    """

    kind: str
    place: str
    ours: str
    theirs: str
    leads_to: str = ""
    """The field's place in the plan, empty where it has none."""


def fields_told(found: Imported, *, preview: bool) -> list[ToldField]:
    """Return the fields: in a preview all of them, otherwise those that are left to a person."""
    return [ToldField(store_texts.MERGE_KINDS[one.kind], one_line(one.place, _LONGEST),
                      one_line(show_change_value(one.change, "before"), _LONGEST) or store_texts.NO_VALUE,
                      one_line(show_change_value(one.change, "after"), _LONGEST) or store_texts.NO_VALUE, one.leads_to)
            for one in found.proposals if preview or one.kind == "contradicts"]


def unread_told(found: Imported) -> list[ToldField]:
    """Return what could not be read, and why."""
    return [ToldField(returned_texts.UNREAD_KIND, one_line(one.place, _LONGEST), one.reason,
                      one_line(one.text, _LONGEST)) for one in found.unread]


def sentences_told(found: Imported, *, preview: bool) -> list[str]:
    """Return what was done, or would be done, and what is left."""
    left = sum(one.kind == "contradicts" for one in found.proposals)
    told = []
    if found.proposals:
        added = sum(one.kind == "adds" for one in found.proposals)
        told.append(store_texts.merged(added, len(found.proposals) - added - left, left, preview=preview))
    elif not found.leaves_something:
        told.append(store_texts.MERGE_NOTHING.format(name=found.name))
    if found.unread:
        told.append(returned_texts.unread_told(len(found.unread)))
    return [*told, *found.notes]
