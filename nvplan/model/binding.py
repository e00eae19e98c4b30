"""Which shared object holds what a question asks for: the fact stands there alone, and the question reads it there.

A binding is data (data/bindningar.jsonl). A question is bound to one field of the object that matches; a table is bound
to several objects, a row each. How the object is found and filled in stands in nvplan.model.bound.
"""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from collections.abc import Mapping
from typing import Any

from nvplan.model.base import Frozen

#: In a binding's values: the id of the actor that answers, and what the actor is called.
ACTOR, ACTOR_NAME = "{actor}", "{name}"
#: In what a table's other rows say: what the row is called.
HEADING = "{heading}"
#: What a field holds where nothing is given.
EMPTY: tuple[Any, ...] = (None, "", (), [])


class Binding(Frozen):
    """Where a question's fact is kept."""

    question: str
    type: str
    """The type of shared object."""
    id: str = ""
    """The id of the one that the question adds where none matches; a table's rows have a number after it."""
    match: Mapping[str, str] = {}
    """What the object says in these fields; a new one gets them. `{actor}` is the one that answers."""
    title: str = ""
    """What a new object is called; a table's rows are called what stands in their first column."""
    fill: Mapping[str, str] = {}
    """What a new object gets beside."""
    latest: str = ""
    """A field with a date: where several match, the one that has the latest counts."""
    field: str = ""
    """The field that holds the answer; empty for a table."""
    codes: Mapping[str, str] = {}
    """The field's code by the question's option, where they differ; for a table those of its cells."""
    complete: tuple[str, ...] = ()
    """For a step that shows a register: the fields that a whole entry has. For a question that is bound to one field:
    the others that belong to the answer."""
    whole_when: tuple[str, ...] = ()
    """For a choice: the options with which those others are to be there too."""
    columns: Mapping[str, str] = {}
    """For a table: the field of each column but the first, which is the object's title."""
    rows: Mapping[str, Mapping[str, str]] = {}
    """For a table: what an object of the row with this heading says, and a new one gets; for a register: the entries
    that must be there."""
    extra: Mapping[str, str] = {}
    """For a table: what an object of any other row says, and a new one gets."""
    needs: Mapping[str, Mapping[str, str]] = {}
    """What an object must say in one field (the inner name) as soon as another (the outer) holds anything."""
    share: str = ""
    """A field that holds the part of the whole in per cent, worked out as long as nobody has written another value."""
