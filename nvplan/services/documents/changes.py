"""What differs between two states of a plan, as rows that a person can read: where, then and now."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from nvplan.catalog.questions import all_questions
from nvplan.model.county import Actor
from nvplan.model.errors import InputError
from nvplan.model.objects import ACTOR_TYPE, TYPES, SharedObject
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.model.values import show_value
from nvplan.services.documents.view import View
from nvplan.services.documents.words import belongs
from nvplan.services.reading.comparing import differing_fields
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_references import title_of
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_name
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.store.frozen import plan_at
from nvplan.store.journal import BESIDE, FieldChange
from nvplan.store.repository import Repository
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts


@dataclass(frozen=True)
class Change:
    """One thing that differs: the group it belongs to (a plan or a type of object), where it is, then and now."""

    group: str
    plans: tuple[PlanKey, ...]
    where: str
    then: str
    now: str
    told: str = ""
    """Where it is as a plan tells it; empty where a plan tells nothing of it, or as everyone else does."""
    working: bool = False
    """Whether it is an answer about the work with the plan, which a plan never tells."""


def between(left: OpenPlan, view: View) -> list[Change]:
    """Return what differs between an earlier state and the plan now, as the reader may see it."""
    return _readable(differing_fields(left.repository, view.session.repository), left.repository, view)


def since_revision(view: View, revision: int) -> tuple[str, list[Change]]:
    """Return when the plan stood at an earlier revision (ISO), and what differs between it and the plan now.

    Raises:
        InputError: there is no such revision, or the change log no longer reaches back to it.
    """
    earlier = plan_at(view.session.repository, revision) if 0 < revision <= view.state.revision else None
    if earlier is None:
        raise InputError(documents_lists_texts.REVISION_UNKNOWN.format(revision=revision, last=view.state.revision))
    then = OpenPlan(earlier, view.session.role)
    return then.state.changed, between(then, view)


def _readable(changes: Sequence[FieldChange], left: Repository, view: View) -> list[Change]:
    places = {identity: place for place, identity in enumerate(all_questions())}
    ordered = sorted((one for one in changes if one["table"] not in BESIDE),
                     key=lambda one: places.get(one["path"][-1], 0) if one["path"] else 0)
    found = []
    for change in ordered:
        row = _answer(change, view) if change["table"] == ANSWERS else _object(change, left, view)
        if row is not None and row.then != row.now:
            found.append(row)
    order = {
        group: place
        for place, group in enumerate([
            *(plan_name(view.state, plan) for plan in PLANS),
            documents_lists_texts.PLAN_FRAME,
            *documents_lists_texts.TYPES.values(),
        ])
    }
    return sorted(found, key=lambda row: order.get(row.group, len(order)))


def _answer(change: FieldChange, view: View) -> Change | None:
    actor = change["id"].partition("@")[2] or WHOLE_COUNTY
    question = all_questions().get(change["path"][-1]) if change["path"] else None
    if question is None or not _may_see(actor, view.actor):
        return None
    telling = view.tellings(question.plan)[question.id]
    whose = f"\n{view.actor_name(actor)}" if actor != WHOLE_COUNTY else ""
    where = documents_texts.with_id(question.label, question.id) + whose
    stored: list[Any] = [change.get("before"), change.get("after")]
    then, now = (show_value(question, one.get("value")) if isinstance(one, dict) else "" for one in stored)
    return Change(plan_name(view.state, question.plan), (question.plan,), where, then, now,
                  telling.heading + whose, telling.role == "arbetsfraga")


def _may_see(actor: str, reader: Actor | None) -> bool:
    return reader is None or actor in (WHOLE_COUNTY, reader.id)


def _object(change: FieldChange, left: Repository, view: View) -> Change | None:
    table = change["table"]
    kind = ACTOR_TYPE if table == ACTORS else table
    whole = not change["path"]
    repositories = (left, view.session.repository)
    bodies = [change.get("before"), change.get("after")] if whole else [
        one.get(table, change["id"]) for one in repositories]
    if not all(_is_seen(kind, change["id"], body, view) for body in bodies if body):
        return None
    body = bodies[1] or bodies[0] or {}
    group = documents_lists_texts.TYPES.get(kind, documents_lists_texts.PLAN_FRAME)
    plans = tuple(plan for plan in PLANS if plan in (body.get("plans") or ()))
    if whole:
        then, now = (title_of(one) or change["id"] if one else "" for one in bodies)
        return Change(
            group, plans, documents_lists_texts.NEW if now and not then else documents_lists_texts.GONE, then, now
        )
    name = change["path"][-1]
    where = f"{_title(kind, body, view) or change['id']}\n{_label(kind, name)}"
    if kind not in documents_lists_texts.TYPES:
        where = documents_lists_texts.FRAME_FIELDS.get(name, name)
    then, now = (_words(kind, name, change.get(side), view) for side in ("before", "after"))
    return Change(group, plans, where, then, now)


def _is_seen(kind: str, identity: str, body: dict[str, Any], view: View) -> bool:
    """Whether the reader may see an object as it was or is."""
    if view.actor is None:
        return True
    if kind not in TYPES:
        return kind == PLAN or (kind == ACTOR_TYPE and identity == view.actor.id)
    one: SharedObject = TYPES[kind].model_validate({**body, "id": identity})
    return belongs(one, view.actor.id)


def _title(kind: str, body: dict[str, Any], view: View) -> str:
    if kind == "kravbedomning":
        return f"{body.get('requirement', '')}, {view.actor_name(str(body.get('actor', '')))}"
    return title_of(body)


def _label(kind: str, name: str) -> str:
    spec = fields_by_name(kind).get(name) if kind in documents_lists_texts.TYPES else None
    return spec.label if spec else name


def _words(kind: str, name: str, value: Any, view: View) -> str:
    """Return a stored field in words."""
    if value is None or value == "" or value == []:
        return ""
    if kind in TYPES and name in fields_by_name(kind) and name != "history":
        with suppress(ValidationError):
            read = TYPES[kind].model_validate({"id": "x", **_needed(kind), name: value})
            return view.words.show(kind, name, getattr(read, name))
    if isinstance(value, bool):
        return documents_lists_texts.YES if value else documents_lists_texts.NO
    if isinstance(value, dict):
        return "\n".join(f"{key}: {one}" for key, one in value.items())
    if isinstance(value, list):
        return documents_lists_texts.steps(len(value)) if name == "history" else "\n".join(str(one) for one in value)
    return documents_texts.STANDING.get(str(value), str(value)) if name == "standing" else str(value)


def _needed(kind: str) -> dict[str, str]:
    """Return fields that an object of the type cannot be without, filled with something, to read one field alone."""
    return {name: "xxx" for name, field in TYPES[kind].model_fields.items() if field.is_required() and name != "id"}
