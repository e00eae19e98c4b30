"""Reads the fields that a person gives a shared object: codes by id or word, references that exist, lists as lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from nvplan.model.collation import nearest
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Target
from nvplan.model.objects import TYPES
from nvplan.model.objects.base import SENTENCE
from nvplan.model.safetext import clean
from nvplan.services.reading.object_fields import FieldSpec, fields_by_name
from nvplan.services.reading.object_references import Documents, by_number, choices, find_choice, near
from nvplan.store.fitting import misfit
from nvplan.texts import objects as objects_texts

#: A field with more items than this is a register, not a field.
_MOST_ITEMS = 500
#: More than this many are no list to read in a sentence.
_MOST_NAMED = 15


def read_fields(kind: str, identity: str, given: Mapping[str, Any], stored: Mapping[str, Any], documents: Documents
                ) -> dict[str, Any]:
    """Return the given fields in the form in which the model takes them; `id` is left out.

    Raises:
        InputError: a field is unknown, is the program's own, or has a value that does not fit; the sentence names it.
    """
    known = fields_by_name(kind)
    read: dict[str, Any] = {}
    for name, value in given.items():
        if name in ("id", "carried"):
            continue
        spec = known.get(name)
        if spec is None:
            close = nearest(name, known)
            raise InputError(
                objects_texts.FIELD_UNKNOWN_NEAR.format(field=name, near=objects_texts.either(close))
                if close
                else objects_texts.FIELD_UNKNOWN.format(field=name)
            )
        if spec.system:
            _leave_alone(spec, value, stored, objects_texts.FIELD_SYSTEM)
            continue
        if spec.retired and value not in (None, ""):
            _leave_alone(spec, str(value), stored, objects_texts.FIELD_ELSEWHERE)
            continue
        read[name] = _read(spec, value, identity if spec.target == kind else "", documents)
    return read


def _leave_alone(spec: FieldSpec, value: Any, stored: Mapping[str, Any], sentence: str) -> None:
    if _bare(value) and _bare(value) != _bare(stored.get(spec.name)):
        raise InputError(sentence.format(field=spec.label))


def _bare(value: Any) -> Any:
    """Return a value without what is empty in it, as the file has it."""
    if isinstance(value, Mapping):
        return {name: one for name, one in value.items() if one not in ("", None)}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value


def _read(spec: FieldSpec, value: Any, own: str, documents: Documents) -> Any:
    if spec.many:
        items = [_one(spec, item, own, documents) for item in _items(spec, value)]
        return tuple(dict.fromkeys(item for item in items if item != ""))
    return _one(spec, value, own, documents)


def _items(spec: FieldSpec, value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, str):
        return clean(value).split("\n")
    if not isinstance(value, list | tuple) or len(value) > _MOST_ITEMS:
        raise InputError(objects_texts.FIELD_NOT_LIST.format(field=spec.label))
    return list(value)


def _one(spec: FieldSpec, value: Any, own: str, documents: Documents) -> Any:
    try:
        return kind_of(spec).take(spec, value, lambda target, text: _reference(target, text, own, documents))
    except InputError as error:
        raise type(error)(objects_texts.FIELD_FAULT.format(field=spec.label, fault=error)) from None


def _reference(target: Target, text: str, own: str, documents: Documents) -> str:
    known = choices(target, documents)
    found = find_choice(known, target, text) or by_number(target, documents, text)
    what = objects_texts.TARGETS[target]
    if found is None:
        close = near(known, text)
        if close:
            raise UnknownNameError(
                objects_texts.FIELD_NOT_REFERENCE_NEAR.format(what=what, text=text, near=objects_texts.either(close))
            )
        names = list(known.values())
        raise UnknownNameError(objects_texts.FIELD_NOT_REFERENCE.format(what=what, text=text) if not names
                               or len(names) > _MOST_NAMED else objects_texts.FIELD_NOT_REFERENCE_AMONG.format(
                                   what=what, text=text, known=objects_texts.either(names)))
    if found == own:
        raise InputError(objects_texts.FIELD_SELF)
    return found


def does_not_fit(kind: str, identity: str, body: Mapping[str, Any]) -> str | None:
    """Return why a document, as it would stand, does not fit its type, as a sentence; None where it fits."""
    fault = misfit(kind, identity, dict(body))
    if fault != "":
        return fault
    try:
        TYPES[kind].model_validate({**body, "id": identity})
    except ValidationError as error:
        return fault_sentence(kind, error)
    return None


def fault_sentence(kind: str, error: ValidationError, name: str = "") -> str:
    """Return the first fault of a model as one Swedish sentence that names the field by its label.

    Args:
        kind: the type of object.
        error: what the model says.
        name: the field, where its value was held to the model by itself: such an error has no place of its own.
    """
    first = error.errors(include_url=False)[0]
    context = first.get("ctx") or {}
    place = [str(part) for part in first["loc"]]
    if place[:1] == ["id"]:
        return objects_texts.ID_FAULT.format(id=first.get("input"))
    names = [name] if name else place[:1] or list(context.get("fields", ()))
    known = fields_by_name(kind)
    labels = [known[name].label if name in known else name for name in names]
    label = objects_texts.FIELD_AND.join(labels)
    if first["type"] == SENTENCE:
        return (
            objects_texts.FIELD_FAULT.format(field=label, fault=context["sentence"])
            if label
            else str(context["sentence"])
        )
    return objects_texts.field_fault(label, str(first["type"]), context)
