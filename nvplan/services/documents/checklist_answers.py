"""The core questions of the checklist and what is answered, in short: every question that is counted stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm
from nvplan.model.document import Cell
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.own_words import code_of
from nvplan.model.kinds.register import LACKS
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.model.telling import YES
from nvplan.model.values import show_value
from nvplan.services.documents.answers_in_short import in_short
from nvplan.services.documents.by_actor import codes_of, short_name
from nvplan.services.documents.view import View
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

#: So much of an answer stands in a list, and whom it lacks by name up to so many.
LONGEST_ANSWER, _MOST_NAMES = 140, 4


def core_questions(view: View, form: PlanForm) -> list[Question]:
    """Return the core questions of a plan that are counted here: those that are asked, and those a register answers."""
    return [one for one in form.questions if one.core and is_listed(view, form, one)]


def is_listed(view: View, form: PlanForm, question: Question) -> bool:
    """Whether a question stands in this copy: it belongs to the plan, and is asked or answered by a register."""
    if question.guest:
        return False
    if kind_of(question).is_shown_alone:
        return question.core and bool(respondents(question, view.state, form.by_id))
    return bool(view.asked(question, form))


def told_answer(view: View, form: PlanForm, question: Question) -> Cell:
    """Return what is answered in short: the only one's own, or by how many and whom not."""
    if kind_of(question).is_shown_alone:
        return _registered(view, question)
    asked = view.asked(question, form)
    if len(asked) > 1:
        return answered(view, form, question)
    answer = view.answer(question, asked[0])
    county = view.actor is not None and asked == [WHOLE_COUNTY]
    if answer.value is None:
        return Cell(text=checklist_texts.COUNTY_SILENT if county else documents_texts.NOT_ANSWERED, missing=True)
    text = in_short(question, answer, LONGEST_ANSWER)
    return Cell(text=checklist_texts.COUNTY_ANSWER.format(text=text) if county else text)


def _registered(view: View, question: Question) -> Cell:
    """Return how much a register has of what a question is about, and how many of them lack something."""
    found = view.state.answer(question.id).value
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    kind = question.bound.type if question.bound is not None else ""
    return Cell(text=checklist_texts.registered(kind, len(rows), sum(bool(row.get(LACKS)) for row in rows)),
                missing=not rows)


def answered(view: View, form: PlanForm, question: Question, *, noun: str = "", longest: int = LONGEST_ANSWER,
             most_names: int = _MOST_NAMES) -> Cell:
    """Return by how many of those whom it is asked of a question is answered, how, and who is left where few are.

    How many chose what is left out of a text that is longer than `longest`; up to `most_names` are named.
    """
    asked = view.asked(question, form)
    given = [one for one in asked if view.answer(question, one).value is not None]
    if not given:
        return Cell(text=documents_texts.NOT_ANSWERED, missing=True)
    silent = [short_name(view, one) for one in asked if one not in given]
    named = silent if len(silent) <= most_names else ()
    counts = (len(given), len(asked), named)
    told = checklist_texts.answered(*counts, _chosen(view, question, given), noun=noun)
    return Cell(text=told if len(told) <= longest else checklist_texts.answered(*counts, noun=noun))


def _chosen(view: View, question: Question, given: Sequence[str]) -> list[tuple[str, int]]:
    """Return what actors have chosen and how many, in the order of the options; nothing where nothing is chosen."""
    if not kind_of(question).is_countable:
        return []
    chosen = Counter(code_of(code) for one in given for code in codes_of(question, view.answer(question, one)))
    if not question.options:
        return [(show_value(question, code == YES), number) for code, number in chosen.items()]
    return [(option.label, chosen[option.id]) for option in question.options if chosen[option.id]]
