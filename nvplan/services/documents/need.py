"""The need of doctors against the guide value, from what the county has counted in chapter 2.8."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.following import goal_in_use, goal_named
from nvplan.catalog.questions import plan_form
from nvplan.model.dimensioning import PER_SPECIALIST, Dimensioning
from nvplan.model.document import Block, Cell, Heading, Paragraph, Picture, Table, TableColumn
from nvplan.model.drawn import Need, NeedRow
from nvplan.services.documents.continuity import plain
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.figures.staffing import counted_rows, planned_years
from nvplan.services.reading.sources import source_text
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_pictures as documents_pictures_texts


def need_section(view: View, level: int) -> list[Block]:
    """Return the need of doctors counted on the guide value, which is neither floor nor ceiling.

    Where nothing is counted that is said in a line, without the heading and the rule.
    """
    heading = Heading(level=level, text=documents_actions_texts.NEED)
    guide = goal_in_use(anchors.GUIDE_VALUE, view.state.info) or goal_named(anchors.GUIDE_VALUE)
    about = Paragraph(
        tone="note",
        text=documents_actions_texts.SOURCE_TOLD.format(
            text=documents_actions_texts.NEED_ABOUT, source=source_text((guide.source,))
        ),
    )
    rows = view.answer(plan_form("kontinuitet").by_id[anchors.DOCTOR_NEED]).value
    counts = [(row.name, row.numbers) for row in counted_rows(rows, "regi")]
    if not counts:
        return [Paragraph(text=documents_actions_texts.NEED_MISSING, tone="missing")]
    if len(counts) > 1:
        counts.append((documents_actions_texts.TOTAL, sum((one for _, one in counts[1:]), counts[0][1])))
    return [heading, about, _picture(counts), _table(documents_actions_texts.NEED_TABLE, counts),
            *_by_own_ratio(view, counts), *_years(view, counts[-1][1])]


def _years(view: View, today: Dimensioning) -> list[Block]:
    """Return where the plan's answers about ST, new specialists and pensions lead, with what is taken for granted."""
    years = [(row.name, row.numbers) for row in planned_years(view.state)]
    if not years:
        return []
    return [Paragraph(text=documents_actions_texts.NEED_YEARS_ABOUT, tone="note"),
            _table(documents_actions_texts.NEED_YEARS, [(documents_actions_texts.TODAY, today), *years],
                   documents_actions_texts.COLUMN_WHEN)]


def _picture(counts: Sequence[tuple[str, Dimensioning]]) -> Picture:
    whole = counts[-1][1]
    rows = tuple(NeedRow(label=name, need=one.listed, capacity=one.capacity, need_text=plain(one.listed),
                         capacity_text=plain(one.capacity)) for name, one in counts)
    told = documents_pictures_texts.need_told(plain(whole.listed), plain(whole.capacity), short=whole.gap > 0)
    return Picture(title=documents_pictures_texts.NEED, alternative=told, drawn=Need(rows=rows))


def _by_own_ratio(view: View, counts: Sequence[tuple[str, Dimensioning]]) -> list[Block]:
    """Return the same counted on the county's own number, which is never called the national one."""
    own = view.answer(plan_form("kontinuitet").by_id[anchors.OWN_RATIO]).value
    if not isinstance(own, str) or Decimal(own) == PER_SPECIALIST:
        return []
    ratio = Decimal(own)
    told = documents_actions_texts.OWN_RATIO.format(ratio=plain(ratio), half=plain(ratio / 2))
    return [Paragraph(text=told, tone="note"),
            _table(documents_actions_texts.OWN_RATIO_TABLE.format(ratio=plain(ratio)),
                   [(name, one.by_ratio(ratio)) for name, one in counts])]


def _table(caption: str, counts: Sequence[tuple[str, Dimensioning]],
           first: str = documents_actions_texts.COLUMN_PROVIDER) -> Table:
    return Table(
        caption=caption,
        first_column_is_header=True,
        columns=(
            TableColumn(title=first, weight=3),
            TableColumn(title=documents_actions_texts.COLUMN_LISTED, kind="number", weight=2),
            TableColumn(title=documents_actions_texts.COLUMN_DOCTORS, weight=3),
            TableColumn(title=documents_actions_texts.COLUMN_NEED, kind="number", weight=2),
            TableColumn(title=documents_actions_texts.COLUMN_ENOUGH, weight=3),
            TableColumn(title=documents_actions_texts.COLUMN_GAP, weight=4),
        ),
        rows=tuple(_need(name, one) for name, one in counts),
    )


def _need(name: str, one: Dimensioning) -> tuple[Cell, ...]:
    per_doctor = one.listed_per_specialist
    return (
        given(name),
        Cell(text=plain(one.listed), number=one.listed),
        Cell(text=documents_actions_texts.doctors(plain(one.specialists), plain(one.trainees))),
        Cell(text=plain(one.need), number=one.need),
        Cell(
            text=documents_actions_texts.enough(
                plain(one.capacity), plain(per_doctor) if per_doctor is not None else ""
            )
        ),
        Cell(text=documents_actions_texts.gap(plain(abs(one.gap)), plain(one.gap_in_specialists), short=one.gap > 0)),
    )
