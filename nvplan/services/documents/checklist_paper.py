"""The checklist for paper: a row for each requirement by area with boxes to tick and room to write, and the questions.

What is written on paper comes back through a person; the formats that are filled in on a screen have the checklist's
own items.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.reference import code_lists
from nvplan.catalog.requirements import is_proposed, plan_sets
from nvplan.model.compliance import assessment, bound
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.objects import Judgement
from nvplan.model.requirement import PLANS, Modality, Requirement
from nvplan.services.documents.checklist_answers import core_questions, told_answer
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import in_own_words, plan_name
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

#: The most binding first, as a reader of an area meets them.
_ORDER: tuple[Modality, ...] = ("lag", "ska", "mal", "bor", "central", "kan")
#: The judgements that have a box each.
_BOXES: tuple[Judgement, ...] = ("uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt")
_NOT_JUDGED: Judgement = "ej_bedomd"
#: The number of a section, at the beginning of its heading.
_SECTION = re.compile(r"\d+(?:\.\d+)*")


def paper(view: View, chosen: Sequence[Requirement], about: Sequence[Block]) -> list[Block]:
    """Return the requirements area by area, and apart from them the core questions with what is answered."""
    known = [one for one in chosen if bound(one, view.actors)]
    return [Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), Paragraph(text=checklist_texts.HOW), *about,
            *(_area(view, name, here) for name, here in by_area(view, known)),
            Heading(level=1, text=documents_texts.GRID_QUESTIONS),
            Paragraph(text=checklist_texts.QUESTIONS_ABOUT),
            *(_questions(view, plan_form(plan)) for plan in PLANS)]


def by_area(view: View, known: Sequence[Requirement]) -> list[tuple[str, list[Requirement]]]:
    """Return the requirements by their area's name, in the areas' own order, and in each the most binding first."""
    areas = code_lists()["omrade"]
    names = [code.id for code in areas.codes]
    order = sorted({one.area for one in known}, key=lambda one: names.index(one) if one in names else len(names))
    return [(in_own_words(view.state, areas.label(area)),
             sorted((one for one in known if one.area == area), key=lambda one: _ORDER.index(one.modality)))
            for area in order]


def _area(view: View, name: str, chosen: Sequence[Requirement]) -> Table:
    boxes = tuple(TableColumn(title=checklist_texts.BOXES[one], kind="tick", weight=1) for one in _BOXES)
    return Table(
        caption=checklist_texts.area(name, len(chosen)),
        first_column_is_header=True,
        columns=(TableColumn(title=checklist_texts.COLUMN_REQUIREMENT, weight=12),
                 TableColumn(title=checklist_texts.COLUMN_MODALITY, weight=1),
                 TableColumn(title=checklist_texts.COLUMN_NOW, weight=2), *boxes,
                 TableColumn(title=documents_texts.LABEL_EVIDENCE, weight=4),
                 TableColumn(title=checklist_texts.COLUMN_NOTE, weight=3)),
        rows=tuple(_row(view, one) for one in chosen))


def _row(view: View, one: Requirement) -> tuple[Cell, ...]:
    """Return a requirement's row; a box is ticked where all whom it is about have judged so, else it says how many."""
    found = judged(view, one)
    evidence, note = "", ""
    if view.actor is not None:
        own = assessment(view.state, one.id, view.actor.id)
        if own.id in view.state.objects.get("kravbedomning", {}):
            view.show(own, "work", "judgement", "reason", "evidence")
        evidence, note = "\n".join(own.evidence), own.reason
    return (Cell(text=told(view, one), beside=whom(view, one)),
            Cell(text=documents_texts.MODALITY[one.modality]), _now(found),
            *(_box(found, box) for box in _BOXES),
            Cell(text=evidence or one.evidence, missing=not evidence), Cell(text=note, blank=True))


def judged(view: View, one: Requirement) -> Counter[Judgement]:
    """Return how many of those whom a requirement binds, and whom this copy shows, have judged it how."""
    return Counter(assessment(view.state, one.id, actor.id).judgement for actor in bound(one, view.actors))


def _now(found: Counter[Judgement]) -> Cell:
    """Return how a requirement is judged by the only one whom it binds, or how many have judged it."""
    left, everyone = found[_NOT_JUDGED], found.total()
    if left == everyone:
        return Cell(text=documents_texts.JUDGEMENT[_NOT_JUDGED], missing=True)
    if everyone == 1:
        return Cell(text=documents_texts.JUDGEMENT[next(iter(found.elements()))])
    return Cell(text=checklist_texts.judged_by(everyone - left, everyone))


def _box(found: Counter[Judgement], judgement: Judgement) -> Cell:
    """Return the box of a judgement, with how many have judged so where several may."""
    number, everyone = found[judgement], found.total()
    about = everyone if judgement == "ej_tillampligt" else everyone - found["ej_tillampligt"]
    return Cell(text=str(number) if number and everyone > 1 else "", ticked=0 < number == about)


def met(view: View, one: Requirement) -> Cell:
    """Return how a requirement is judged: by the only one whom it binds, or how many have judged it how."""
    found = judged(view, one)
    if found[_NOT_JUDGED] == found.total():
        return Cell(text=documents_texts.JUDGEMENT[_NOT_JUDGED], missing=True)
    if found.total() == 1:
        return _now(found)
    return Cell(text=checklist_texts.judged([(one, found[one]) for one in (*_BOXES, _NOT_JUDGED)]))


def told(view: View, one: Requirement) -> str:
    """Return what a requirement is called and what it says, and of which set it is if it is not the plan's own."""
    title = documents_texts.PROPOSED.format(title=one.title) if is_proposed(one) else one.title
    other = _other_set(view, one)
    known = not other or other == documents_texts.MODALITY[one.modality]
    return f"{title}\n{one.text}" if known else f"{title}\n{checklist_texts.out_of(one.text, other)}"


def binding(view: View, one: Requirement) -> str:
    """Return how binding a requirement is, for whom, and in which section of the plan's own set it stands."""
    return checklist_texts.binds(documents_texts.MODALITY[one.modality], one.addressees, _sections(view, one))


def whom(view: View, one: Requirement) -> str:
    """Return whom a requirement binds, and in which section of the plan's own set it stands."""
    return checklist_texts.whom(one.addressees, _sections(view, one))


def _sections(view: View, one: Requirement) -> list[str]:
    sections = [found[0] for source in one.sources if (found := _SECTION.match(source.heading))]
    return [] if _other_set(view, one) else list(dict.fromkeys(sections))


def _other_set(view: View, one: Requirement) -> str:
    info = view.state.info
    return plan_sets(info)[one.set].label.partition(" (")[0] if one.set != info.requirement_set else ""


# -- core questions --------------------------------------------------------------------------------------------------
def _questions(view: View, form: PlanForm) -> Table:
    return Table(
        caption=plan_name(view.state, form.plan),
        first_column_is_header=True,
        wide=True,
        columns=(TableColumn(title=documents_texts.GRID_QUESTION, weight=6),
                 TableColumn(title=checklist_texts.COLUMN_ANSWER, weight=6),
                 TableColumn(title=checklist_texts.COLUMN_NEW, weight=4)),
        rows=tuple((Cell(text=one.label), told_answer(view, form, one), Cell(text="", blank=True))
                   for one in core_questions(view, form)))
