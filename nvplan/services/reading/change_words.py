"""What a stored change is called by people: its place, its values and the change as a whole, never as it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nvplan.catalog.bindings import bindings
from nvplan.catalog.counties import REGION, RSS, counties
from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirement_sets
from nvplan.model.binding import ACTOR
from nvplan.model.dates import format_date
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Target
from nvplan.model.objects import ABOUT, ACTOR_TYPE
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import show_value, value_on_line
from nvplan.services.reading.finding_places import finding_place, is_finding_place
from nvplan.services.reading.object_fields import FieldSpec, fields_by_name, kinds
from nvplan.services.reading.object_references import Documents, choices
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.store.journal import GATHERED, Entry, FieldChange
from nvplan.store.repository import Repository
from nvplan.texts import change_words as words
from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import store as store_texts

#: What an object is called by, the first that it has.
_NAMED_BY = ("title", "name")
_ASSESSMENT = "kravbedomning"
#: The command with which an actor's answers come in.
_IMPORTS = "importera"
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
#: Fields that what a thing is called says already.
_IN_NAME = {_ASSESSMENT: ("requirement", "actor")}


def documents_of(*plans: Repository) -> Documents:
    """Return what is looked up for the names of actors and objects, in one plan or in two that are compared."""
    gone: dict[str, list[Mapping[str, Any]]] = {}

    def documents(kind: str) -> Iterable[Mapping[str, Any]]:
        table = ACTORS if kind == ACTOR_TYPE else kind
        if table not in gone:
            gone[table] = list(_removed(table, *plans))
        return [*gone[table], *(body for plan in reversed(plans) for body in plan.list(table))]

    return documents


def _removed(table: str, *plans: Repository) -> Iterator[Mapping[str, Any]]:
    """Yield what has been taken away, as it was: the log goes on calling it by its name."""
    for plan in plans:
        for entry in plan.history():
            for change in entry.get("changes", []):
                before = change.get("before")
                if change["table"] == table and not change["path"] and isinstance(before, dict):
                    yield {**before, "id": change["id"]}


def nothing_known(kind: str) -> Iterable[Mapping[str, Any]]:
    """Look nothing up: where no plan is at hand, kommuner are still known by their codes."""
    return ()


# -- places ----------------------------------------------------------------------------------------------------------
def actor_word(identity: str, documents: Documents = nothing_known) -> str:
    """Return what an actor is called: the plan's own name for it, else that of the kommun with the code."""
    named = choices("aktor", documents).get(identity)
    if named:
        return named
    known = {one.code: one.short for county in counties() for one in county.municipalities}
    return known.get(identity) or {REGION: words.REGION, RSS: words.RSS}.get(identity, identity)


def place(change: FieldChange, documents: Documents = nothing_known) -> str:
    """Return what a field is called: the question and its actor, the report's item, or the object and its field."""
    table, path = change["table"], change["path"]
    if table in GATHERED and path:
        return _answer_place(table, change["id"], path[-1], documents)
    if table == PLAN:
        field = words.PLAN_FIELDS.get(path[0], words.PLAN_OTHER) if path else words.PLAN_WHOLE
        return store_texts.PLACE_FIELD.format(place=store_texts.PLACE_PLAN, field=field)
    kind = ACTOR_TYPE if table == ACTORS else table
    if kind not in objects_texts.KINDS:
        return words.OTHER_PLACE
    name = object_words(kind, change, documents)
    return store_texts.PLACE_FIELD.format(place=name, field=_field_label(kind, path[-1])) if path else name


def _answer_place(table: str, identity: str, key: str, documents: Documents) -> str:
    if table != ANSWERS:
        titles = choices("rapporttillfalle", documents)
        occasion = identity.partition("@")[0]
        number = key.partition(":")[2] or key
        return words.REPORT_PLACE.format(number=number, title=titles.get(occasion) or occasion)
    question = all_questions().get(key)
    told = question.label if question else key
    actor = identity.partition("@")[2]
    if actor in ("", WHOLE_COUNTY):
        return told
    return store_texts.PLACE_ACTOR.format(place=told, actor=actor_word(actor, documents))


