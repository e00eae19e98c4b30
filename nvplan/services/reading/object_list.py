"""Lists the objects that the plans share, as a table for a person and as JSON for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from nvplan.model.collation import fold, nearest
from nvplan.model.dates import format_date
from nvplan.model.errors import UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Target
from nvplan.model.kinds.kind import Naming
from nvplan.model.numbers import format_number
from nvplan.model.objects import ABOUT, ACTOR_TYPE, Effort
from nvplan.model.objects.money import CostLine, read_cost_line
from nvplan.model.plan import PlanState
from nvplan.services.reading.finding_places import finding_place, is_finding_place
from nvplan.services.reading.object_fields import FieldSpec, fields, fields_by_name, kinds
from nvplan.services.reading.object_references import choices, state_documents
from nvplan.services.reading.plan_names import in_own_words, own_title
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts

#: What a person knows by its code too, which stands after the name: a requirement, and a chapter of a plan.
_CODED = ("krav", "kapitel")


def find_type(wanted: str) -> str:
    """Return the type of shared object with this name.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    name = fold(wanted.strip())
    if name in kinds():
        return name
    raise UnknownNameError(
        common_texts.unknown_name(common_texts.WHAT_TYPE, wanted, nearest(wanted, kinds()) or list(kinds()), "")
    )


def list_objects(state: PlanState, kind: str, identity: str | None = None) -> list[dict[str, Any]]:
    """Return the objects of a type, or the one with the id, as `nvplan objekt … lista --json` prints them.

    Raises:
        UnknownNameError: the plan has no object with that id.
    """
    found = _objects(state, kind)
    if identity is not None and identity not in found:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
    chosen = found.values() if identity is None else [found[identity]]
    return [_json(kind, one) for one in chosen]


def _objects(state: PlanState, kind: str) -> Mapping[str, Any]:
    if kind == ACTOR_TYPE:
        return {actor.id: actor for actor in state.actors}
    return state.objects.get(kind, {})


def _json(kind: str, one: Any) -> dict[str, Any]:
    """Return an object as JSON; exact numbers, which the file keeps as text, become numbers."""
    row: dict[str, Any] = one.model_dump(mode="json")
    for spec in fields(kind):
        number = getattr(one, spec.name)
        if isinstance(number, Decimal):
            row[spec.name] = int(number) if number == number.to_integral_value() else float(number)
    return row


@dataclass(frozen=True)
class ObjectTable:
    """The objects of a type as rows of words: the ids, the headings of the columns and the cells."""

    headings: tuple[str, ...]
    ids: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def object_table(state: PlanState, kind: str) -> ObjectTable:
    """Return the short table of a type: the id first, then the fields that stand in the table."""
    columns = [fields_by_name(kind)[name] for name in ABOUT[kind].columns]
    found = _objects(state, kind)
    rows = tuple((identity, *(show_field(state, spec, getattr(one, spec.name)) for spec in columns))
                 for identity, one in found.items())
    return ObjectTable((objects_texts.COLUMN_ID, *(spec.label for spec in columns)), tuple(found), rows)


def object_facts(state: PlanState, kind: str, identity: str, *, ids: bool = True) -> list[tuple[str, str]]:
    """Return every field of one object with something in it: its label and its value in words.

    Without ids what it points at is told by its name alone, and a requirement's code stands after its name.

    Raises:
        UnknownNameError: the plan has no object with that id.
    """
    found = _objects(state, kind)
    if identity not in found:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
    show = show_field if ids else partial(_in_words, kind)
    shown = ((spec.label, show(state, spec, getattr(found[identity], spec.name))) for spec in fields(kind))
    return [(label, own_title(state, kind, value)) for label, value in shown if value]


def _in_words(kind: str, state: PlanState, spec: FieldSpec, value: Any) -> str:
    """Return a field's value as `show_field`, but an object by its name alone and a code after its name."""
    def named(target: Target, identity: str) -> str:
        name = choices(target, state_documents(state)).get(identity, "")
        return f"{name} {identity}" if target in _CODED and name else name or identity

    if is_finding_place(kind, spec.name):
        return finding_place(value, state_documents(state))
    if spec.name == "costs" and isinstance(value, tuple):
        return "\n".join(_post(state, read_cost_line(number, line)) for number, line in enumerate(value, 1))
    if spec.name == "history" or spec.codes:
        return show_field(state, spec, value)
    return kind_of(spec).show(spec, value, named)


def _post(state: PlanState, line: CostLine) -> str:
    """Return a post of the costs in words: an insats is written by its id in the file, and is told by its name."""
    effort = state.objects.get(Effort.about.name, {}).get(line.title.lower())
    return objects_texts.COST.format(title=effort.title if isinstance(effort, Effort) else line.title,
                                     amount=f"{format_number(line.amount)}\u00a0kr")


def show_field(state: PlanState, spec: FieldSpec, value: Any) -> str:
    """Return a field's value as a person reads it: codes as words, dates written out, references with their name."""
    if spec.name == "history":
        return "\n".join(_step(one) for one in value or ())
    shown = kind_of(spec).show(spec, value, _naming(state))
    return in_own_words(state, shown) if spec.codes else shown


def field_words(state: PlanState, kind: str, given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return fields that an object is to begin with, each by its label and its value in words."""
    return [(spec.label, show_field(state, spec, given[spec.name])) for spec in fields(kind) if spec.name in given]


def list_words(state: PlanState, spec: FieldSpec, value: Any) -> str:
    """Return a field's value as it stands in a list: days briefly, ”31 dec 2027”."""
    shown = kind_of(spec).in_list(spec, value, _naming(state))
    return in_own_words(state, shown) if spec.codes else shown


def _naming(state: PlanState) -> Naming:
    def named(target: Target, identity: str) -> str:
        name = choices(target, state_documents(state)).get(identity, "")
        return f"{name} · {identity}" if name and target == "krav" else name or identity

    return named


def _step(step: Any) -> str:
    words = {option.id: option.label for other in _watched() if other.name == step.field for option in other.options}
    return objects_texts.STEP.format(date=format_date(step.date),
                                     before=words.get(step.before, objects_texts.NOT_GIVEN),
                                     after=words.get(step.after, objects_texts.NOT_GIVEN))


def _watched() -> Sequence[FieldSpec]:
    return [fields_by_name(kind)[name] for kind, about in ABOUT.items() for name in about.watched]
