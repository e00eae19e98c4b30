"""What is known of an item before anyone speaks: the answers so far in numbers, never whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nvplan.catalog.questions import all_questions, as_asked, plan_form
from nvplan.model.dates import format_date
from nvplan.model.kinds import kind_of
from nvplan.model.objects import ABOUT, MeetingItem
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.model.values import value_on_line
from nvplan.services.meetings.course import agreed_on
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_list import show_field
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import meetings as meetings_texts

#: How much of an answer or a field is shown on a line.
_SHOWN = 60
#: So many columns of a shared object's list tell how far it has come, after what it is called.
_TELLING = 3


def prompt_of(session: OpenPlan, item: MeetingItem) -> str:
    """Return what the group is to talk about: the item's own words, else the question's; empty where there are none."""
    if item.prompt:
        return item.prompt
    question = all_questions().get(item.question)
    return (question.group or as_asked(question, session.state.info).asks) if question is not None else ""


def choices_told(question: Question) -> str:
    """Return how one or several of a question's options are written, each with its number; empty where it has none."""
    kind = kind_of(question)
    told = "; ".join(f"{place} {one.label}" for place, one in enumerate(kind.choices(question), 1))
    most = int(question.most) if kind.is_counted and question.most is not None else None
    return meetings_texts.choose(told, several=kind.is_counted, most=most) if told else ""


def agreement_told(state: PlanState, question: Question, actor: str) -> str:
    """Return at which meeting the answer was agreed on, and what some held against it; empty where it was at none."""
    found = agreed_on(state, question.id, "" if actor == WHOLE_COUNTY else actor)
    if found is None:
        return ""
    meeting, item = found
    return meetings_texts.agreed_at(meeting.title, format_date(meeting.date) if meeting.date else "", item.dissent)


def told_so_far(session: OpenPlan, item: MeetingItem) -> str:
    """Return on a line what is answered so far, in numbers; empty for an item that is about nothing in the plan."""
    question = all_questions().get(item.question)
    if question is not None:
        return _answers(session, question)
    return meetings_texts.join(_of_object(session, item))


def _answers(session: OpenPlan, question: Question) -> str:
    state = session.state
    asked = [WHOLE_COUNTY] if question.per != "aktor" else [
        one for one in respondents(question, state, plan_form(question.plan).by_id) if one != WHOLE_COUNTY]
    if len(asked) == 1:  # the only one's answer says more than that it is given
        answer = state.answer(question.id, asked[0])
        value = value_on_line(question, answer.value, _SHOWN) if not question.columns else ""
        if answer.value is None:
            return meetings_texts.NOT_ANSWERED
        return meetings_texts.ANSWERED.format(value=value) if value else meetings_texts.ANSWERED_TABLE
    values = [given for one in asked if (given := state.answer(question.id, one).value) is not None]
    told = meetings_texts.ANSWERED_OF.format(answered=len(values), asked=len(asked))
    if not kind_of(question).is_one_choice or not values:
        return told
    counted = Counter(value_on_line(question, given, _SHOWN) for given in values)
    return meetings_texts.ANSWERED_AS.format(
        told=told, counts=", ".join(f"{count} {label}" for label, count in counted.most_common()))


def _of_object(session: OpenPlan, item: MeetingItem) -> Iterator[str]:
    for kind, identity in (("hinder", item.obstacle), ("mal", item.goal), ("insats", item.effort)):
        one = session.state.objects.get(kind, {}).get(identity)
        for name in ABOUT[kind].columns[1:1 + _TELLING] if one is not None else ():
            spec = fields_by_name(kind)[name]
            value = show_field(session.state, spec, getattr(one, name))
            if value:
                yield meetings_texts.FACT.format(label=spec.label, value=one_line(value, _SHOWN))
