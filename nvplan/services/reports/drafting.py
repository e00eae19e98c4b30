"""Drafts a report's answers: the plan's insatser by area, sorted by how far they have come, and the plan's answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reference import codes
from nvplan.catalog.report_links import report_links
from nvplan.model.dates import last_day
from nvplan.model.document import Fact
from nvplan.model.objects import Effort, Goal
from nvplan.model.progress import respondents
from nvplan.model.report_links import DEFAULT_PARTS, DraftPart, ReportLink
from nvplan.model.reporting import ReportItem
from nvplan.services.reading.answers import answer_facts
from nvplan.services.reading.county_structure import with_national_areas
from nvplan.services.reports.bodies import answering, bodies_of
from nvplan.services.reports.effort_lines import part_lines
from nvplan.services.reports.goal_lines import goal_lines, reported_goals
from nvplan.services.reports.money import account_lines
from nvplan.services.reports.opening import VISION_TABLE, Report, number_of
from nvplan.services.reports.other_plans import plan_lines
from nvplan.services.reports.vfu_lines import vfu_lines
from nvplan.services.reports.vision_decisions import decision_lines, plan_decision_lines
from nvplan.texts import reports as reports_texts

#: Areas that no question has of its own, with the area whose question they belong to.
_NEAREST = {"vfu": "utbildning"}


#: The parts that tell each insats, and do not only count it.
_TELLING = {"resultat", "paborjat", "genomfort", "planerat", "pausat", "avbrutet"}
#: The parts that are not missed where they have no insatser.
_NOT_MISSED = ("pausat", "avbrutet", "jamstalldhet", "malbildsbeslut", "vfu")
#: The parts that tell no insatser.
_OTHERWISE: Mapping[DraftPart, Callable[[Report], Sequence[str]]] = {
    "medel": lambda report: account_lines(report.state, report.actor), "malbildsbeslut": decision_lines,
    "vfu": vfu_lines}
#: The parts that insatser are told in.
OF_EFFORTS = (*DEFAULT_PARTS, "oversikt", "infort", "mal")


@dataclass(frozen=True)
class Part:
    """A part of a draft: what it is, and a line for each insats; no lines means that the plan has none."""

    kind: DraftPart
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Linked:
    """An answer in the plan that the draft leans on: the question's id and label, and who has answered what.

    `missing` names the actors that have not answered; a question that the county answers once has none.
    """

    question: str
    label: str
    facts: tuple[Fact, ...]
    missing: tuple[str, ...] = ()
    told_at: str = ""
    """The number of the earlier item that tells the same answer; it is told there alone."""

    @property
    def is_answered(self) -> bool:
        """Whether anyone has answered."""
        return not all(fact.missing for fact in self.facts)


@dataclass(frozen=True)
class Draft:
    """What the plan has for one item; `elsewhere` names insatser that are told at another item, and is no answer."""

    item: ReportItem
    parts: tuple[Part, ...] = ()
    linked: tuple[Linked, ...] = ()
    elsewhere: tuple[str, ...] = ()
    below: bool = False
    """Whether the item is answered in the items below it."""
    beside: bool = False
    """Whether it stands below the item's own text, which an answer of the plan is, and not in its place."""

    @property
    def is_empty(self) -> bool:
        """Whether the plan has nothing for it."""
        return not (any(part.lines for part in self.parts) or any(one.is_answered for one in self.linked) or self.below)


def drafts(report: Report) -> Mapping[str, Draft]:
    """Return the draft of every item that is answered in words, by item id."""
    efforts = reported_efforts(report)
    homes = effort_homes(report, efforts)
    goals = reported_goals(report)
    places = _Homes(homes, effort_homes(report, goals))
    found = [_draft(report, item, efforts, places, goals) for item in report.items if is_drafted(report, item)]
    return {one.item.id: one for one in _told_once(report, found)}


@dataclass(frozen=True)
class _Homes:
    """Where each insats and each goal is told, by its id."""

    efforts: Mapping[str, str]
    goals: Mapping[str, str]


