"""The scores of a meeting in its minutes: each closed round with its spread, the verdict, and what the room settled."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.document import Block, Cell, Fact, Facts, Paragraph, Table, TableColumn
from nvplan.model.objects import MeetingItem, ScoreRound
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.meetings.agreement import SCORES
from nvplan.services.meetings.ballots import row_of
from nvplan.services.meetings.scoring import came_later, last_time, rounds, scored, title_of, told, took_part
from nvplan.texts import documents_meetings as documents_meetings_texts
from nvplan.texts import meeting_rounds as meeting_rounds_texts


def score_blocks(view: View, item: MeetingItem) -> list[Block]:
    """Return the closed rounds of an item: a table of how many gave each score, and in words what each round says.

    An open round is not in the plan in a form that anything reads: nothing of it can be here.
    """
    found = rounds(view.state, item.meeting, item.id)
    if not found:
        return []
    for one in found:
        view.show(one, "dimension", "number", "item", "opened", "closed", "counts", "abstained", "voted", "registered",
                  "groups", "kinds", "source", "settled", "reason", "dissent")
    return [
        Paragraph(text=documents_meetings_texts.SCORES_ABOUT, tone="note"),
        _table(found),
        Facts(items=tuple(_fact(view, one) for one in found)),
        *_groups(found),
    ]


def _table(found: Sequence[ScoreRound]) -> Table:
    columns = (TableColumn(title=documents_meetings_texts.COLUMN_DIMENSION, weight=5),
               TableColumn(title=documents_meetings_texts.COLUMN_SPREAD, weight=6),
               TableColumn(title=documents_meetings_texts.COLUMN_ABSTAINED, kind="number", weight=2),
               TableColumn(title=documents_meetings_texts.COLUMN_VERDICT, weight=3))
    rows = tuple((Cell(text=_name(one)), _spread(one.counts), _number(one.abstained),
                  Cell(text=documents_meetings_texts.VERDICTS[scored(one).verdict])) for one in found)
    return Table(caption=documents_meetings_texts.SCORES_TABLE, first_column_is_header=True, columns=columns, rows=rows)


def _name(one: ScoreRound) -> str:
    return documents_meetings_texts.ROUND_OF.format(title=title_of(one.dimension), number=one.number)


def _spread(counts: str) -> Cell:
    """Return how many gave each score, those that somebody gave: a wide table of zeros would turn the page sideways."""
    told_each = [documents_meetings_texts.VOTES_ON.format(count=count, score=score)
                 for score, count in zip(SCORES, row_of(counts), strict=True) if count]
    return given(", ".join(told_each))


def _number(count: int) -> Cell:
    return Cell(text=str(count), number=Decimal(count))


def _fact(view: View, one: ScoreRound) -> Fact:
    before = last_time(view.state, one.meeting, one.dimension) if one.number == 1 else None
    parts = [_held(one)]
    later = came_later(view.state, one)
    parts += [documents_meetings_texts.CAME_LATER.format(count=later)] if later else []
    parts += told(scored(one), before, tips=False)
    lines = [meeting_rounds_texts.listed(parts)]
    if one.settled:
        lines.append(meeting_rounds_texts.SETTLED_AS[one.settled].format(reason=one.reason))
    if one.dissent:
        lines.append(documents_meetings_texts.DISSENT.format(text=one.dissent))
    return Fact(label=_name(one), value="\n".join(lines), above=True)


def _held(one: ScoreRound) -> str:
    """Return when a round was held, or that it comes from a survey, and how many took part."""
    held = (documents_meetings_texts.ROUND_SURVEY if one.source == "enkat" else documents_meetings_texts.ROUND_HELD)
    return held.format(time=one.opened[11:16], told=took_part(one))


def _groups(found: Sequence[ScoreRound]) -> list[Block]:
    """Return the spread of the kinds of actors that may be told apart."""
    rows = []
    for one in found:
        for told_apart in one.groups:
            kind, _, counts = told_apart.partition(":")
            rows.append((Cell(text=_name(one)), Cell(text=meeting_rounds_texts.KIND_LABELS.get(kind, kind)),
                         _spread(counts)))
    if not rows:
        return []
    columns = (TableColumn(title=documents_meetings_texts.COLUMN_DIMENSION, weight=5),
               TableColumn(title=documents_meetings_texts.COLUMN_KIND_OF, weight=3),
               TableColumn(title=documents_meetings_texts.COLUMN_SPREAD, weight=6))
    return [Table(caption=documents_meetings_texts.GROUPS_TABLE, first_column_is_header=True, rows=tuple(rows),
                  columns=columns)]