def object_words(kind: str, change: FieldChange, documents: Documents) -> str:
    """Return what an object is called in a sentence: its kind and title, for an assessment whose it is."""
    if kind == _ASSESSMENT:
        requirement, _, actor = change["id"].partition("@")
        return words.ASSESSMENT.format(actor=actor_word(actor, documents), requirement=requirement.upper())
    bodies: list[Mapping[str, Any]] = [
        body for side in ("after", "before") if isinstance(body := change.get(side), dict) and not change["path"]]
    bodies += [body for body in documents(kind) if body["id"] == change["id"]]
    title = next((str(body[name]) for body in bodies for name in _NAMED_BY if body.get(name)), "")
    if not title:
        title = next((_value(kind, name, body[name], documents) for body in bodies for name in ABOUT[kind].columns
                      if body.get(name)), "")
    word = objects_texts.KINDS[kind][0]
    return words.OBJECT.format(kind=word, title=title) if title else word


def field_of(change: FieldChange) -> str:
    """Return what the field of an object is called, without the object; empty where the change is the whole of it."""
    if change["table"] == PLAN:
        return words.PLAN_FIELDS.get(change["path"][0], words.PLAN_OTHER) if change["path"] else ""
    kind = ACTOR_TYPE if change["table"] == ACTORS else change["table"]
    return _field_label(kind, change["path"][-1]) if change["path"] and kind in objects_texts.KINDS else ""


def _field_label(kind: str, name: str) -> str:
    known = fields_by_name(kind)
    return known[name].label if name in known else words.OTHER_FIELDS.get(name, words.OTHER_FIELD)


# -- values ----------------------------------------------------------------------------------------------------------
def show_change_value(change: FieldChange, side: str, documents: Documents = nothing_known) -> str:
    """Return a field's value before or after the change as a person reads it; empty where there was none."""
    value: Any = change.get(side)
    table, path = change["table"], change["path"]
    if value is None:
        return ""
    if table in GATHERED and isinstance(value, dict):
        return _answer(path[-1] if path else "", value, documents)
    if table == PLAN:
        return _of_plan(path[0] if path else "", value, documents)
    kind = ACTOR_TYPE if table == ACTORS else table
    if path:
        return _value(kind, path[-1], value, documents)
    if isinstance(value, dict):
        answered = _as_answer(table, change["id"], value, documents)
        if answered:
            return answered
        return next((str(value[name]) for name in _NAMED_BY if value.get(name)), "") or _whole(kind, value, documents)
    return plain_value(value)


def _as_answer(kind: str, identity: str, body: Mapping[str, Any], documents: Documents) -> str:
    """Return the answer of an object that a question added: what it is called says only what it is about."""
    for binding in bindings().values():
        if binding.type != kind or not identity.startswith(binding.id.partition(ACTOR)[0]):
            continue
        if binding.field:
            return _value(kind, binding.field, body.get(binding.field), documents)
        told = {name: body[name] for name in ("title", *binding.columns.values()) if name in body}
        return _whole(kind, told, documents)
    return ""


def _answer(key: str, value: Mapping[str, Any], documents: Documents) -> str:
    if value.get("skipped"):
        return store_texts.CHANGE_SKIPPED
    question = all_questions().get(key)
    held = value.get("value", value.get("text"))
    if question is None:
        return plain_value(held)
    try:
        return value_on_line(question, held) if kind_of(question).is_counted else show_value(question, held)
    except (ValueError, TypeError, ArithmeticError, AttributeError):
        # An answer from another catalogue, where the question is of another kind: told as it stands.
        return plain_value(held)


def _whole(kind: str, body: Mapping[str, Any], documents: Documents) -> str:
    known = fields_by_name(kind) if kind in kinds() else {}
    parts = (words.LABELLED.format(label=known[name].label, value=told) for name, one in body.items()
             if name in known and name not in _IN_NAME.get(kind, ()) and (told := _value(kind, name, one, documents)))
    return words.NEXT_FIELD.join(parts)


def _value(kind: str, name: str, value: Any, documents: Documents) -> str:
    if is_finding_place(kind, name):
        return finding_place(value, documents)
    known = fields_by_name(kind) if kind in kinds() else {}
    spec = known.get(name)
    if isinstance(value, list):
        told = [_item(known, spec, one, documents) for one in value]
        return (words.NEXT_ROW if any(isinstance(one, dict) for one in value) else words.NEXT_ITEM).join(told)
    return _item(known, spec, value, documents)


def _item(known: Mapping[str, FieldSpec], spec: FieldSpec | None, value: Any, documents: Documents) -> str:
    """Return one value in words; a value of several parts has each in its own words, joined."""
    if isinstance(value, dict):
        parts = [_part(known, name, one, documents) for name, one in value.items()]
        return words.NEXT_ITEM.join(part for part in parts if part)
    if spec is None or not isinstance(value, str):
        return plain_value(value)
    def named(target: Target, identity: str) -> str:
        return actor_word(identity, documents) if target == ACTOR_TYPE else choices(target, documents).get(
            identity) or identity

    try:
        return kind_of(spec).show(spec, value, named)
    except (ValueError, TypeError, ArithmeticError):
        # A file that somebody has written in: what does not fit its kind is told as it stands.
        return value


