"""The places of a plan beside its questions, as a value: what a finding, a search hit or a memory leads to."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.catalog.requirements import requirements
from nvplan.model.dates import short_date
from nvplan.model.objects import ABOUT, Contribution, Measurement, Meeting, MeetingItem, ScoreRound
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.guide import Stop, actor_name, first_stop, stop_at
from nvplan.services.reading.object_rows import object_name, objects_of
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import planner_objects as planner_objects_texts

#: Places that are no type of shared object: requirements per actor, the review, the board of insatser, a term, what is
#: due, who has answered what, what has changed, the backups, the plan's years, what a change of set left to confirm,
#: the library, what remains before a decision.
REQUIREMENTS, REVIEW, BOARD, TERM, DUE, ANSWERING, HISTORY, BACKUPS, YEARS, AFTER_SWITCH, LIBRARY, TOWARDS_DECISION = (
    "krav", "granska", "tavla", "begrepp", "framat", "laget", "historik", "kopior", "planar", "kravbyte", "bibliotek",
    "motbeslut")
#: The types with a list of their own; an assessment is reached by its requirement and a receipt in Granska.
LISTED = tuple(kind for kind, about in ABOUT.items() if about.listed)


@dataclass(frozen=True)
class Place:
    """A list, or one thing in it. For `krav` the identity is a requirement and `actor` whose assessment it is."""

    kind: str
    identity: str = ""
    actor: str = ""

    @property
    def text(self) -> str:
        """The place as it stands in a finding and in what is remembered between two sittings."""
        identity = f"{self.identity}@{self.actor}" if self.actor else self.identity
        return f"{self.kind}:{identity}"


def part_of(kind: str, plan: PlanKey) -> dict[str, str]:
    """Return what narrows a list down to a plan, nothing where its objects do not say which plans they belong to."""
    return {"plans": plan} if kind in ABOUT and "plans" in ABOUT[kind].facets else {}


def find_place(text: str, state: PlanState) -> Place | Stop | None:
    """Return where a finding's or a remembered place leads; None where it is gone.

    Reads `fraga:ID@ACTOR`, `krav:ID@ACTOR`, `plan:PLAN`, `TYPE:ID`, and `TYPE:` for the whole list.
    """
    kind, separator, identity = text.partition(":")
    if not separator:
        return None
    if kind == "fraga":
        return _stop(identity, state)
    if kind == "plan":
        return first_stop(plan_form(identity), state) if identity in PLANS else None
    if kind == REQUIREMENTS or kind == "kravbedomning":
        return _requirement(identity, state)
    if kind in (REVIEW, BOARD, DUE, ANSWERING, HISTORY, BACKUPS, YEARS, AFTER_SWITCH, TOWARDS_DECISION):
        return Place(kind)
    if kind == LIBRARY:
        return Place(kind, identity)
    meeting = _meeting_of(kind, identity, state)
    if meeting:
        return Place(Meeting.about.name, meeting)
    if kind not in LISTED:
        return None
    return Place(kind, identity) if identity in _ids(kind, state) else Place(kind)


def place_words(text: str, state: PlanState) -> str:
    """Return what a finding's place is called: the object, the requirement or question with the actor, the plan."""
    return " · ".join(filter(None, place_parts(text, state)[:2]))


def place_parts(text: str, state: PlanState) -> tuple[str, str, str]:
    """Return what a finding's place is called in words, whose it is and a requirement's code, each empty where none."""
    kind, _, identity = text.partition(":")
    wanted, _, actor = identity.partition("@")
    if not identity:
        return planner_objects_texts.place_name(kind), "", ""
    if kind == "plan":
        known = next((one for one in PLANS if one == identity), None)
        return plan_name(state, known) if known else identity, "", ""
    if kind == "fraga":
        question = all_questions().get(wanted)
        return question.label if question is not None else wanted, actor_name(state, actor), ""
    if kind in (REQUIREMENTS, "kravbedomning"):
        found = next((one for one in requirements().values() if one.id.lower() == wanted.lower()), None)
        title, code = (found.title, found.id) if found is not None else (wanted, "")
        return title, actor_name(state, actor), code
    meeting = _meeting_of(kind, identity, state)
    if meeting:
        return object_name(state, Meeting.about.name, meeting), "", ""
    if kind not in LISTED:
        return identity, "", ""
    return object_name(state, kind, identity), _which(objects_of(state, kind).get(identity), state), ""


def _which(one: object, state: PlanState) -> str:
    """Return what tells a measurement from others of the same measure: whose it is, and its day."""
    if not isinstance(one, Measurement):
        return ""
    return " · ".join(filter(None, (actor_name(state, one.actor) if one.actor else "", short_date(one.date))))


def _meeting_of(kind: str, identity: str, state: PlanState) -> str:
    """Return the meeting in which something was treated, said or scored, and is reached; empty for anything else."""
    one = state.objects.get(kind, {}).get(identity)
    return one.meeting if isinstance(one, MeetingItem | Contribution | ScoreRound) else ""


def _ids(kind: str, state: PlanState) -> set[str]:
    return {actor.id for actor in state.actors} if kind == "aktor" else set(state.objects.get(kind, {}))


def _stop(identity: str, state: PlanState) -> Stop | None:
    """Return the question for the actor, even where another answer has made it no longer apply."""
    question, _, actor = identity.partition("@")
    found = all_questions().get(question)
    return stop_at(identity, state) or (Stop(found, actor) if found is not None and actor else None)


def _requirement(identity: str, state: PlanState) -> Place:
    """Return a requirement as an actor meets it; an assessment's id has it in lower case."""
    wanted, _, actor = identity.partition("@")
    known = {one.lower(): one for one in requirements()}
    return Place(REQUIREMENTS, known.get(wanted.lower(), ""), actor if state.actor(actor) else "")
