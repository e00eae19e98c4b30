"""The fields of the shared objects with their words and codes: forms, tables and documents are generated from here."""

import re
from collections.abc import Mapping
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel

from nvplan.catalog.location import remembered
from nvplan.catalog.reference import code_lists
from nvplan.model.county import Actor
from nvplan.model.kinds.field import Field, ObjectKind, Option, Target
from nvplan.model.objects import ABOUT, ACTOR_TYPE, TYPES
from nvplan.model.objects.declaration import ObjectField
from nvplan.texts import fields as fields_texts
from nvplan.texts import options as options_texts

#: The unit of an amount of money, and the field that says what an object is called.
KRONOR, _NAME = "kr", "title"
_NUMBER_ALONE = re.compile(r"[\d\s.,]*\d[\d\s.,]*(kr|kronor|kkr|tkr|mkr|mnkr)?\.?", re.IGNORECASE)


class FieldSpec(Field):
    """One field of a shared object: what it is called, what it takes and where its values come from."""

    kind: ObjectKind
    help: str = ""
    codes: str = ""
    """For `val` and `flerval`: the code list, in data/kodlistor.jsonl or nvplan.texts.options."""
    target: Target | None = None
    """For `referens`: what it points at; services.object_references has the choices."""
    many: bool = False
    """Whether it holds a list: of texts, one a line, of codes, or of references."""
    whole: bool = False
    """Whether a number in it is a whole one: how many, a place in an order, a year."""
    system: bool = False
    """Whether the program writes it and a person only reads it."""
    inside: bool = False
    """Whether it stays in the plan: no document carries it with it."""
    retired: bool = False
    """Whether the fact has its place elsewhere now: what an older file has here is shown, and can only be emptied."""

    @property
    def name(self) -> str:
        """What the model calls it."""
        return self.id

    @property
    def is_year(self) -> bool:
        """Whether it holds a year, as `year` or `baseline_year` does."""
        return self.whole and self.name.rpartition("_")[2] == "year"

    @property
    def points_at(self) -> Target | None:
        """What a reference points at; nothing for other kinds."""
        return self.target


@remembered
def code_options(codes: str) -> tuple[Option, ...]:
    """Return the codes of a list with their words and meanings.

    Raises:
        KeyError: neither data/ nor the program has such a list.
    """
    known = code_lists().get(codes)
    if known is not None:
        return tuple(Option(id=code.id, label=code.label, help=code.meaning, former=code.former, also=code.also)
                     for code in known.codes)
    former = options_texts.FORMER_OPTIONS.get(codes, {})
    return tuple(Option(id=code, label=label, former=former.get(code, ()))
                 for code, label in options_texts.OPTIONS[codes].items())


@cache
def fields(kind: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a type of shared object, in the order of a form.

    Raises:
        KeyError: there is no such type.
    """
    words = fields_texts.FIELDS[kind]
    return tuple(_with_words(kind, one, *words[one.name]) for one in ABOUT[kind].fields)


def _with_words(kind: str, one: ObjectField, label: str, help_text: str) -> FieldSpec:
    model: type[BaseModel] = Actor if kind == ACTOR_TYPE else TYPES[kind]
    stored = model.model_fields[one.name]
    return FieldSpec(
        id=one.name, label=label, former=fields_texts.FORMER.get(kind, {}).get(one.name, ()),
        kind=one.kind, help=help_text, options=code_options(one.codes) if one.codes else (),
        codes=one.codes, target=one.target, unit=one.unit, system=one.system, inside=one.inside, retired=one.retired,
        whole=_is_whole(stored.annotation), required=stored.is_required(), many=get_origin(stored.annotation) is tuple,
    )


def _is_whole(annotation: object) -> bool:
    """Whether a model's field holds an int, also where it may be empty."""
    return annotation is int or any(map(_is_whole, get_args(annotation)))


@cache
def fields_by_name(kind: str) -> Mapping[str, FieldSpec]:
    """Return the fields of a type by name."""
    return {spec.name: spec for spec in fields(kind)}


def amount_meant(kind: str, name: str, text: str) -> FieldSpec | None:
    """Return where an amount is written, when what is given as a heading is only a number; None where it is not."""
    if name != _NAME or not _NUMBER_ALONE.fullmatch(text.strip()):
        return None
    return next((spec for spec in fields(kind) if spec.unit == KRONOR), None)


def kinds() -> tuple[str, ...]:
    """Return every type that a person edits, actors included, in the order in which they are told."""
    return tuple(ABOUT)
