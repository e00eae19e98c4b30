"""Merges what a person has changed in an object with what others have changed in it since, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from nvplan.model.county import Actor
from nvplan.model.objects import ACTOR_TYPE, TYPES
from nvplan.services.writing.list_merging import merged_words
from nvplan.store.journal import Body


@dataclass
class Merged:
    """What is to be written, and the fields that both have changed: what stands there now and what the person wants."""

    fields: dict[str, Any] = field(default_factory=dict)
    conflicts: dict[str, tuple[Any, Any]] = field(default_factory=dict)


def merge_fields(kind: str, before: Body, given: Mapping[str, Any], seen: Mapping[str, Any]) -> Merged:
    """Return what of the given fields to write over the stored document.

    Args:
        kind: the type of object.
        before: the document as it stands on disk.
        given: what the person gave, read.
        seen: what the person had before them, field by field; a field that is left out is written without looking.
    """
    merged = Merged()
    for name, wanted in given.items():
        if name not in seen:
            merged.fields[name] = wanted
            continue
        try:
            saw, stored, ours = (as_value(kind, name, one) for one in (seen[name], before.get(name), wanted))
        except ValidationError:  # what the person gave does not fit; the model says so in its own words
            merged.fields[name] = wanted
            continue
        if ours in (saw, stored):
            continue
        if stored == saw:
            merged.fields[name] = wanted
        elif isinstance(ours, tuple) and all(isinstance(word, str) for word in (*saw, *stored, *ours)):
            merged.fields[name] = tuple(merged_words(saw, stored, ours))
        else:
            merged.conflicts[name] = (stored, ours)
    return merged


def as_value(kind: str, name: str, value: Any) -> Any:
    """Return a field's value as the model has it, however it was written; nothing given is the field's default.

    Raises:
        pydantic.ValidationError: the value does not fit the field.
    """
    adapter, default = _field(kind, name)
    if value is None or value in ("", [], ()) or (isinstance(value, str) and not value.strip()):
        return default
    return adapter.validate_python(value)


@cache
def _field(kind: str, name: str) -> tuple[TypeAdapter[Any], Any]:
    model = Actor if kind == ACTOR_TYPE else TYPES[kind]
    info = model.model_fields[name]
    annotated: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return TypeAdapter(annotated), None if info.is_required() else info.get_default()
