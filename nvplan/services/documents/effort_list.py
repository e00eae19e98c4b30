"""The list of insatser that the national follow-up lacked: state, spread, reach, provider, prestation and effekt."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.document import Block, Cell, Document, Fact, Facts, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.objects import Effort
from nvplan.services.documents.efforts import (
    by_area,
    efforts_of,
    matrix,
    period_text,
    reach_text,
    spread_text,
    state_chart,
    wide_effort_table,
)
from nvplan.services.documents.kinds import LOOKS
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.reading.object_fields import FieldSpec, fields, fields_by_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import in_own_words
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

#: What every insats must say to be read right, and what it is called here.
_NEEDED = ("state", "spread", "provider", "area", "output", "effect", "effect_known_by")
#: From so many insatser tables and a picture of them all say more than what is told of each.
_COUNTED = 3
#: Columns that stand first in a spreadsheet: what the national follow-up asked for.
_FIRST = ("title", "state", "spread", "provider", "reached", "reach_of", "reach_unit", "actor", "end", "output",
          "effect", "effect_known_by", "area", "role", "start")
#: Columns that are printed of a spreadsheet, on one page's width.
_PRINTED = ("title", "state", "spread", "provider", "reached", "reach_of", "reach_unit", "actor", "end", "output",
            "effect")
#: How much room columns that are printed take beside each other: what is told at length most, numbers least.
_WEIGHTS = {"title": 5, "state": 2, "spread": 2, "provider": 2, "reached": 1, "reach_of": 1, "reach_unit": 2,
            "actor": 4, "end": 2, "output": 6, "effect": 6}
#: Fields that stand on one line with another on the pages, by the one whose label the line has.
_BESIDE = {"state": ("spread",), "kind": ("horizon", "priority"), "actor": ("role",), "cost": ("funding",),
           "reached": ("provider",), "start": ("after_project",)}
#: Fields that are told with others, or by the heading that the insats stands under.
_GATHERED = ("title", "area", "reach_of", "reach_unit", "end", *(name for names in _BESIDE.values() for name in names))


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that there are no insatser, where there are none."""
    return "" if View(session, request).objects(Effort) else documents_plans_texts.NO_EFFORTS


def build(session: OpenPlan, request: Request) -> Document:
    """Return the list, for the county or for what one actor answers for or takes part in."""
    view = View(session, request)
    efforts = efforts_of(view)
    blocks: list[Block] = [Heading(level=1, text=documents_lists_texts.EFFORTS_OVERVIEW),
                           Paragraph(text=documents_lists_texts.EFFORTS_ABOUT, tone="note")]
    if efforts:
        many = len(efforts) >= _COUNTED
        blocks += [_key_facts(efforts), *([matrix(efforts), state_chart(efforts)] if many else []), *_missing(efforts)]
        if many:
            blocks += [Heading(level=1, text=documents_lists_texts.EFFORTS_ALL),
                       wide_effort_table(view, documents_lists_texts.EFFORTS_TABLE, efforts)]
        blocks += _one_by_one(view, efforts)
    else:
        blocks.append(Paragraph(text=documents_lists_texts.EFFORTS_NONE, tone="missing"))
    return view.document("insatser", documents_texts.TITLE_EFFORTS, blocks, grid_blocks=_grids(view, efforts))


def _key_facts(efforts: Sequence[Effort]) -> Facts:
    total = len(efforts)
    counts = ((documents_lists_texts.PRIVATE_FACT, sum(one.provider in ("privat", "bada") for one in efforts)),
              (documents_lists_texts.REACH_FACT, sum(bool(reach_text(one)) for one in efforts)),
              (documents_lists_texts.EFFECT_FACT, sum(bool(one.effect and one.effect_known_by) for one in efforts)))
    return Facts(
        items=tuple(
            Fact(label=label, value=documents_lists_texts.private_told(number, total)) for label, number in counts
        )
    )


def _missing(efforts: Sequence[Effort]) -> list[Block]:
    """Return which insatser lack something that a reader needs; that none does is said."""
    labels = {spec.name: spec.label for spec in fields("insats")} | documents_lists_texts.EFFORT_LABELS
    rows = []
    for effort in efforts:
        left = [labels[name] for name in _NEEDED if not getattr(effort, name)]
        left += [] if reach_text(effort) else [documents_lists_texts.MISSING_REACH]
        if left:
            told = statements_texts.start(", ".join(statements_texts.inside(one) for one in left))
            rows.append((Cell(text=effort.title), Cell(text=told)))
    if not rows:
        return [Paragraph(text=documents_lists_texts.EFFORTS_COMPLETE)]
    return [
        Heading(level=2, text=documents_lists_texts.EFFORTS_MISSING),
        Table(
            caption=documents_lists_texts.EFFORTS_MISSING_ABOUT,
            rows=tuple(rows),
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=4),
                TableColumn(title=documents_lists_texts.COLUMN_MISSING, weight=5),
            ),
        ),
    ]