def _part(known: Mapping[str, FieldSpec], name: str, value: Any, documents: Documents) -> str:
    """Return a part of a value: of a step in an object's history, say, which names its field and two of its codes."""
    if name == "field":
        return known[value].label if value in known else plain_value(value)
    if name in ("before", "after") and isinstance(value, str):
        options = (option for spec in known.values() if spec.codes for option in spec.options)
        return next((option.label for option in options if option.id == value), value)
    return _item(known, known.get(name), value, documents) if known.get(name) else plain_value(value)


def _of_plan(name: str, value: Any, documents: Documents) -> str:
    if name == "standing":
        return common_texts.STANDING.get(str(value), str(value))
    if name == "requirement_set":
        return _set_label(str(value))
    if name == "followed_up" and isinstance(value, dict):
        return words.NEXT_ITEM.join(sorted(value))
    if name == "own_standing" and isinstance(value, dict):
        return words.NEXT_ROW.join(words.LABELLED.format(label=_set_label(str(one)), value=reference)
                                   for one, reference in value.items())
    if name or not isinstance(value, dict):
        return plain_value(value)
    return words.NEXT_FIELD.join(words.LABELLED.format(label=label, value=_of_plan(field, value[field], documents))
                                 for field, label in words.PLAN_FIELDS.items() if field in value)


def _set_label(identity: str) -> str:
    found = requirement_sets().get(identity)
    return found.label if found else common_texts.SET_ABSENT.format(set=identity)


def plain_value(value: Any) -> str:
    """Return any value without a sign of how it is stored: yes and no, days in words, lists and parts joined."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return common_texts.YES if value else common_texts.NO
    if isinstance(value, list):
        return words.NEXT_ITEM.join(told for one in value if (told := plain_value(one)))
    if isinstance(value, dict):
        return words.NEXT_ITEM.join(told for one in value.values() if (told := plain_value(one)))
    return _date(value) if isinstance(value, str) else str(value)


def _date(value: str) -> str:
    """Return a day or month in words, anything else as it stands."""
    try:
        return format_date(value) if _DAY.fullmatch(value) else value
    except ValueError:
        return value


# -- the change as a whole -------------------------------------------------------------------------------------------
def describe(entry: Entry, documents: Documents = nothing_known) -> str:
    """Return in a few words what a change was about, so that nobody needs to know an id: the object and its owner."""
    command, subject = entry.get("command", ""), entry.get("subject", "")
    if command in ("satt", "bort"):
        told = _object_of(entry, documents)
        if told:
            return (words.REMOVED if command == "bort" else words.CHANGED).format(what=told)
    if command == "lage":
        return words.STANDING.format(standing=common_texts.STANDING.get(subject, subject))
    if command in ("kravmangd", "kravmangd_galler"):
        subject = _set_label(subject)
    if command in store_texts.CHANGES:
        return store_texts.CHANGES[command].format(subject=subject)
    question = all_questions().get(subject)
    if question is not None:
        return question.label
    return subject or words.OTHER


def _object_of(entry: Entry, documents: Documents) -> str:
    for change in entry.get("changes", []):
        kind = ACTOR_TYPE if change["table"] == ACTORS else change["table"]
        if kind in objects_texts.KINDS and change["id"] == entry.get("subject"):
            return object_words(kind, change, documents)
    return ""


def about(entry: Entry, documents: Documents = nothing_known) -> str:
    """Return in a few words what the change was about, with the actor where it was one actor's."""
    told, actor = describe(entry, documents), entry.get("actor", "")
    if actor and entry.get("command") == _IMPORTS:
        return words.FROM_ACTOR.format(what=told, actor=actor_word(actor, documents))
    if actor and actor != WHOLE_COUNTY and entry.get("subject") in all_questions():
        return store_texts.PLACE_ACTOR.format(place=told, actor=actor_word(actor, documents))
    return told


def what_changed(entry: Entry, documents: Documents = nothing_known) -> str:
    """Return in a few words what the change was about, and whether it took another back or brought it back."""
    told = about(entry, documents)
    if "undoes" in entry:
        return store_texts.CHANGE_OF_UNDO.format(what=told)
    return store_texts.CHANGE_OF_REDO.format(what=told) if "redoes" in entry else told
