"""What remains before the plan goes out, before it is decided, and before a report is frozen.

Granska is looked at before each, not after: what it finds stands among what remains. A chapter is signed off by a role
on a day; where an answer in it has changed since, that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.dates import format_date
from nvplan.model.errors import NvplanError
from nvplan.model.objects import Comment, ReportOccasion, SignOff
from nvplan.model.plan import PlanState
from nvplan.model.question import Chapter
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.guide import chapter_progress
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.reading.remiss import unhandled
from nvplan.services.reading.status import plan_status
from nvplan.services.reports.freezing import before_freezing
from nvplan.services.review.findings import finding_counts, review
from nvplan.texts import common as common_texts
from nvplan.texts import steps as steps_texts

Stage = Literal["remiss", "kapitel", "beslut", "frysning"]
STAGES: Final[tuple[Stage, ...]] = ("remiss", "kapitel", "beslut", "frysning")
#: What must be done before each change of standing: what remains of these stages.
BEFORE: Final[dict[str, tuple[Stage, ...]]] = {"remiss": ("remiss", "kapitel"),
                                               "beslutad": ("remiss", "kapitel", "beslut")}
_ADOPTED_BY, _SUBJECT = anchors.JOINT_DECISIONS, "gemensam"


@dataclass(frozen=True)
class Step:
    """One thing on the way: whether it is done, how it stands in words, and the place that it leads to."""

    stage: Stage
    what: str
    told: str
    done: bool
    place: str
    """Written as a finding's; empty where it leads nowhere."""
    chapter: str = ""
    """The chapter that is signed off."""
    plan: str = ""
    """The chapter's plan, by its name."""
    number: int = 0
    """The number of the chapter's step in its plan, as Läget and the questions say it; 0 for what is no chapter."""

    @property
    def numbered(self) -> str:
        """What it is, a chapter with its step's number: the plan has eight steps, and each one or more chapters."""
        return f"{self.number} {self.what}" if self.number else self.what

    @property
    def group(self) -> str:
        """What it stands under: its stage, and of a chapter its plan."""
        return steps_texts.CHAPTERS.format(plan=self.plan) if self.plan else steps_texts.STAGES[self.stage]

    @property
    def id(self) -> str:
        """What the step is found again by."""
        return f"{self.stage}-{self.chapter or self.place}-{self.what}"


def steps(plan: OpenPlan) -> list[Step]:
    """Return every step, those of a stage together, in the order in which they come."""
    state = plan.state
    counts = finding_counts(review(plan))
    return [*_answers(state), _checked("remiss", counts, ("fel",)), *_chapters(state), *_before_decision(state),
            _checked("beslut", counts, ("fel", "varning")), *_reports(plan)]


def remaining(plan: OpenPlan, standing: str) -> list[Step]:
    """Return what is not done before the plan is given a standing; nothing for a draft."""
    stages = BEFORE.get(standing, ())
    return [one for one in steps(plan) if one.stage in stages and not one.done]


def remaining_told(plan: OpenPlan, standing: str, most: int = 6) -> list[str]:
    """Return what remains as lines, the chapters as one; the first few of them and how many more."""
    left = remaining(plan, standing)
    chapters = [one for one in left if one.stage == "kapitel"]
    lines = [steps_texts.LINE.format(what=one.what, told=one.told) for one in left if one.stage != "kapitel"]
    lines += [steps_texts.chapters_left(len(chapters))] if chapters else []
    return lines[:most] + ([common_texts.AND_MORE.format(count=len(lines) - most)] if len(lines) > most else [])


def _answers(state: PlanState) -> Iterator[Step]:
    for plan in PLANS:
        done = plan_status(plan, state).progress
        left = done.applicable - done.whole
        yield Step("remiss", steps_texts.ANSWERS.format(plan=plan_short(state, plan)),
                   steps_texts.answers_left(left, done.to_confirm), not left and not done.to_confirm, f"plan:{plan}")


def review_told(plan: OpenPlan) -> str:
    """Return how many findings Granska has that nobody has let stand, in words."""
    counts = finding_counts(review(plan))
    return steps_texts.findings({level: counts.get(level, 0) for level in ("fel", "varning")})


