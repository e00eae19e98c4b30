"""The guidance beside a question: what is asked, why, how others did, what a group can talk about, and the source."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from nvplan.model.question import Chapter, Question
from nvplan.model.requirement import Requirement, RequirementSet
from nvplan.services.reading.demands import demand
from nvplan.services.reading.sources import source_text
from nvplan.texts import demands as demand_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.tags import tag


def modality_mark(requirement: Requirement, its_set: RequirementSet) -> str:
    """Return how binding a requirement is; a proposal is never shown as law."""
    return planner_texts.PROPOSED if its_set.standing == "foreslagen" else planner_texts.MODALITY[requirement.modality]


def demand_sentence(question: Question, found: Sequence[tuple[Requirement, RequirementSet]]) -> str:
    """Return whether a question is required and of whom; of a free one, what its answer decides."""
    asked = demand(found)
    return demand_texts.told(asked.level, asked.of, asked.stated, question.decision)


def legend(found: Sequence[tuple[Requirement, RequirementSet]]) -> str:
    """Return what the marks of these requirements mean."""
    return demand_texts.legend(modality_mark(*pair) for pair in _most_binding_first(found))


def _most_binding_first(found: Sequence[tuple[Requirement, RequirementSet]],
                        ) -> list[tuple[Requirement, RequirementSet]]:
    order = list(planner_texts.MODALITY)
    return sorted(found, key=lambda pair: (pair[1].is_proposed, order.index(pair[0].modality)))


def requirement_line(question: Question, found: Sequence[tuple[Requirement, RequirementSet]]) -> Content:
    """Return what is required through a question: a sentence, each requirement set by set, and what the marks mean."""
    lines = [Content(demand_sentence(question, found))]
    for label in dict.fromkeys(its_set.label for _, its_set in found):
        lines.append(requirement_tags([pair for pair in found if pair[1].label == label]))
        lines.append(Content.styled(f"  {label}", "$quiet"))
    if found:
        lines.append(Content.styled(legend(found), "$quiet"))
    return Content("\n").join(lines)


def requirement_tags(found: Sequence[tuple[Requirement, RequirementSet]]) -> Content:
    """Return each requirement on a line, its tag first and what binds most first."""
    return Content("\n").join(Content.assemble(tag(modality_mark(*pair)), " ", pair[0].title)
                              for pair in _most_binding_first(found))


def guidance(question: Question, chapter: Chapter, found: Sequence[tuple[Requirement, RequirementSet]],
             agreed: str = "") -> tuple[Content, Content]:
    """Return what helps a group answer the question, and what is required through it.

    Args:
        question: what is asked.
        chapter: what it belongs to.
        found: the requirements behind it, each with its set.
        agreed: where its answer was agreed on.
    """
    asked: list[Content] = []
    for heading, text in ((planner_meetings_texts.GUIDE_AGREED, agreed),
                          (planner_texts.GUIDE_ASKS, question.asks), (planner_texts.GUIDE_WHY, question.why),
                          (planner_texts.GUIDE_BACKGROUND, question.background),
                          (planner_texts.GUIDE_EXAMPLE, question.example), (planner_texts.GUIDE_GROUP, question.group)):
        if text:
            asked += [_heading(heading), literal(text), Content("")]
    parts: list[Content] = []
    told = " ".join(part for part in (demand_sentence(question, found), legend(found)) if part)
    parts += [_heading(planner_texts.GUIDE_REQUIREMENTS), Content(told), Content("")]
    if found:
        for requirement, its_set in found:
            parts += [Content.assemble(tag(modality_mark(requirement, its_set)),
                                       f" {requirement.title}. {requirement.text}"),
                      Content.styled(f"{its_set.label}. {source_text(requirement.sources)} · {requirement.id}",
                                     "$quiet"),
                      Content("")]
    if question.sources:
        parts += [_heading(planner_texts.GUIDE_SOURCE), Content(source_text(question.sources)), Content("")]
    if chapter.intro:
        parts += [_heading(planner_texts.GUIDE_ABOUT_CHAPTER), Content(chapter.intro)]
    return Content("\n").join(asked[:-1]), Content("\n").join(parts)


def _heading(text: str) -> Content:
    return Content.styled(text, "bold")
