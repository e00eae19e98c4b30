"""Requirement sets over time: what a change means before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nvplan.catalog.following import requirement_lineage
from nvplan.catalog.requirements import find_set, plan_sets, requirement_sets, requirements
from nvplan.model.errors import InputError
from nvplan.model.objects import Assessment
from nvplan.model.plan import PlanState
from nvplan.model.requirement import Requirement, RequirementSet
from nvplan.texts import requirement_sets as requirement_sets_texts


@dataclass(frozen=True)
class ChangedRequirement:
    """A requirement that another follows: what it was, what it becomes, and in what they differ."""

    before: Requirement
    after: Requirement
    differs: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """What a change of set means. Nothing in the plan is rewritten: assessments of what ended stay in the file."""

    before: RequirementSet
    after: RequirementSet
    same: tuple[Requirement, ...]
    changed: tuple[ChangedRequirement, ...]
    new: tuple[Requirement, ...]
    ended: tuple[Requirement, ...]
    resting: int
    """Assessments of requirements that the new set does not have: kept, and shown again if the plan changes back."""

    def as_json(self) -> dict[str, Any]:
        """Return the preview as `--json` prints it."""
        return {"from": self.before.id, "to": self.after.id, "same": [one.id for one in self.same],
                "changed": [{"before": one.before.id, "after": one.after.id, "differs": list(one.differs),
                             "before_text": one.before.text, "after_text": one.after.text} for one in self.changed],
                "new": [one.id for one in self.new], "ended": [one.id for one in self.ended],
                "resting_assessments": self.resting, "warnings": warnings(self)}


def preview(state: PlanState, wanted: str) -> Preview:
    """Return what it means to change to a set.

    Raises:
        UnknownNameError: there is no such set.
        InputError: the set stands beside every agreement, or the plan has it already.
    """
    sets = plan_sets(state.info)
    chosen = sets[find_set(wanted).id]
    if chosen.always:
        raise InputError(requirement_sets_texts.SET_BESIDE.format(label=chosen.label))
    if chosen.id == state.info.requirement_set:
        raise InputError(requirement_sets_texts.SET_SAME.format(label=chosen.label))
    before = [row for row in requirements().values() if row.set == state.info.requirement_set]
    after = [row for row in requirements().values() if row.set == chosen.id]
    changed, same, gone = _followed(before, after)
    always = [row for row in requirements().values() if sets[row.set].always]
    new = [row for row in after if row.id not in {one.after.id for one in changed} | {one.id for one in same}]
    ended = [row for row in before if row.id not in gone]
    left = {row.id for row in before}
    resting = sum(one.requirement in left for one in state.objects.get("kravbedomning", {}).values()
                  if isinstance(one, Assessment))
    return Preview(sets[state.info.requirement_set], chosen, (*always, *same), tuple(changed), tuple(new), tuple(ended),
                   resting)


def _followed(before: list[Requirement], after: list[Requirement]
              ) -> tuple[list[ChangedRequirement], list[Requirement], set[str]]:
    """Return what follows what, either way in time, and the ids of those before that something follows."""
    changed, same, gone, lineage = [], [], set(), requirement_lineage()
    for old in before:
        for new in after:
            if lineage.related(old.id, new.id):
                gone.add(old.id)
                how = differs(old, new)
                if how:
                    changed.append(ChangedRequirement(old, new, how))
                else:
                    same.append(new)
    return changed, same, gone


def differs(old: Requirement, new: Requirement) -> tuple[str, ...]:
    """Return in what two requirements differ; the text is compared without regard to spaces."""
    pairs: Mapping[str, tuple[object, object]] = {
        requirement_sets_texts.DIFFERS_MODALITY: (old.modality, new.modality),
        requirement_sets_texts.DIFFERS_WHO: (set(old.addressees), set(new.addressees)),
        requirement_sets_texts.DIFFERS_TEXT: (" ".join(old.text.split()), " ".join(new.text.split())),
    }
    return tuple(what for what, (one, two) in pairs.items() if one != two)


def warnings(found: Preview) -> list[str]:
    """Return what a person should know before changing: what is not verified, not whole, ended or only proposed."""
    lines = []
    if not found.after.verified:
        lines.append(requirement_sets_texts.SET_UNVERIFIED.format(label=found.after.label))
    if not found.after.complete:
        lines.append(requirement_sets_texts.SET_INCOMPLETE)
    if found.after.is_proposed:
        lines.append(requirement_sets_texts.SET_PROPOSED)
    if found.resting:
        lines.append(requirement_sets_texts.SET_RESTING.format(count=found.resting))
    return lines


def told(found: Preview) -> list[tuple[str, list[str]]]:
    """Return a change of set in words: headings, each with a line for every requirement under it."""
    ended = requirement_sets_texts.SET_ENDED if found.after.complete else requirement_sets_texts.SET_UNKNOWN
    counts = requirement_sets_texts.SET_COUNTS.format(
        same=len(found.same), changed=len(found.changed), new=len(found.new), gone=ended.lower(), ended=len(found.ended)
    )
    changed = [line for one in found.changed for line in _changed_lines(one)]
    lists = (
        (requirement_sets_texts.SET_CHANGED, changed),
        (requirement_sets_texts.SET_NEW, [_line(one) for one in found.new]),
        (ended, [_line(one) for one in found.ended]),
    )
    summary = [requirement_sets_texts.SET_FROM_TO.format(before=found.before.label, after=found.after.label), counts]
    return [("\n".join(summary), []), *((title, lines) for title, lines in lists if lines),
            *((warning, []) for warning in warnings(found))]


def _changed_lines(one: ChangedRequirement) -> list[str]:
    """Return what has become of a requirement, and both texts where they say different things."""
    line = requirement_sets_texts.SET_CHANGED_LINE.format(
        before=one.before.id, after=one.after.id, title=one.after.title, differs=", ".join(one.differs))
    if requirement_sets_texts.DIFFERS_TEXT not in one.differs:
        return [line]
    return [line, requirement_sets_texts.SET_TEXT_BEFORE.format(text=one.before.text),
            requirement_sets_texts.SET_TEXT_NOW.format(text=one.after.text)]


def _line(one: Requirement) -> str:
    return requirement_sets_texts.SET_LINE.format(id=one.id, title=one.title)


def proposals() -> list[RequirementSet]:
    """Return the sets that are only proposed, whatever a county says of them."""
    return [one for one in requirement_sets().values() if one.is_proposed]


def sets_to_choose(state: PlanState) -> list[RequirementSet]:
    """Return the sets that a plan can be measured against, in the order of the catalogue."""
    return [one for one in plan_sets(state.info).values() if not one.always]
