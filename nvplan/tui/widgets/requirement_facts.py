"""What stands beside a requirement: its text, whom it binds, what shows it, where it is written and how it stands."""

from __future__ import annotations

from textual.content import Content

from nvplan.model.compliance import assessment, bound
from nvplan.model.dates import format_date
from nvplan.model.objects import Attachment, Effort
from nvplan.model.plan import PlanState
from nvplan.model.requirement import Requirement
from nvplan.services.documents.frame import source_text
from nvplan.services.requirement_list import RequirementRow
from nvplan.texts import planner_objects as texts
from nvplan.texts import planner_review as words
from nvplan.tui.widgets.guidance import modality_mark
from nvplan.tui.widgets.object_facts import facts

#: More actors than this are counted and not named.
_MOST_ACTORS = 12


def modality_word(row: RequirementRow) -> str:
    """Return how binding a requirement is; a proposal is never shown as law."""
    return modality_mark(row.requirement, row.its_set)


def requirement_head(row: RequirementRow) -> Content:
    """Return the requirement with how binding it is, its text and its set."""
    one = row.requirement
    return Content("\n").join([
        Content.assemble(Content.styled(f" {modality_word(row)} ", "reverse"), Content(f" {one.id}  "),
                         Content.styled(one.title, "bold")),
        Content(one.text), Content.styled(row.its_set.label, "dim")])


def about_requirement(state: PlanState, row: RequirementRow) -> Content:
    """Return everything that helps to judge a requirement, and how it stands for the actor or the county."""
    pairs = [*_standing(state, row), *requirement_pairs(state, row)]
    return Content("\n").join([requirement_head(row), Content(""), facts(pairs)])


def _standing(state: PlanState, row: RequirementRow) -> list[tuple[str, str]]:
    found = row.assessment
    if found is None:
        return [(words.SIDE_ACTORS, "\n".join(_by_actor(state, row.requirement)))]
    judged = f"{words.JUDGEMENT_MARK[found.judgement]} {words.JUDGEMENT[found.judgement]}"
    by = ", ".join(part for part in (found.assessed_by, format_date(found.assessed) if found.assessed else "") if part)
    pairs = [(words.COLUMN_JUDGEMENT, judged), (words.SIDE_REASON, found.reason),
             (words.SIDE_SHOWN_BY, "\n".join(found.evidence)), (words.SIDE_ASSESSED, by)]
    return [pair for pair in pairs if pair[1]]


def requirement_pairs(state: PlanState, row: RequirementRow) -> list[tuple[str, str]]:
    """Return what helps to judge a requirement, label by label."""
    one = row.requirement
    pairs = [(words.SIDE_EVIDENCE, one.evidence), (words.SIDE_BINDS, words.binds(one.addressees, one.stated)),
             (words.SIDE_SOURCE, source_text(one.sources)), (words.SIDE_NOTE, one.note),
             (words.SIDE_LINKED, "\n".join(_linked(state, one)))]
    return [pair for pair in pairs if pair[1]]


def _linked(state: PlanState, requirement: Requirement) -> list[str]:
    """Return the insatser and documents that say that they answer to the requirement."""
    lines = [texts.MENTION.format(kind=texts.place_name("insats"), title=one.title)
             for one in state.objects.get("insats", {}).values()
             if isinstance(one, Effort) and requirement.id in one.requirements]
    lines += [texts.MENTION.format(kind=texts.place_name("underlag"), title=one.title)
              for one in state.objects.get("underlag", {}).values()
              if isinstance(one, Attachment) and requirement.id in one.requirements]
    return lines[:8]


def _by_actor(state: PlanState, requirement: Requirement) -> list[str]:
    actors = bound(requirement, state.actors)
    lines = []
    for actor in actors[:_MOST_ACTORS]:
        judgement = assessment(state, requirement.id, actor.id).judgement
        lines.append(f"{words.JUDGEMENT_MARK[judgement]} {actor.name}: {words.JUDGEMENT[judgement]}")
    return [*lines, *([texts.MORE.format(count=len(actors) - _MOST_ACTORS)] if len(actors) > _MOST_ACTORS else [])]


