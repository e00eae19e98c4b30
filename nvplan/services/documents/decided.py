"""What has changed in a plan since the last decided text, where a frozen version of it exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nvplan.model.dates import format_date
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.changes import Change, between
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import Snapshot, open_snapshot, snapshots
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_plans as documents_plans_texts


def latest_snapshot(session: OpenPlan) -> tuple[Snapshot, OpenPlan, bool] | None:
    """Return the last frozen version that was decided, or the last of all, with whether it was decided."""
    opened = [(one, open_snapshot(session, one.id)) for one in snapshots(session)]
    decided = [pair for pair in opened if pair[1].state.info.standing == "beslutad"]
    if decided:
        return (*decided[-1], True)
    return (*opened[-1], False) if opened else None


def changes_section(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return what differs from the last decided text of plans; that there is none is said."""
    heading = Heading(level=level, text=documents_plans_texts.CHANGES)
    found = latest_snapshot(view.session)
    if found is None:
        return [heading, Paragraph(text=documents_plans_texts.NO_SNAPSHOT, tone="missing")]
    snapshot, earlier, decided = found
    about = documents_plans_texts.CHANGES_ABOUT.format(name=snapshot.name, date=format_date(snapshot.created[:10]))
    told = documents_plans_texts.CHANGES_DECIDED if decided else documents_plans_texts.CHANGES_NOT_DECIDED
    changes = [replace(one, where=one.told or one.where) for one in between(earlier, view)
               if set(plans) & set(one.plans) and not one.working]
    blocks: list[Block] = [heading, Paragraph(text=f"{about} {told}", tone="note")]
    return [*blocks, change_table(documents_plans_texts.CHANGE_TABLE, changes)] if changes else [
        *blocks, Paragraph(text=documents_plans_texts.NO_CHANGES)]


def change_table(caption: str, changes: list[Change]) -> Table:
    """Return changes as a table: where, then and now."""
    return Table(
        caption=caption,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_plans_texts.COLUMN_WHERE, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_THEN, weight=5),
            TableColumn(title=documents_plans_texts.COLUMN_NOW, weight=5),
        ),
        rows=tuple((Cell(text=one.where), _value(one.then), _value(one.now)) for one in changes),
    )


def _value(text: str) -> Cell:
    return Cell(text=text) if text else Cell(text=documents_lists_texts.EMPTY_BEFORE, missing=True)
