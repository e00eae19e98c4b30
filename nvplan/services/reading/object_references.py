"""What the shared objects point at: the choices for a reference, who mentions an object, and what points at nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.counties import counties
from nvplan.catalog.location import remembered
from nvplan.catalog.questions import all_questions, plan_form
from nvplan.catalog.requirements import requirements
from nvplan.model.collation import fold, nearest
from nvplan.model.kinds.field import Option, Target
from nvplan.model.objects import ABOUT, ACTOR_TYPE, CountyArea, SharedObject
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS
from nvplan.services.reading.county_structure import in_structure
from nvplan.services.reading.object_fields import FieldSpec, fields
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts

#: Gives the documents of a type of shared object, actors included, each with id and title or name.
Documents = Callable[[str], Iterable[Mapping[str, Any]]]
_IN_THE_PLAN = tuple(ABOUT)
#: The fields that say what an object of some type is called; one with a title has no other name.
_CALLED = tuple(dict.fromkeys(name for about in ABOUT.values() for name in about.called))


@dataclass(frozen=True)
class Mention:
    """A place that points at an object: the type, id and title of what does, or a number of answers."""

    kind: str
    id: str
    title: str
    field: str = ""


@remembered
def _in_data(target: Target) -> Mapping[str, str]:
    """Return the ids and names of what data/ holds."""
    if target == "krav":
        return {row.id: row.title for row in requirements().values()}
    if target == "fraga":
        return _questions()
    if target == "kapitel":
        return {chapter.id: chapter.title for plan in PLANS for chapter in plan_form(plan).chapters}
    if target == "nationellt_mal":
        from nvplan.catalog.figures import goals  # the figures and the money beside them are read with it

        return {goal.id: goal.title for goal in goals()}
    if target == "indikator":
        from nvplan.catalog.figures import indicators

        return {row.id: row.label for row in indicators()}
    if target == "formular":
        from nvplan.catalog.reporting import report_forms

        return {form.id: form.title for form in report_forms().values() if not form.is_derived}
    from nvplan.catalog.review_rules import rules

    return {rule.id: rule.title for rule in rules().values()}


def _questions() -> Mapping[str, str]:
    """Return the questions by id; two plans that ask the same say which of them it is."""
    asked = Counter(question.label for question in all_questions().values())
    return {one.id: one.label if asked[one.label] == 1 else objects_texts.OF_PLAN.format(
        title=one.label, plan=common_texts.PLAN_NAME[one.plan]) for one in all_questions().values()}


def choices(target: Target, documents: Documents) -> Mapping[str, str]:
    """Return what a reference can point at: id and what it is called."""
    if target in _IN_THE_PLAN:
        return {str(body["id"]): title_of(body) for body in documents(target)}
    return _in_data(target)


def state_documents(state: PlanState) -> Documents:
    """Return the documents of a plan as it stands."""
    def documents(kind: str) -> Iterable[Mapping[str, Any]]:
        rows: Iterable[Any] = state.actors if kind == ACTOR_TYPE else state.objects.get(kind, {}).values()
        return [row.__dict__ for row in rows]

    return documents


def reference_options(state: PlanState, target: Target) -> tuple[Option, ...]:
    """Return the choices for a form's reference field; målområden in the county's order, each with its number."""
    if target == CountyArea.about.name:
        return tuple(Option(id=one.area.id, label=one.area.title, help=one.area.number) for one in in_structure(state))
    return tuple(Option(id=identity, label=name or identity)
                 for identity, name in choices(target, state_documents(state)).items())


def find_choice(known: Mapping[str, str], target: Target, typed: str) -> str | None:
    """Return the id that a person means by an id or a name; None where nothing is called that."""
    wanted = fold(typed.strip())
    for identity in known:
        if fold(identity) == wanted:
            return identity
    named = [identity for identity, name in known.items() if fold(name) == wanted]
    if target == ACTOR_TYPE and not named:
        named = [code for code in known if fold(_short_names().get(code, "")) == wanted]
    return named[0] if len(named) == 1 else None


def by_number(target: Target, documents: Documents, typed: str) -> str | None:
    """Return the målområde that is meant by its number, or by its number and title as lists show it: `1.1`, `1.1 Team`.

    None for other targets, and where several have the number.
    """
    if target != CountyArea.about.name:
        return None
    wanted = fold(" ".join(typed.split()))
    found = [str(body["id"]) for body in documents(target) if (number := str(body.get("number") or ""))
             and wanted in (fold(number), fold(f"{number} {title_of(body)}"))]
    return found[0] if len(found) == 1 else None


@remembered
def _short_names() -> Mapping[str, str]:
    return {one.code: one.short for county in counties() for one in county.municipalities}


def near(known: Mapping[str, str], typed: str) -> list[str]:
    """Return the ids and names that come nearest to what was typed."""
    return nearest(typed, [*known, *(name for name in known.values() if name)])


def title_of(body: Mapping[str, Any]) -> str:
    """Return what an object is called in a list."""
    for name in _CALLED:  # asked of every object in every list: a generator took half of the time
        if value := body.get(name):
            return str(value)
    return ""


def mentions(state: PlanState, kind: str, identity: str) -> list[Mention]:
    """Return every object that points at this one, each once."""
    found = []
    for other, objects in state.objects.items():
        pointing = [spec for spec in fields(other) if spec.target == kind]
        for one in objects.values() if pointing else ():
            if (other, one.id) == (kind, identity):
                continue
            field = next((spec for spec in pointing if _points_at(getattr(one, spec.name), identity)), None)
            if field is not None:
                found.append(Mention(other, one.id, title_of(one.__dict__), field.label))
    return found


def _points_at(value: Any, identity: str) -> bool:
    return value == identity or (isinstance(value, tuple) and identity in value)


def dangling(state: PlanState) -> list[tuple[Mention, str]]:
    """Return the references that point at nothing, each with the id that is missing."""
    known: dict[Target, Mapping[str, str]] = {}
    documents = state_documents(state)
    missing = []
    for kind, one, spec, target, value in _references(state):
        if target not in known:
            known[target] = choices(target, documents)
        if value not in known[target]:
            missing.append((Mention(kind, one.id, title_of(one.__dict__), spec.label), value))
    return missing


def _references(state: PlanState) -> Iterator[tuple[str, SharedObject, FieldSpec, Target, str]]:
    """Yield what points, by which field, at what: the type, the object, the field, what it points at and the id."""
    for kind, objects in state.objects.items():
        pointing = [(spec, spec.target) for spec in fields(kind) if spec.target]
        for one in objects.values() if pointing else ():
            for spec, target in pointing:
                value = getattr(one, spec.name)
                for identity in value if spec.many else (value,) if value else ():
                    yield kind, one, spec, target, identity