def _told_once(report: Report, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts in order, where an answer that an earlier item tells says at which."""
    told: dict[str, str] = {}
    for draft in found:
        if draft.item.is_answered:
            linked = tuple(replace(one, told_at=told.get(one.question, "")) for one in draft.linked)
            draft = replace(draft, linked=linked)
            if report.text(draft.item.id) is None or draft.beside:
                told = {one.question: number_of(draft.item) for one in linked if one.is_answered} | told
        yield draft


def is_drafted(report: Report, item: ReportItem) -> bool:
    """Whether an item is answered in words: questions, what the links name, and fields of a form without a layout.

    The table on the målbild is filled from the plan, column by column.
    """
    if item.type in ("fraga", "delfraga") or item.id in report_links():
        return True
    if report.form.layout or item.computed or item.type not in ("falt", "val", "tabell"):
        return False
    return not (item.type == "tabell" and report.form.vision and number_of(item) == VISION_TABLE)


def reported_efforts(report: Report) -> list[Effort]:
    """Return the insatser that the actor reports: those it is responsible for or takes part in.

    An RSS reports for its kommuner and their delregioner; the region reports for private providers as well, and for an
    insats that nobody is responsible for both do. What ended before the period begins was told in an earlier report.
    One without an area is told under that of its målområde.
    """
    found = [one for one in report.state.objects.get("insats", {}).values() if isinstance(one, Effort)]
    period = report.occasion.period_start if report.occasion else ""
    mine = [one for one in found if _reports(report, one) and not _ended_before(one, period)]
    return with_national_areas(report.state, mine)


def _reports(report: Report, effort: Effort) -> bool:
    actor = report.actor
    if actor is None:
        return True
    involved = [one for one in (report.state.actor(identity) for identity in (effort.actor, *effort.participants))
                if one is not None]
    if not involved or actor in involved:
        return True
    own = bodies_of(report.state, actor) if actor.acts_as("rss") else ()
    return any(one.id in own or (actor.acts_as("region") and one.acts_as("privat")) for one in involved)


def _ended_before(effort: Effort, period: str) -> bool:
    if not (period and effort.end) or effort.state not in ("avslutad", "avbruten"):
        return False
    return last_day(effort.end).isoformat() < period[:10]


def effort_homes(report: Report, efforts: Iterable[Effort | Goal]) -> Mapping[str, str]:
    """Return the item where each insats or goal is told in full, by its id: the narrowest question of its area.

    One whose area no question has goes to the question of the area above; one that nothing takes is left out.
    """
    candidates = [item for item in report.items if _is_home(report, item)]
    homes: dict[str, str] = {}
    for effort in efforts:
        for area in _areas_upward(effort.area):
            fitting = [item for item in candidates if area in item.areas]
            if fitting:
                homes[effort.id] = min(fitting, key=lambda item: (len(item.areas), -item.level, item.order)).id
                break
    return homes


def _is_home(report: Report, item: ReportItem) -> bool:
    link = report_links().get(item.id, ReportLink(item=item.id))
    is_question = item.type in ("fraga", "delfraga") and not item.conditional
    return is_question and link.parts is None and not has_parts_below(report, item)


def has_parts_below(report: Report, item: ReportItem) -> bool:
    """Whether the item is answered in items below it that do not hang on a condition."""
    return any(one.parent == item.id and one.is_answered and not one.conditional for one in report.items)


def _areas_upward(area: str) -> list[str]:
    found, known = [], codes("omrade")
    while area and area not in found:
        found.append(area)
        code = known.code(area)
        area = _NEAREST.get(area) or (code.parent if code else "")
    return found


def unplaced(report: Report) -> list[Effort]:
    """Return the reported insatser that no question takes up, because of their area or for lack of one."""
    efforts = reported_efforts(report)
    homes = effort_homes(report, efforts)
    told = {area for item in report.items for area in item.areas
            if (link := report_links().get(item.id)) is not None and set(link.parts or ()) & _TELLING}
    return [one for one in efforts if one.id not in homes and one.area not in told]


def _draft(report: Report, item: ReportItem, efforts: Sequence[Effort], places: _Homes, goals: Sequence[Goal]) -> Draft:
    homes = places.efforts
    link = report_links().get(item.id, ReportLink(item=item.id))
    told = report.same.get(item.id)
    linked = tuple(_linked(report, question) for question in link.questions if question != told)
    linked = tuple(one for one in linked if one.facts)
    if has_parts_below(report, item) and link.parts is None:
        return Draft(item, linked=linked, below=True)
    mine = [one for one in efforts if set(_areas_upward(one.area)) & set(item.areas) or one.kind in link.kinds]
    plans = (*_decided(report, link), *_plans(report, link))
    if link.parts is not None:
        return Draft(item, (*_parts(report, link.parts, mine), *plans), linked, beside=told is not None)
    here = [one for one in mine if homes.get(one.id) == item.id]
    numbers = {one.id: number_of(one) for one in report.items}
    elsewhere = [reports_texts.ELSEWHERE.format(title=one.title, number=numbers[homes[one.id]]) for one in mine
                 if one.area in item.areas and one.id in homes and homes[one.id] != item.id]
    kinds = DEFAULT_PARTS if here else ("oversikt",) if mine and not elsewhere else ()
    parts = _parts(report, kinds, here or mine)
    if any(part.lines for part in parts) or any(one.is_answered for one in linked):  # a goal alone is no answer
        parts += _goals(report, [one for one in goals if places.goals.get(one.id) == item.id])
    return Draft(item, (*parts, *_parts(report, link.also, ()), *plans), linked, tuple(elsewhere))


def _goals(report: Report, goals: Sequence[Goal]) -> tuple[Part, ...]:
    lines = goal_lines(report, goals)
    return (Part("mal", lines),) if lines else ()


def _decided(report: Report, link: ReportLink) -> tuple[Part, ...]:
    lines = plan_decision_lines(report, link.decisions)
    return (Part("planbeslut", lines),) if lines else ()


def _plans(report: Report, link: ReportLink) -> tuple[Part, ...]:
    lines = plan_lines(report, link.plans) if link.plans else ()
    return (Part("andra_planer", lines),) if lines else ()


def _parts(report: Report, kinds: Iterable[DraftPart], efforts: Sequence[Effort]) -> tuple[Part, ...]:
    found = []
    for kind in kinds:
        told = _OTHERWISE.get(kind)
        lines = tuple(told(report)) if told else part_lines(report.state, kind, efforts)
        if lines or kind not in _NOT_MISSED:
            found.append(Part(kind, lines))
    return tuple(found)


def _linked(report: Report, question: str) -> Linked:
    asked = all_questions()[question]
    state = report.state
    among = answering(report, respondents(asked, state, all_questions()))
    facts = answer_facts(asked, state, all_questions(), None, among)
    silent = [one for one in among if state.answer(question, one).value is None]
    names = {one.id: one.name for one in state.actors}
    return Linked(question, asked.label, tuple(facts), tuple(names[one] for one in silent if one in names))


def draft_text(draft: Draft) -> str:
    """Return the draft as running text, to begin from when someone writes their own; empty where there is none."""
    blocks = []
    for part in draft.parts:
        if part.lines:
            lines = [reports_texts.LINE.format(text=one) for one in part.lines]
            blocks.append("\n".join([reports_texts.PART_TITLES[part.kind], *lines]))
    for one in draft.linked:
        if one.is_answered:
            blocks.append("\n".join(linked_lines(one)))
    return "\n\n".join(blocks)


def linked_lines(linked: Linked) -> list[str]:
    """Return a linked answer as lines: the answer alone where the county answers once, else one an actor."""
    if len(linked.facts) == 1:
        return [linked.facts[0].value]
    return [reports_texts.FACT_LINE.format(label=fact.label, value=fact.value) for fact in linked.facts]
