"""What stands beside a requirement: its text, whom it binds, what shows it, where it is written and how it stands."""

from __future__ import annotations

from textual.content import Content

from nvplan.catalog.following import answers_to
from nvplan.model.compliance import assessment, bound
from nvplan.model.dates import format_date
from nvplan.model.objects import Attachment, Effort
from nvplan.model.plan import PlanState
from nvplan.model.requirement import Requirement
from nvplan.services.reading.requirement_list import RequirementRow
from nvplan.services.reading.sources import source_text
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.widgets.guidance import modality_mark
from nvplan.tui.widgets.object_facts import facts, mention_words
from nvplan.tui.widgets.tags import tag

#: More insatser and underlag, or actors, than this are counted and not named.
_MOST_LINKED, _MOST_ACTORS = 8, 12


def modality_word(row: RequirementRow) -> str:
    """Return how binding a requirement is; a proposal is never shown as law."""
    return modality_mark(row.requirement, row.its_set)


def requirement_head(row: RequirementRow) -> Content:
    """Return the requirement with how binding it is, its text and its set."""
    one = row.requirement
    return Content("\n").join([
        Content.assemble(tag(modality_word(row)), " ", Content.styled(one.title, "bold")),
        Content(one.text), Content.styled(f"{row.its_set.label} · {one.id}", "$quiet")])


def about_requirement(state: PlanState, row: RequirementRow) -> Content:
    """Return everything that helps to judge a requirement, and how it stands for the actor or the county."""
    pairs = [*_standing(state, row), *requirement_pairs(state, row)]
    return Content("\n").join([requirement_head(row), Content(""), facts(pairs)])


def by_every_actor(state: PlanState, row: RequirementRow, width: int) -> Content:
    """Return how every actor that a requirement binds stands to it, in so many cells."""
    return facts([(planner_review_texts.SIDE_ACTORS, "\n".join(_by_actor(state, row.requirement)))], width)


def _standing(state: PlanState, row: RequirementRow) -> list[tuple[str, str]]:
    found = row.assessment
    if found is None:
        return [(planner_review_texts.SIDE_ACTORS, "\n".join(_by_actor(state, row.requirement)))]
    judged = f"{planner_review_texts.JUDGEMENT_MARK[found.judgement]} {planner_review_texts.JUDGEMENT[found.judgement]}"
    by = ", ".join(part for part in (found.assessed_by, format_date(found.assessed) if found.assessed else "") if part)
    pairs = [(planner_review_texts.COLUMN_JUDGEMENT, judged), (planner_review_texts.SIDE_REASON, found.reason),
             (planner_review_texts.SIDE_SHOWN_BY, "\n".join(found.evidence)), (planner_review_texts.SIDE_ASSESSED, by)]
    return [pair for pair in pairs if pair[1]]


def requirement_pairs(state: PlanState, row: RequirementRow) -> list[tuple[str, str]]:
    """Return what helps to judge a requirement, label by label."""
    one = row.requirement
    pairs = [
        (planner_review_texts.SIDE_EVIDENCE, one.evidence),
        (planner_review_texts.SIDE_BINDS, planner_review_texts.binds(one.addressees, one.stated)),
        (planner_review_texts.SIDE_SOURCE, source_text(one.sources)),
        (planner_review_texts.SIDE_NOTE, one.note),
        (planner_review_texts.SIDE_LINKED, "\n".join(_linked(state, one))),
    ]
    return [pair for pair in pairs if pair[1]]


def _linked(state: PlanState, requirement: Requirement) -> list[str]:
    """Return the insatser and documents that say that they answer to the requirement."""
    found = [(kind, one.title) for kind in ("insats", "underlag") for one in state.objects.get(kind, {}).values()
             if isinstance(one, Effort | Attachment) and answers_to(one.requirements, requirement.id)]
    return mention_words(found, _MOST_LINKED)


def _by_actor(state: PlanState, requirement: Requirement) -> list[str]:
    actors = bound(requirement, state.actors)
    lines = []
    for actor in actors[:_MOST_ACTORS]:
        judgement = assessment(state, requirement.id, actor.id).judgement
        mark = planner_review_texts.JUDGEMENT_MARK[judgement]
        lines.append(f"{mark} {actor.name}: {planner_review_texts.JUDGEMENT[judgement]}")
    return [
        *lines,
        *([planner_objects_texts.MORE.format(count=len(actors) - _MOST_ACTORS)] if len(actors) > _MOST_ACTORS else []),
    ]
