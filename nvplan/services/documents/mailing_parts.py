"""What follows the questions in an actor's form: requirements, its insatser and decisions, the county's answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvplan.catalog.questions import plan_form
from nvplan.model.compliance import assessment
from nvplan.model.county import Actor
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.objects import Decision, Effort, SharedObject
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.requirement import PLANS, Requirement
from nvplan.services.documents.answers_in_short import in_short
from nvplan.services.documents.view import View
from nvplan.services.reading.bound import fact
from nvplan.services.reading.object_fields import FieldSpec, fields_by_name
from nvplan.services.reading.own_part import binding_requirements, own_questions
from nvplan.texts import documents as documents_texts
from nvplan.texts import mailing as mailing_texts

#: What the key of a row with a proposal begins with.
PROPOSAL = "forslag"
#: What an actor is asked about each of its insatser and decisions.
EFFORT_FIELDS = ("title", "state", "spread", "end", "role")
DECISION_FIELDS = ("title", "outcome", "date", "diary_number")
#: So many insatser can be added, so much of an answer of the county's is shown.
_FREE_ROWS, _LONGEST = 3, 90
_SENTENCE_END = re.compile(r"(?<=[a-zåäö)][.!?])\s+(?=[A-ZÅÄÖ])")


def requirements_part(view: View, actor: Actor) -> Table:
    """Return the requirements that bind the actor, each with what it means and its assessment."""
    found = binding_requirements(view.state, actor)
    judgements = tuple(told for code, told in documents_texts.JUDGEMENT.items() if code != "ej_bedomd")
    return Table(
        caption=mailing_texts.PART_REQUIREMENTS, look="bare",
        rows=tuple(_requirement(view, one, actor.id) for one in found),
        row_keys=tuple(f"krav-{assessment(view.state, one.id, actor.id).id}" for one in found),
        columns=(TableColumn(title=documents_texts.LABEL_REQUIREMENT, weight=8),
                 TableColumn(title=documents_texts.LABEL_JUDGEMENT, kind="choice", weight=3, choices=judgements),
                 TableColumn(title=documents_texts.LABEL_EVIDENCE, weight=4)))


def _requirement(view: View, one: Requirement, actor: str) -> tuple[Cell, ...]:
    found = assessment(view.state, one.id, actor)
    title = mailing_texts.REQUIREMENT.format(title=one.title, modality=documents_texts.MODALITY[one.modality])
    judged = "" if found.judgement == "ej_bedomd" else documents_texts.JUDGEMENT[found.judgement]
    return (Cell(text=f"{title}. {_sentence(one.text)}"), Cell(text=judged, blank=True),
            Cell(text="\n".join(found.evidence), blank=True))


def _sentence(text: str) -> str:
    """Return the first sentence of a text: what the requirement means; the whole of it stands in the checklist."""
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def own_part(view: View, actor: Actor, title: str, *, in_pages: bool) -> list[Block]:
    """Return the actor's own insatser and decisions, to correct and to add to."""
    efforts = [one for one in view.objects(Effort) if one.actor == actor.id]
    joined = [one.title for one in view.objects(Effort) if one.actor != actor.id and actor.id in one.participants]
    decisions = [one for one in view.objects(Decision) if one.actor == actor.id]
    blocks: list[Block] = [
        Heading(level=1, text=title), Heading(level=2, text=mailing_texts.OWN_EFFORTS),
        Paragraph(text=mailing_texts.OWN_EFFORTS_ABOUT, tone="note")]
    own = _objects(view, "insats", efforts, EFFORT_FIELDS, mailing_texts.OWN_EFFORTS, _FREE_ROWS)
    beside = [Paragraph(text=mailing_texts.TAKES_PART.format(titles=mailing_texts.joined(joined)))] if joined else []
    # On a sheet what stands below a table would be taken for a row of it.
    blocks += [own, *beside] if in_pages else [*beside, own]
    if decisions:
        asked = _asked(view, actor)
        twice = any(("beslut", one.id, name) in asked for one in decisions for name in DECISION_FIELDS)
        about = [Paragraph(text=mailing_texts.OWN_DECISIONS_ABOUT, tone="note")] if twice else []
        blocks += [Heading(level=2, text=mailing_texts.OWN_DECISIONS), *about,
                   _objects(view, "beslut", decisions, DECISION_FIELDS, mailing_texts.OWN_DECISIONS, 0, asked)]
    return blocks


def _asked(view: View, actor: Actor) -> frozenset[tuple[str, str, str]]:
    """Return the type, id and field that the form's own questions ask for: a fact is filled in in one place."""
    found: set[tuple[str, str, str]] = set()
    for question in own_questions(view.state, actor):
        if question.bound is not None and question.bound.field:
            holders = fact(question, question.bound, actor.id).holders(
                view.state.objects.get(question.bound.type, {}).values())
            found |= {(question.bound.type, one.id, question.bound.field) for one in holders.values()}
    return frozenset(found)


def _objects(view: View, kind: str, found: Sequence[SharedObject], names: Sequence[str], caption: str, free: int,
             asked: frozenset[tuple[str, str, str]] = frozenset()) -> Table:
    specs = [fields_by_name(kind)[name] for name in names]
    rows = [tuple(_field(view, one, spec, shown=(kind, one.id, spec.name) in asked) for spec in specs) for one in found]
    rows += [tuple(Cell(text="", blank=True) for _ in specs) for _ in range(free)]
    return Table(
        caption=caption, look="bare", rows=tuple(rows),
        row_keys=(*(f"{kind}-{one.id}" for one in found), *[f"{kind}-"] * free),
        columns=tuple(TableColumn(title=spec.label, weight=5 if spec.name == "title" else 3,
                                  kind="choice" if kind_of(spec).is_one_choice else "text",
                                  choices=tuple(option.label for option in spec.options)) for spec in specs))


def _field(view: View, one: SharedObject, spec: FieldSpec, *, shown: bool) -> Cell:
    return Cell(text=view.text(one, spec.name), blank=not shown, shared=shown)


def county_part(view: View, title: str) -> list[Block]:
    """Return the answers of the whole county to read, with room for a proposal; nothing where there is none."""
    answered = [question for plan in PLANS for question in plan_form(plan).questions
                if question.core and question.per == "lan" and not question.guest and not question.columns
                and not kind_of(question).is_shown_alone and view.state.answer(question.id).value is not None]
    if not answered:
        return []
    return [
        Heading(level=1, text=title), Paragraph(text=mailing_texts.COUNTY_ABOUT, tone="note"),
        Table(caption=mailing_texts.PART_COUNTY, look="bare", first_column_is_header=True,
              row_keys=tuple(f"{PROPOSAL}-{one.id}@{WHOLE_COUNTY}" for one in answered),
              columns=(TableColumn(title=mailing_texts.COLUMN_QUESTION, weight=5),
                       TableColumn(title=mailing_texts.COLUMN_COUNTY, weight=5),
                       TableColumn(title=mailing_texts.COLUMN_PROPOSAL, weight=3)),
              rows=tuple((Cell(text=one.label), Cell(text=in_short(one, view.answer(one), _LONGEST)),
                          Cell(text="", blank=True)) for one in answered))]
