"""Carries out what a meeting decides: a text for a question, a proposal as an insats, an issue as a hinder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nvplan.catalog.questions import find_question, plan_form
from nvplan.model.collation import fold
from nvplan.model.county import Actor
from nvplan.model.errors import ConflictError, InputError
from nvplan.model.kinds import kind_of
from nvplan.model.objects import MeetingItem
from nvplan.model.plan import PlanState
from nvplan.model.progress import actors_of, respondents
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import Value, check_value, value_on_line
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, agreements_on
from nvplan.services.meetings.standing import choices_told
from nvplan.services.reading.actors import find_actor, respondent
from nvplan.services.reading.applying import refuse_out_of_place
from nvplan.services.reading.object_values import fault_sentence, read_fields
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_meetings import EVERYONE, Become, Decide
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.meetings import stored
from nvplan.services.writing.objects import put_object
from nvplan.store.repository import Transaction
from nvplan.texts import meetings as meetings_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: What the history calls a decision.
DECIDED = "motesbeslut"
#: How much of a text the history and a clash tell.
_SHOWN = 200
#: Questions that no text answers: their rows are filled in under the question itself.
_ROWS = ("tabell", "register")


def decide(session: PlanSession, command: Decide) -> str:
    """Write how an item ended, the agreed text into its question too, and return a sentence.

    Raises:
        UnknownNameError: there is no such item.
        InputError: what is agreed on is not said, or does not fit the question.
        ConflictError: the question has another answer, or another meeting agreed on another text.
    """
    agreed, dissent = command.agreed.strip(), command.dissent.strip()
    if command.outcome == "enig" and not agreed:
        raise InputError(meetings_texts.AGREED_EMPTY)
    with session.transaction(DECIDED) as change:
        body = stored(change, ITEMS, command.item)
        change.mark(subject=one_line(str(body["title"]), _SHOWN))
        if command.outcome == "enig":
            agreed = _in_words(str(body.get("question") or ""), agreed)
        fields = {**body, "outcome": command.outcome, "agreed": agreed, "dissent": dissent,
                  **_actor_in(session, command), **_seen_to(command),
                  "decided": change.when[:10] if command.outcome != "oppen" else ""}
        try:
            item = MeetingItem.model_validate({**fields, "id": command.item})
        except ValidationError as error:
            raise InputError(fault_sentence(ITEMS, error)) from None
        told = _answer(session, change, item, command) if command.outcome == "enig" else ""
        change.put(ITEMS, command.item, item.model_dump(mode="json", exclude={"id"}, exclude_defaults=True))
    return " ".join(filter(None, (meetings_texts.OUTCOME_TOLD[command.outcome], told)))


def _actor_in(session: PlanSession, command: Decide) -> dict[str, str]:
    """Return whose answer the item is about from now on, where that is said; of everyone's it is no one's own."""
    if command.actor == EVERYONE:
        return {"actor": ""}
    return {"actor": find_actor(session.state, command.actor).id} if command.actor else {}


def _seen_to(command: Decide) -> dict[str, str]:
    """Return who sees to it and by when, where that is said.

    Raises:
        InputError: the role is too long, or what is typed is no time.
    """
    found = {"role": command.role, "due": command.due}
    return {name: read_fields(ITEMS, "", {name: text}, {}, lambda _: ())[name] or "" for name, text in found.items()
            if text is not None}


def _in_words(question: str, agreed: str) -> str:
    """Return an agreed text that names options by their numbers with their words; any other as it is typed.

    Raises:
        InputError: it does not fit the question.
    """
    asked = find_question(question) if question else None
    if asked is None or asked.kind in _ROWS or not kind_of(asked).choices(asked):
        return agreed
    return value_on_line(asked, value_of(asked, agreed))


def _answer(session: PlanSession, change: Transaction, item: MeetingItem, command: Decide) -> str:
    """Put the agreed text in the item's question; return what is to be said of it, empty where it has none."""
    if not item.question:
        return ""
    question = find_question(item.question)
    if question.kind in _ROWS:
        return meetings_texts.AGREED_ROWS
    asked = whose(session.state, question)
    if asked and not item.actor and command.actor != EVERYONE:
        raise InputError(meetings_texts.agreed_of_whom([one.name for one in asked]))
    actors = _all_of(session.state, question, asked) if command.actor == EVERYONE and asked else [
        respondent(session.state, question, item.actor or None)]
    value = value_of(question, item.agreed)
    if not command.replaces:
        _refuse_second(session, question, item, value)
    for actor in actors:
        refuse_out_of_place(session.state, question, actor)
        standing = session.state.answer(question.id, actor).value
        if standing not in (None, value) and not command.replaces:
            raise ConflictError(meetings_texts.ANSWERED_OTHERWISE.format(
                standing=value_on_line(question, standing, _SHOWN)))
        if standing != value:
            put_answer(session, change, question, actor, value)
    return meetings_texts.AGREED_STORED


