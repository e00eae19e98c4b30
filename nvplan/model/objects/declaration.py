"""How a type of shared object is declared, once, beside its model: fields, columns, key, owner, how long it lives.

What it and its fields are called stands in nvplan.texts; a test holds every type against them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.model.kinds.field import ObjectKind, Target

#: Where a type is printed: in a part of a document that is written for it, in the list that the plan documents have of
#: every other type, or nowhere.
Printed = Literal["own", "list", "never"]


@dataclass(frozen=True)
class ObjectField:
    """A field of a type: its kind, and the codes or objects that it chooses among.

    Whether it is required and whether it holds several is what the model says.
    """

    name: str
    kind: ObjectKind
    codes: str = ""
    """For `val` and `flerval`: the code list, in data/kodlistor.jsonl or nvplan.texts.options."""
    target: Target | None = None
    """For `referens`: what it points at."""
    unit: str = ""
    system: bool = False
    """Whether the program writes it and a person only reads it."""
    inside: bool = False
    """Whether it stays in the plan: no document carries it with it."""
    retired: bool = False
    """Whether the fact has its place elsewhere now. What an older file has here is shown, and can only be emptied."""


@dataclass(frozen=True)
class Owner:
    """Whose an object is, and who may therefore be shown it and be given it in a part of the plan.

    An object belongs to the actor that `field` names. It may leave in that actor's part of the plan and in no other's.
    """

    field: str = ""
    """The field with the actor; empty where the object is nobody's in particular."""
    taking_part: tuple[str, ...] = ()
    """Fields with actors that see it beside its own."""
    open_to_all: bool = True
    """Whether what belongs to no actor is the whole county's, so that every actor is shown it."""

    def shows(self, one: Any, actor: str) -> bool:
        """Whether an object is part of what this actor sees."""
        whose = getattr(one, self.field) if self.field else ""
        taking_part = [other for name in self.taking_part for other in getattr(one, name)]
        if actor == whose or actor in taking_part:
            return True
        return self.open_to_all and not (whose if self.field else taking_part)

    def is_whose(self, body: Mapping[str, Any], *actors: str) -> bool:
        """Whether a stored document is the actor's own, and so leaves in its part; `actors` are its id and name."""
        whose = body.get(self.field) if self.field else None
        return bool(whose) and whose in actors


#: What nobody but the county itself is shown.
COUNTY_ALONE = Owner(open_to_all=False)


@dataclass(frozen=True)
class Key:
    """What an object of the type is about, where there is one a key: its id says so."""

    fields: tuple[str, ...]
    make: Callable[..., str]
    """Returns the id for the values of the fields."""
    read: Callable[[str], Mapping[str, str]] = lambda identity: {}
    """Returns the values that can be read out of an id."""


@dataclass(frozen=True, kw_only=True)
class ObjectType:
    """Everything about a type of shared object that is not its words."""

    name: str
    """On the command line, in places and as the table in the file."""
    fields: tuple[ObjectField, ...]
    """In the order of a form."""
    columns: tuple[str, ...]
    """The fields of its list, the most important first: where room is short the last ones give way."""
    owner: Owner
    follows: bool
    """Whether it outlives the year and comes along to next year's plan, to be confirmed."""
    each_year: bool = False
    """Whether someone has to say each year, in a plan of several, that it still holds: what has a state or a standing
    does, what was measured or decided does not."""
    called: tuple[str, ...] = ("title",)
    """The fields that say what one is called: the first that is filled in."""
    facets: tuple[str, ...] = ()
    """The coded fields that its list can be narrowed down by."""
    open_facets: tuple[str, ...] = ()
    """Facets in which an object that says nothing belongs everywhere: a hinder in no plan is one for every plan."""
    short: tuple[str, ...] = ()
    """The fields that are enough to begin with, in their order: a new one is asked for these, and the rest on demand.
    Empty where a new one is asked for everything."""
    watched: tuple[str, ...] = ()
    """Coded fields whose changes the object remembers in its history."""
    later: tuple[str, ...] = ()
    """Fields that the forms of 0.1.0 did not have: where none of them is in a returned form, nobody took them away."""
    key: Key | None = None
    stamped: bool = False
    """Whether the program notes in `role` and `date` who wrote it last and when."""
    listed: bool = True
    """Whether it has a list of its own in the planner."""
    printed: Printed = "list"


# -- fields ----------------------------------------------------------------------------------------------------------
def text(name: str, *, system: bool = False, inside: bool = False) -> ObjectField:
    """Declare a text on one line, or several such."""
    return ObjectField(name, "text", system=system, inside=inside)


def long_text(name: str) -> ObjectField:
    """Declare a text with line breaks."""
    return ObjectField(name, "langtext")


def number(name: str, unit: str = "", *, retired: bool = False) -> ObjectField:
    """Declare a number in a unit."""
    return ObjectField(name, "tal", unit=unit, retired=retired)


def date(name: str, *, system: bool = False, retired: bool = False) -> ObjectField:
    """Declare a day or a month."""
    return ObjectField(name, "datum", system=system, retired=retired)


def choice(name: str, codes: str, *, system: bool = False) -> ObjectField:
    """Declare one of the codes of a list."""
    return ObjectField(name, "val", codes, system=system)


def several(name: str, codes: str, *, system: bool = False) -> ObjectField:
    """Declare any of the codes of a list."""
    return ObjectField(name, "flerval", codes, system=system)


def refer(name: str, target: Target) -> ObjectField:
    """Declare a reference to something else, or several."""
    return ObjectField(name, "referens", target=target)
