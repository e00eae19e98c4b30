"""What a change of requirement set leaves to go through: each judgement of the former set beside what it has become.

Nothing is stored of it. A judgement that was made of a former requirement stays in the file as it was; where what has
followed it in the plan's set has no judgement yet, the old one is offered, and counts when someone has confirmed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.catalog.following import requirement_lineage
from nvplan.catalog.requirements import requirements, requirements_in_force
from nvplan.model.compliance import assessment, bound
from nvplan.model.county import Actor
from nvplan.model.objects import Assessment, Judgement
from nvplan.model.plan import PlanState
from nvplan.model.requirement import MODALITIES, Requirement
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.places import AFTER_SWITCH
from nvplan.services.reading.todo import ToDo, names, short_name
from nvplan.services.reports.switching import differs
from nvplan.texts import overview as overview_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.texts import requirement_sets as sets_texts

#: `same` and `changed` can be confirmed; `new` has nothing before it, `ended` nothing after.
Kind = Literal["same", "changed", "new", "ended"]
KINDS: tuple[Kind, ...] = ("same", "changed", "new", "ended")
#: The order in which the work is judged to have come, the least first.
_WORK = ("ej_paborjad", "pagar", "till_granskning", "klar")


@dataclass(frozen=True)
class Offer:
    """One requirement of one actor: what it was, what it is now, and what was judged of it before."""

    kind: Kind
    actor: str
    after: Requirement | None
    """What the plan's set has; None where it has ended."""
    before: tuple[Requirement, ...]
    """What it was: several where they have become one, none where it is new."""
    held: tuple[Assessment, ...]
    differs: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What names the offer: the requirement that it is about now, and whose it is."""
        one = self.after or self.before[0]
        return f"{one.id}@{self.actor}"

    @property
    def can_be_confirmed(self) -> bool:
        """Whether a judgement follows."""
        return self.kind in ("same", "changed")

    @property
    def judgement(self) -> Judgement:
        """What follows: the old judgement, or none where several were judged differently or not all were."""
        found = {one.judgement for one in self.held}
        whole = len(self.held) == len(self.before)
        return found.pop() if len(found) == 1 and whole else "ej_bedomd"

    @property
    def reason(self) -> str:
        """What was written, all of it; where several have become one each says which it was about."""
        written = [one for one in self.held if one.reason.strip()]
        if len(self.before) == 1:
            return "\n\n".join(one.reason for one in written)
        return "\n\n".join(sets_texts.REASON_OF.format(requirement=one.requirement, reason=one.reason)
                           for one in written)

    def fields(self) -> dict[str, Any]:
        """Return the assessment that follows, as it is stored."""
        assert self.after is not None
        evidence = tuple(dict.fromkeys(text for one in self.held for text in one.evidence))
        works = [one.work for one in self.held]
        latest = max(self.held, key=lambda one: one.assessed)
        stored = Assessment(
            id=f"{self.after.id.lower()}@{self.actor}", requirement=self.after.id, actor=self.actor,
            work=min(works, key=_WORK.index), judgement=self.judgement, reason=self.reason, evidence=evidence,
            assessed_by=latest.assessed_by, assessed=latest.assessed)
        return stored.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)

    def as_json(self) -> dict[str, Any]:
        """Return the offer as `--json` prints it."""
        return {
            "id": self.id, "kind": self.kind, "actor": self.actor, "judgement": self.judgement, "reason": self.reason,
            "differs": list(self.differs), "after": _requirement_json(self.after),
            "before": [_requirement_json(one) for one in self.before],
            "evidence": [text for one in self.held for text in one.evidence]}


def _requirement_json(one: Requirement | None) -> dict[str, Any] | None:
    return None if one is None else {"id": one.id, "set": one.set, "title": one.title, "text": one.text,
                                     "modality": one.modality, "addressees": list(one.addressees)}


def offers(state: PlanState) -> list[Offer]:
    """Return everything to go through, the most binding first; nothing where no former judgement rests in the plan.

    What has got a judgement, a reason or evidence of its own since is left out: nothing is written over.
    """
    in_force = {one.id: one for one in requirements_in_force(state.info)}
    resting = _resting(state, in_force)
    if not resting:
        return []
    followers = _followers({one.requirement for held in resting.values() for one in held}, in_force)
    new = _without_former(state, in_force.values(), followers)
    found = [offer for actor in state.actors if actor.id in resting
             for offer in _of_actor(state, actor, in_force.values(), resting[actor.id], followers, new)]
    return sorted(found, key=lambda one: (KINDS.index(one.kind),
                                          MODALITIES.index((one.after or one.before[0]).modality)))


def waiting(state: PlanState) -> int:
    """Return how many judgements of former requirements are offered and not yet confirmed."""
    return sum(one.can_be_confirmed for one in offers(state))


def left_to_do(state: PlanState) -> list[ToDo]:
    """Return the judgements that wait as one thing to do, with whose they are; nothing where none does."""
    left = [one for one in offers(state) if one.can_be_confirmed]
    if not left:
        return []
    return [ToDo(overview_texts.judgements_to_confirm(len(left)), f"{AFTER_SWITCH}:", len(left),
                 names(short_name(state, one.actor) for one in left))]


def _resting(state: PlanState, in_force: Mapping[str, Requirement]) -> dict[str, list[Assessment]]:
    """Return what was judged of requirements that the plan's set does not have, by actor."""
    found: dict[str, list[Assessment]] = {}
    for one in state.objects.get(Assessment.about.name, {}).values():
        if (isinstance(one, Assessment) and one.requirement in requirements() and one.requirement not in in_force
                and _says_something(one)):
            found.setdefault(one.actor, []).append(one)
    return found