def _all_of(state: PlanState, question: Question, asked: Sequence[Actor]) -> list[str]:
    """Return those that the question is asked of as the other answers stand; all, to be told why, where it is none."""
    standing = respondents(question, state, plan_form(question.plan).by_id)
    return [one.id for one in asked if one.id in standing] or [one.id for one in asked]


def whose(state: PlanState, question: Question) -> list[Actor]:
    """Return the actors whose answer an agreed text can be; none where no text answers, or the county does as one."""
    return [] if question.per == "lan" or question.kind in _ROWS else actors_of(question, state.actors)


def _refuse_second(session: PlanSession, question: Question, item: MeetingItem, value: Value | None) -> None:
    for other in agreements_on(session.state, question.id, item.actor):
        if other.id != item.id and value_of(question, other.agreed) != value:
            raise ConflictError(meetings_texts.AGREED_TWICE.format(
                item=other.title, agreed=one_line(other.agreed, _SHOWN)))


def value_of(question: Question, typed: str) -> Value | None:
    """Return the answer that an agreed text is: an option by its words or its place in the list, the rest as typed.

    Raises:
        InputError: it does not fit the question; the sentence says what would.
    """
    choices = kind_of(question).choices(question)
    if not choices:
        return check_value(question, typed)
    named = {fold(one.label): one.value for one in choices}
    numbered = {str(place): one.value for place, one in enumerate(choices, 1)}
    parts = [typed] if kind_of(question).is_one_choice else [
        part for part in typed.replace(";", "\n").splitlines() if part.strip()]
    found = [named.get(fold(part.strip()), numbered.get(part.strip(), part.strip())) for part in parts]
    try:
        return check_value(question, found[0] if kind_of(question).is_one_choice else found)
    except InputError:
        raise InputError(meetings_texts.CHOOSE_AMONG.format(choose=choices_told(question))) from None


def become(session: PlanSession, command: Become) -> str:
    """Make a contribution into an insats or a hinder and return its id.

    Raises:
        UnknownNameError: there is no such contribution.
        InputError: a field does not fit, or it is one already.
    """
    with session.transaction(DECIDED) as change:
        body = stored(change, CONTRIBUTIONS, command.contribution)
        change.mark(subject=one_line(str(body["text"]), _SHOWN))
        link = "effort" if command.kind == "insats" else "obstacle"
        if body.get(link):
            raise InputError(meetings_texts.BECOME_ALREADY[command.kind])
        given = {**_beginning(change, command.kind, str(body["text"])),
                 **{name: value for name, value in command.fields.items() if value not in ("", None)}}
        identity = new_identity(session, SetObject(command.kind, "", given))
        put_object(change, command.kind, identity, given)
        put_object(change, CONTRIBUTIONS, command.contribution, {link: identity})
    return identity


def _beginning(change: Transaction, kind: str, text: str) -> dict[str, Any]:
    """Return what is known of it already; what has no room in the title is kept whole below it."""
    title = one_line(text, 300)
    whole = {"purpose" if kind == "insats" else "description": text} if title != text else {}
    day = dt.date.fromisoformat(change.when[:10])
    return {"title": title, **whole, **({"state": "planerad"} if kind == "insats" else {"raised": day.isoformat()})}


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {Decide: decide, Become: become}
