"""This plan against a frozen version of it, or against how it stood at an earlier revision."""

from __future__ import annotations

from nvplan.model.collation import fold
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Document, Heading, Paragraph, Table, TableColumn
from nvplan.model.document import Cell as TableCell
from nvplan.services.documents.changes import Change, between, since_revision
from nvplan.services.documents.decided import change_table
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.documents.words import counted
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import open_snapshot, snapshots
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that there is nothing to compare with, where no version is frozen and no revision named."""
    return documents_lists_texts.COMPARISON_NONE if not request.against and not snapshots(session) else ""


def build(session: OpenPlan, request: Request) -> Document:
    """Return what differs.

    Raises:
        InputError: there is no such revision to compare with.
        UnknownNameError: no frozen version is called that.
    """
    view = View(session, request)
    about, changes = _compared(view, request.against.strip())
    blocks: list[Block] = [Heading(level=1, text=documents_lists_texts.COMPARISON_HEADING),
                           Paragraph(text=about, tone="text" if changes is not None else "missing")]
    if changes:
        blocks += [_counts(changes), *_groups(changes)]
    elif changes is not None:
        blocks.append(Paragraph(text=documents_lists_texts.COMPARISON_SAME))
    return view.document("jamforelse", documents_texts.TITLE_COMPARISON, blocks)


def _compared(view: View, against: str) -> tuple[str, list[Change] | None]:
    """Return what is compared with what, and the differences; None where there is nothing to compare with."""
    now, known = format_date(view.state.changed[:10]), snapshots(view.session)
    wanted = fold(against)
    named = [one for one in known if not wanted or wanted in (one.id, fold(one.name))]
    if wanted.isdecimal() and not named:
        then, found = since_revision(view, int(wanted))
        return documents_lists_texts.COMPARISON_REVISION.format(now=now, then=format_date(then[:10])), found
    if not named and not wanted:
        return documents_lists_texts.COMPARISON_NONE, None
    earlier = open_snapshot(view.session, named[-1].id if named else against)
    told = documents_lists_texts.COMPARISON_SNAPSHOT.format(now=now, name=named[-1].name,
                                                            date=format_date(named[-1].created[:10]))
    return told, between(earlier, view)


def _by_group(changes: list[Change]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.group, []).append(change)
    return groups


def _counts(changes: list[Change]) -> Table:
    rows = []
    for group, inside in _by_group(changes).items():
        added, gone = sum(not one.then for one in inside), sum(not one.now for one in inside)
        rows.append((TableCell(text=group), counted(added), counted(len(inside) - added - gone), counted(gone)))
    return Table(
        caption=documents_lists_texts.COMPARISON_SUMMARY,
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_lists_texts.COLUMN_GROUP, weight=5),
            *(
                TableColumn(title=title, kind="number", weight=2)
                for title in (
                    documents_lists_texts.COLUMN_ADDED,
                    documents_lists_texts.COLUMN_CHANGED,
                    documents_lists_texts.COLUMN_REMOVED,
                )
            ),
        ),
    )


def _groups(changes: list[Change]) -> list[Block]:
    blocks: list[Block] = []
    for group, inside in _by_group(changes).items():
        blocks += [
            Heading(level=1, text=group),
            change_table(documents_lists_texts.COMPARISON_TABLE.format(group=group), inside),
        ]
    return blocks
