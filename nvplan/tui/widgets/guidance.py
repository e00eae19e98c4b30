"""The guidance beside a question: what is asked, why, how others did, what a group can talk about, and the source."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from nvplan.model.question import Chapter, Question
from nvplan.model.requirement import Requirement, RequirementSet
from nvplan.services.reading.sources import source_text
from nvplan.texts import planner as planner_texts


def modality_mark(requirement: Requirement, its_set: RequirementSet) -> str:
    """Return how binding a requirement is; a proposal is never shown as law."""
    return planner_texts.PROPOSED if its_set.standing == "foreslagen" else planner_texts.MODALITY[requirement.modality]


def requirement_line(found: Sequence[tuple[Requirement, RequirementSet]]) -> Content:
    """Return the requirements behind a question, set by set, the most binding first."""
    if not found:
        return Content.styled(planner_texts.NO_REQUIREMENT, "dim")
    order = list(planner_texts.MODALITY)
    lines: list[Content] = []
    for label in dict.fromkeys(its_set.label for _, its_set in found):
        rows = [pair for pair in found if pair[1].label == label]
        for requirement, its_set in sorted(rows, key=lambda pair: order.index(pair[0].modality)):
            lines.append(Content.assemble(Content.styled(f" {modality_mark(requirement, its_set)} ", "reverse"),
                                          f" {requirement.id} {requirement.title}"))
        lines.append(Content.styled(f"  {label}", "dim"))
    return Content("\n").join(lines)


def guidance(question: Question, chapter: Chapter, found: Sequence[tuple[Requirement, RequirementSet]]) -> Content:
    """Return everything that helps a group answer the question."""
    parts: list[Content] = []
    for heading, text in ((planner_texts.GUIDE_ASKS, question.asks), (planner_texts.GUIDE_WHY, question.why),
                          (planner_texts.GUIDE_BACKGROUND, question.background),
                          (planner_texts.GUIDE_EXAMPLE, question.example), (planner_texts.GUIDE_GROUP, question.group)):
        if text:
            parts += [_heading(heading), Content(text), Content("")]
    if found:
        parts.append(_heading(planner_texts.GUIDE_REQUIREMENTS))
        for requirement, its_set in found:
            parts += [Content.assemble(Content.styled(modality_mark(requirement, its_set), "bold"),
                                       f" {requirement.id} {requirement.title}. {requirement.text}"),
                      Content.styled(f"{its_set.label}. {source_text(requirement.sources)}", "dim"), Content("")]
    if question.sources:
        parts += [_heading(planner_texts.GUIDE_SOURCE), Content(source_text(question.sources)), Content("")]
    if chapter.intro:
        parts += [_heading(planner_texts.GUIDE_ABOUT_CHAPTER), Content(chapter.intro)]
    return Content("\n").join(parts)


def _heading(text: str) -> Content:
    return Content.styled(text, "bold $primary")