def _says_something(one: Assessment) -> bool:
    return bool(one.judgement != "ej_bedomd" or one.work != "ej_paborjad" or one.reason or one.evidence)


def _followers(former: Iterable[str], in_force: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each former requirement what stands for it now, either way in time: looked up once for all actors."""
    lineage = requirement_lineage()
    found = {one: frozenset((*lineage.before(one), *lineage.after(one))) for one in former}
    kept = frozenset(in_force)
    return {one: related & kept for one, related in found.items()}


def _without_former(state: PlanState, in_force: Iterable[Requirement], followers: Iterable[str]) -> frozenset[str]:
    """Return the plan's requirements that are related to none of the sets that were judged before."""
    known, lineage = requirements(), requirement_lineage()
    sets = {known[one].set for one in followers}
    former = frozenset(row.id for row in known.values() if row.set in sets)
    return frozenset(one.id for one in in_force if one.set == state.info.requirement_set
                     and former.isdisjoint((*lineage.before(one.id), *lineage.after(one.id))))


def _of_actor(state: PlanState, actor: Actor, in_force: Iterable[Requirement], held: Sequence[Assessment],
              followers: Mapping[str, frozenset[str]], new: frozenset[str]) -> Iterator[Offer]:
    known = requirements()
    followed: set[str] = set()
    for after in in_force:
        if not bound(after, (actor,)):
            continue
        mine = [one for one in held if after.id in followers[one.requirement]]
        followed.update(one.requirement for one in mine)
        mine = _latest(mine)
        if _says_something(assessment(state, after.id, actor.id)):
            continue
        if mine:
            yield _following(actor, after, mine)
        elif after.id in new:
            yield Offer("new", actor.id, after, (), ())
    for one in held:
        if one.requirement not in followed:
            yield Offer("ended", actor.id, None, (known[one.requirement],), (one,))


def _latest(held: Sequence[Assessment]) -> list[Assessment]:
    """Return the judgements that nothing later stands for: those of a set before the former one are history."""
    lineage = requirement_lineage()
    return [one for one in held
            if not any(one.requirement in lineage.before(other.requirement)[1:] for other in held)]


def _following(actor: Actor, after: Requirement, held: list[Assessment]) -> Offer:
    """Return the offer of what a requirement was; all that it was stands there, also what was never judged."""
    known, lineage = requirements(), requirement_lineage()
    judged = [one.requirement for one in held]
    sets = {known[one].set for one in judged}
    before = tuple(row for row in known.values() if row.id in judged or (
        row.set in sets and row.id != after.id and row.id in lineage.before(after.id) and bound(row, (actor,))))
    what = differs(before[0], after) if len(before) == 1 else (sets_texts.DIFFERS_MERGED,)
    return Offer("changed" if what else "same", actor.id, after, before, tuple(held), what)


def offer_lines(state: PlanState, one: Offer) -> list[tuple[str, str]]:
    """Return what there is to tell of an offer, label by label: both texts, and what was judged."""
    pairs = [(sets_texts.OFFER_ACTOR, actor_name(state, one.actor)), (sets_texts.OFFER_KIND, kind_words(one))]
    if one.after is not None:
        pairs.append((sets_texts.OFFER_NOW.format(id=one.after.id), _text_of(one.after)))
    pairs += [(sets_texts.OFFER_BEFORE.format(id=row.id), _text_of(row)) for row in one.before]
    for held in one.held:
        told = sets_texts.JUDGED.format(requirement=held.requirement,
                                        judgement=planner_review_texts.JUDGEMENT[held.judgement])
        pairs.append((sets_texts.OFFER_JUDGED, told))
        beside = ((planner_review_texts.SIDE_REASON, held.reason),
                  (planner_review_texts.SIDE_SHOWN_BY, "\n".join(held.evidence)))
        pairs += [(label, text) for label, text in beside if text]
    if one.can_be_confirmed and one.judgement == "ej_bedomd" and any(held.judgement != "ej_bedomd"
                                                                      for held in one.held):
        pairs.append((sets_texts.OFFER_NOTE, sets_texts.JUDGED_DIFFERENTLY))
    return pairs


def _text_of(one: Requirement) -> str:
    return sets_texts.REQUIREMENT_TEXT.format(modality=sets_texts.MODALITY[one.modality], text=one.text)


def kind_words(one: Offer) -> str:
    """Return what has become of the requirement, and in what it differs."""
    word = sets_texts.KIND[one.kind]
    return f"{word}: {', '.join(one.differs)}" if one.differs else word