def _checked(stage: Stage, counts: Any, levels: Sequence[str]) -> Step:
    found = {level: counts.get(level, 0) for level in levels}
    return Step(stage, steps_texts.REVIEW, steps_texts.findings(found), not any(found.values()), "granska:")


# -- chapters ----------------------------------------------------------------------------------------------------------
def sign_offs(state: PlanState) -> dict[str, SignOff]:
    """Return the chapters that are signed off, by chapter."""
    return {one.chapter: one for one in state.objects.get(SignOff.about.name, {}).values() if isinstance(one, SignOff)}


def _chapters(state: PlanState) -> Iterator[Step]:
    signed = sign_offs(state)
    changed = _last_changes(state)
    for plan in PLANS:
        form = plan_form(plan)
        for chapter in form.chapters:
            if chapter_progress(form, chapter, state).applicable or chapter.id in signed:
                yield _chapter(state, plan, chapter, signed.get(chapter.id), changed.get(chapter.id, ""))


def _chapter(state: PlanState, plan: PlanKey, chapter: Chapter, one: SignOff | None, changed: str) -> Step:
    if one is None:
        told, done = steps_texts.NOT_SIGNED, False
    else:
        day = format_date(one.date) if one.date else steps_texts.NO_DAY
        done = not (one.date and changed > one.date)
        told = (steps_texts.SIGNED if done else steps_texts.CHANGED_SINCE).format(role=one.role, day=day)
    return Step("kapitel", chapter.title, told, done, f"fraga:{_first_question(plan, chapter)}", chapter.id,
                plan_short(state, plan), [step.id for step in plan_form(plan).steps].index(chapter.step) + 1)


def _first_question(plan: PlanKey, chapter: Chapter) -> str:
    return next((one.id for one in plan_form(plan).of_chapter(chapter.id)), "")


def _last_changes(state: PlanState) -> dict[str, str]:
    """Return the day of the last change of an answer in each chapter, as ISO."""
    known = all_questions()
    found: dict[str, str] = {}
    for (_, question), answer in state.answers.items():
        if question in known:
            chapter = known[question].chapter
            found[chapter] = max(found.get(chapter, ""), answer.changed[:10])
    return found


# -- a decision, and a report ------------------------------------------------------------------------------------------
def _before_decision(state: PlanState) -> Iterator[Step]:
    out = state.info.standing in ("remiss", "beslutad")
    yield Step("beslut", steps_texts.REMISS, steps_texts.REMISS_DONE if out else steps_texts.REMISS_LEFT, out, "")
    comments = [one for one in state.objects.get(Comment.about.name, {}).values() if isinstance(one, Comment)]
    left = unhandled(comments)
    yield Step("beslut", steps_texts.COMMENTS, steps_texts.comments_left(len(comments), left), not left, "kommentar:")
    until = state.answer(anchors.JOINT_UNTIL).value
    told = format_date(until) if isinstance(until, str) else steps_texts.NOT_GIVEN
    yield Step("beslut", steps_texts.VALID, told, until is not None, f"fraga:{anchors.JOINT_UNTIL}@lan")
    found = adoption(state, _ADOPTED_BY, _SUBJECT)
    yield Step("beslut", steps_texts.ADOPTED, steps_texts.adopted(found.adopted, found.bodies),
               bool(found.bodies) and found.adopted == found.bodies, "beslut:")


def _reports(plan: OpenPlan) -> Iterator[Step]:
    for one in plan.state.objects.get(ReportOccasion.about.name, {}).values():
        if not isinstance(one, ReportOccasion) or one.frozen:
            continue
        try:
            lines = before_freezing(plan, one.id).lines
        except NvplanError:  # its form is printed by no document, so that there is nothing to freeze
            continue
        yield Step("frysning", one.title, " ".join(lines) or steps_texts.READY, not lines,
                   f"{ReportOccasion.about.name}:{one.id}")


def steps_json(found: Sequence[Step]) -> list[dict[str, Any]]:
    """Return the steps as `nvplan kvar --json` prints them."""
    return [{"stage": one.stage, "what": one.what, "text": one.told, "done": one.done, "place": one.place or None,
             "chapter": one.chapter or None} for one in found]