def _one_by_one(view: View, efforts: Sequence[Effort]) -> list[Block]:
    blocks: list[Block] = [Heading(level=1, text=documents_lists_texts.EFFORTS_ONE_BY_ONE)]
    for area, inside in by_area(efforts):
        blocks.append(Heading(level=2, text=in_own_words(view.state, area)))
        for effort in inside:
            blocks += [Heading(level=3, text=view.titled(effort)), _facts(view, effort)]
    return blocks


def _facts(view: View, effort: Effort) -> Facts:
    """Return everything that is told of an insats; what a reader needs says so where it is missing."""
    facts: list[Fact] = []
    for spec in fields("insats"):
        if spec.name not in _GATHERED:
            beside = [fact for name in _BESIDE.get(spec.name, ()) for fact in _fact(view, effort, name)]
            facts += _joined([*_fact(view, effort, spec.name), *beside])
    return Facts(items=tuple(facts), together=True)


def _fact(view: View, effort: Effort, name: str) -> list[Fact]:
    label = documents_lists_texts.EFFORT_LABELS.get(name, fields_by_name("insats")[name].label)
    if name == "reached":
        view.show(effort, "reached", "reach_of", "reach_unit")
        value = reach_text(effort)
    elif name == "start":
        value = period_text(view, effort)
    elif name == "spread":
        value = spread_text(view, effort)
    elif name == "requirements":
        value = view.named(effort, name).replace("\n", documents_lists_texts.BETWEEN_TITLES)
    else:
        value = view.text(effort, name)
    if name == "yearly_costs":
        value = documents_lists_texts.in_kronor(value)
    if value:
        return [Fact(label=label, value=value)]
    needed = name in (*_NEEDED, "actor", "role", "reached", "start")
    return [Fact(label=label, value=documents_texts.NOT_GIVEN, missing=True)] if needed else []


def _joined(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts as one, under the label of the first; the others say what they are."""
    if len(facts) < 2:
        return list(facts)
    told = [facts[0].value, *(documents_lists_texts.beside(one.label, one.value) for one in facts[1:])]
    return [Fact(label=facts[0].label, value=documents_lists_texts.BETWEEN_TITLES.join(told),
                 missing=all(one.missing for one in facts))]


def _grids(view: View, efforts: Sequence[Effort]) -> list[Block]:
    """Return what a spreadsheet shows: the matrix, and one row for each insats with every field, ready to fill in."""
    order = {name: place for place, name in enumerate(_FIRST)}
    specs = sorted((spec for spec in fields("insats") if not spec.system),
                   key=lambda spec: order.get(spec.name, len(order)))
    columns = (*(_column(spec) for spec in specs),
               TableColumn(title=documents_lists_texts.COLUMN_ID, weight=2, hidden=True))
    rows = tuple((*(_cell(view, effort, spec) for spec in specs), Cell(text=effort.id)) for effort in efforts)
    return [
        Heading(level=1, text=documents_lists_texts.EFFORTS_ALL),
        Paragraph(text=documents_lists_texts.EFFORTS_ABOUT, tone="note"),
        Table(
            caption=documents_texts.TITLE_EFFORTS,
            columns=columns,
            rows=rows,
            row_keys=tuple(f"insats-{effort.id}" for effort in efforts),
        ),
        Heading(level=1, text=documents_lists_texts.EFFORTS_OVERVIEW),
        matrix(efforts),  # also of few insatser: a list that is written out before has it, and comes back
    ]


def _column(spec: FieldSpec) -> TableColumn:
    look = LOOKS[spec]
    return TableColumn(title=spec.label, kind=look.cell, weight=_WEIGHTS.get(spec.name, look.list_weight),
                       aside=spec.name not in _PRINTED,
                       choices=tuple(option.label for option in spec.options) if look.cell == "choice" else ())


def _cell(view: View, effort: Effort, spec: FieldSpec) -> Cell:
    text = view.listed(effort, spec.name) if spec.target == "krav" else view.text(effort, spec.name)
    if kind_of(spec).is_number:
        number = getattr(effort, spec.name)
        return Cell(text=text, number=number) if number is not None else Cell(text="")
    if spec.name in (*_NEEDED, "actor"):
        return given(text)
    return Cell(text=text)
