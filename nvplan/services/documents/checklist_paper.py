"""The checklist for paper: a row for each requirement by area with boxes to tick and room to write, and the questions.

What is written on paper comes back through a person; the formats that are filled in on a screen have the checklist's
own items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.reference import code_lists
from nvplan.catalog.requirements import is_proposed, plan_sets
from nvplan.model.compliance import assessment, bound, requirement_status
from nvplan.model.document import Block, Cell, Heading, PageBreak, Paragraph, Table, TableColumn
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, Modality, Requirement
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.chapters import shown_on_line
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import in_own_words, plan_name
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts

#: The most binding first, as a reader of an area meets them.
_ORDER: tuple[Modality, ...] = ("lag", "ska", "mal", "bor", "central", "kan")
#: The judgements that have a box each.
_BOXES = ("uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt")
#: So much of an answer stands on paper, and whom it lacks by name up to so many.
LONGEST_ANSWER, _MOST_NAMES = 160, 4
#: The number of a section, at the beginning of its heading.
_SECTION = re.compile(r"\d+(?:\.\d+)*")


def paper(view: View, chosen: Sequence[Requirement], about: Sequence[Block]) -> list[Block]:
    """Return the requirements area by area, and apart from them the core questions with what is answered."""
    known = [one for one in chosen if bound(one, view.actors)]
    return [Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), Paragraph(text=checklist_texts.HOW), *about,
            *(_area(view, name, here) for name, here in by_area(view, known)),
            PageBreak(), Heading(level=1, text=documents_texts.GRID_QUESTIONS),
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
    """Return a requirement's row; a box is ticked where it is judged so by the one it is about, or by all."""
    if view.actor is None:
        judged = "uppfyllt" if requirement_status(one, view.state, view.actors).outcome == "met" else ""
        now, evidence, note = met(view, one), "", ""
    else:
        found = assessment(view.state, one.id, view.actor.id)
        if found.id in view.state.objects.get("kravbedomning", {}):
            view.show(found, "work", "judgement", "reason", "evidence")
        judged = found.judgement
        now = Cell(text=documents_texts.JUDGEMENT[judged], missing=judged == "ej_bedomd")
        evidence, note = "\n".join(found.evidence), found.reason
    return (Cell(text=told(view, one), beside=whom(view, one)),
            Cell(text=documents_texts.MODALITY[one.modality]), now,
            *(Cell(text="", ticked=judged == box) for box in _BOXES),
            Cell(text=evidence or one.evidence, missing=not evidence), Cell(text=note, blank=True))


def met(view: View, one: Requirement) -> Cell:
    """Return by how many a requirement is met, and how many have judged it."""
    status = requirement_status(one, view.state, view.actors)
    return Cell(text=checklist_texts.met(status.met, status.assessed, status.applicable), missing=not status.assessed)


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


def core_questions(view: View, form: PlanForm) -> list[Question]:
    """Return the core questions of a plan that are asked here."""
    return [one for one in form.questions if one.core and not one.guest and view.asked(one, form)]


def told_answer(view: View, form: PlanForm, question: Question) -> Cell:
    """Return what is answered in short: the county's own, or by how many and whom not."""
    asked = view.asked(question, form)
    given = [one for one in asked if view.answer(question, one).value is not None]
    if not given:
        return Cell(text=documents_texts.NOT_ANSWERED, missing=True)
    if asked == [WHOLE_COUNTY] or view.actor is not None:
        text = shown_on_line(question, view.answer(question, asked[0]), LONGEST_ANSWER)
        county = view.actor is not None and asked == [WHOLE_COUNTY]
        return Cell(text=checklist_texts.COUNTY_ANSWER.format(text=text) if county else text)
    return answered(view, form, question)


def answered(view: View, form: PlanForm, question: Question) -> Cell:
    """Return by how many of those whom it is asked of a question is answered, and who is left where they are few."""
    asked = view.asked(question, form)
    given = [one for one in asked if view.answer(question, one).value is not None]
    if not given:
        return Cell(text=documents_texts.NOT_ANSWERED, missing=True)
    silent = [short_name(view, one) for one in asked if one not in given]
    return Cell(text=checklist_texts.answered(len(given), len(asked), silent if len(silent) <= _MOST_NAMES else ()))
