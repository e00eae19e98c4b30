"""Of which year a number that was answered is, and where it comes from: a plan tells no number without saying so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.catalog.questions import PlanForm, find_question
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.telling import Telling
from nvplan.services.documents.view import View
from nvplan.texts import documents_statements as statements_texts


def source_after(view: View, form: PlanForm, group: Sequence[Question], told: Mapping[str, Telling],
                 question: Question) -> list[str]:
    """Return the sentence with year and source that follows a number in its paragraph; nothing where none belongs.

    Of several numbers with the same source it follows the last that is told. `group` are the paragraph's questions.
    """
    source = told[question.id].source
    after = group[list(group).index(question) + 1:]
    if not source or any(told[one.id].source == source and _is_told(view, form, one) for one in after):
        return []
    actor = view.actor.id if view.actor is not None and question.per == "aktor" else WHOLE_COUNTY
    text = _text(view, source, actor)
    return [statements_texts.SOURCE.format(source=statements_texts.whole(text)) if text else statements_texts.NO_SOURCE]


def sources_of_actors(view: View, telling: Telling, actors: Sequence[str], names: Sequence[str], noun: str,
                      asked: int) -> list[str]:
    """Return the sentences with year and source of what several actors counted, each source with whose it is.

    `names` are what the actors are called, `asked` is how many were asked. One source of all is told without names.
    """
    if not telling.source:
        return []
    groups: dict[str, list[str]] = {}
    for actor, name in zip(actors, names, strict=True):
        groups.setdefault(_text(view, telling.source, actor), []).append(name)
    if len(groups) == 1:
        text = next(iter(groups))
        return [statements_texts.SOURCE.format(source=statements_texts.whole(text)) if text
                else statements_texts.NO_SOURCE]
    return [statements_texts.source_for(text, whose, noun, asked) for text, whose in groups.items()]


def _is_told(view: View, form: PlanForm, question: Question) -> bool:
    return any(view.state.answer(question.id, actor).value is not None for actor in view.asked(question, form))


def _text(view: View, source: str, actor: str) -> str:
    found = view.answer(find_question(source), actor).value
    return statements_texts.inside(str(found).strip()) if found is not None else ""
