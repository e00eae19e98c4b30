"""Säkerhetskopior: the plan as it was, what differs from it now, and the way back.

Only the marked backup is read: the disk tells the rest, so that the place is shown as soon whatever they hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold, sort_key
from nvplan.model.dates import short_date
from nvplan.model.errors import InputError, NvplanError
from nvplan.model.numbers import format_number
from nvplan.services.reading.comparing import summary
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import BACKUPS, Place
from nvplan.services.writing.restoring import BackupChoice, listed_backups, look_at, put_back
from nvplan.services.writing.session import PlanSession
from nvplan.store.repository import Backup
from nvplan.texts import backups as backups_texts
from nvplan.texts import common as common_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import store as store_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.table_rows import Drawable

RESTORE = Command("restore", "f6", backups_texts.KEY_RESTORE, backups_texts.HELP_RESTORE, priority=True,
                  english="restore backup")
#: So many differences are told beside the list, and in the question.
_MOST_TOLD, _MOST_ASKED = 60, 5


class BackupsScreen(ListPlace):
    """The backups, latest first."""

    OFFERS: ClassVar[tuple[Command, ...]] = (RESTORE, BACK, *ORDER)
    SHOWS: ClassVar[tuple[str, ...]] = ("aterstall",)
    FLEXIBLE: ClassVar[int] = 1

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self._drawn: dict[str, _Row] = {}
        """The rows as they were drawn last."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(BACKUPS)

    @property
    def _rows(self) -> Mapping[str, _Row]:
        """Every backup, as far as the disk tells of it."""
        def read(_state: object) -> Mapping[str, _Row]:
            try:
                found = listed_backups(self.session.address)
            except InputError:  # there are none
                found = ()
            now = self.session.repository.revision
            return {str(number): _Row(number, one, now - one.revision) for number, one in enumerate(found, 1)}

        return self.session.once((BACKUPS,), read)

    def _looked_at(self, row: _Row) -> _Row:
        """Return a row with what differs: the backup is read the first time that somebody looks at it."""
        def look(_state: object) -> BackupChoice:
            return look_at(self.session.address, row.number, row.backup, self.session.repository)

        return replace(row, choice=self.session.once((BACKUPS, row.number), look))

    def _as_known(self, row: _Row) -> _Row:
        return self._looked_at(row) if self.session.knows((BACKUPS, row.number)) else row

    @property
    def _marked(self) -> _Row | None:
        row = self._rows.get(self.table.marked) if self.framed else None
        return None if row is None else self._looked_at(row)

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return backups_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the backups that fit."""
        wanted = fold(words).split()
        marked = self.table.marked or next(iter(self._rows), "")
        rows = [self._looked_at(row) if row.id == marked else self._as_known(row) for row in self._rows.values()]
        self._drawn = {row.id: row for row in rows}
        return [row for row in rows if all(word in fold(" ".join(row.cells)) for word in wanted)]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: its number for its time, how many changes came after it, else its words."""
        if isinstance(row, _Row) and column < 2:
            return row.number if column == 0 else row.since
        return sort_key(row.cells[column]) if row.cells[column] else None

    def count(self) -> int:
        """Return how many backups there are."""
        return len(self._rows)

    def above(self) -> str:
        """Return how many backups there are."""
        return backups_texts.summary(len(self._rows)) if self._rows else ""

    def beside(self, identity: str) -> Content:
        """Return what differs, field by field."""
        row = self._rows.get(identity)
        return facts(self._looked_at(row).facts(_MOST_TOLD)) if row is not None else Content("")

    def on_object_table_marked(self, event: ObjectTable.Marked) -> None:
        """Look at the backup that is marked now, and tell about it."""
        row = self._drawn.get(self.table.marked)
        if row is not None and row.choice is None:
            self.show_list()
        else:
            super().on_object_table_marked(event)

    def about(self) -> Content:
        """Return what the place is for."""
        return literal(backups_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return that there are no backups yet."""
        return literal(backups_texts.EMPTY)

    def crumb(self) -> tuple[str, str]:
        """Return the place's name."""
        return planner_objects_texts.place_name(BACKUPS), ""

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_restore(self) -> str:
        """Say that a row is to be marked first, or why that backup cannot be put back."""
        row = self._marked
        if row is None or row.choice is None:
            return self.needs_row()
        if row.choice.fault:
            return row.choice.fault
        return backups_texts.SAME if row.choice.differences == [] else ""

    why_not_open_marked = why_not_restore

    def action_open_marked(self) -> None:
        """Ask whether to put the marked backup back."""
        self.action_restore()

    def action_restore(self) -> None:
        """Ask, telling what would change, and put the marked backup back."""
        row = self._marked
        why = self.why_not_restore()
        if row is None or why:
            self.planner.say(why, bad=True)
            return
        told = [f"{label}: {values}".replace("\n", "  ") for label, values in row.facts(_MOST_ASKED)]

        def answered(yes: bool | None) -> None:
            if yes:
                self._restore(row)

        self.app.push_screen(AskBox(backups_texts.ASK_RESTORE.format(when=row.when), backups_texts.KEY_RESTORE,
                                    lines=(row.differs, *told, backups_texts.ASK_AFTER)), answered)

    def _restore(self, row: _Row) -> None:
        if row.choice is None:
            return
        try:
            kept = put_back(self.session.address, row.choice, self.session.role)
            self.session.watch()
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        else:
            told = store_texts.RESTORED.format(when=row.when)
            self.planner.say(f"{told} {store_texts.RESTORED_KEPT.format(kept=kept)}" if kept else told)
        self.show_list()


@dataclass(frozen=True)
class _Row:
    """One backup: its number, how many changes have been made since, and what differs once somebody has looked."""

    number: int
    backup: Backup
    since: int
    choice: BackupChoice | None = None
    colours: Mapping[int, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The backup's number."""
        return str(self.number)

    @property
    def when(self) -> str:
        """When it was saved."""
        saved = self.backup.when
        return f"{short_date(saved.date().isoformat())} {saved:%H:%M}"

    @cached_property
    def differs(self) -> str:
        """What differs, in a few words; empty as long as nobody has looked."""
        if self.choice is None or self.choice.fault:
            return self.choice.fault if self.choice is not None else ""
        return summary(self.choice.differences or [])

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """When it was saved, what has happened since and how large it is."""
        changes = backups_texts.since(self.since, format_number(self.since)) if self.since >= 0 else ""
        differs = backups_texts.UNREADABLE if self.choice is not None and self.choice.fault else self.differs
        return self.when, ": ".join(filter(None, (changes, differs))), store_texts.size(self.backup.size)

    def facts(self, most: int) -> Sequence[tuple[str, str]]:
        """Return the first differences: the field, what the plan says now and what the backup says; or the fault."""
        if self.choice is None:
            return []
        if self.choice.fault:
            return [(self.choice.fault, "")]
        found = self.choice.differences or []
        told = [(one.place, backups_texts.NOW_THEN.format(now=one.left or store_texts.NO_VALUE,
                                                          then=one.right or store_texts.NO_VALUE))
                for one in found[:most]]
        return [*told, *([(common_texts.AND_MORE.format(count=len(found) - most), "")] if len(found) > most else [])]
