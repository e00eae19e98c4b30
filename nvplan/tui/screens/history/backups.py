"""Säkerhetskopior: the plan as it was, what differs from it now, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold, sort_key
from nvplan.model.dates import short_date
from nvplan.model.errors import InputError, NvplanError
from nvplan.services.reading.comparing import summary
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import BACKUPS, Place
from nvplan.services.writing.restoring import BackupChoice, backup_choices, restore_backup
from nvplan.services.writing.session import PlanSession
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

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(BACKUPS)

    @property
    def _rows(self) -> Mapping[str, _Row]:
        def read(_state: object) -> Mapping[str, _Row]:
            try:
                found = backup_choices(self.session.address)
            except InputError:  # there are none
                found = []
            return {str(one.number): _Row(one) for one in found}

        return self.session.once((BACKUPS,), read)

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return backups_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the backups that fit."""
        wanted = fold(words).split()
        return [row for row in self._rows.values() if all(word in fold(" ".join(row.cells)) for word in wanted)]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: its number for its time, else its words."""
        if isinstance(row, _Row) and column == 0:
            return row.choice.number
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
        return facts(row.facts(_MOST_TOLD)) if row is not None else Content("")

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
        row = self._rows.get(self.table.marked) if self.framed else None
        if row is None:
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
        row = self._rows.get(self.table.marked)
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
        try:
            kept = restore_backup(self.session.address, row.choice.number, self.session.role)
            self.session.watch()
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        else:
            told = store_texts.RESTORED.format(when=row.when)
            self.planner.say(f"{told} {store_texts.RESTORED_KEPT.format(kept=kept)}" if kept else told)
        self.show_list()


@dataclass(frozen=True)
class _Row:
    """One backup."""

    choice: BackupChoice
    colours: Mapping[int, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The backup's number."""
        return str(self.choice.number)

    @property
    def when(self) -> str:
        """When it was saved."""
        saved = self.choice.backup.when
        return f"{short_date(saved.date().isoformat())} {saved:%H:%M}"

    @cached_property
    def differs(self) -> str:
        """What differs, in a few words."""
        if self.choice.fault:
            return self.choice.fault
        found = self.choice.differences
        return store_texts.BACKUP_PLAN_UNREADABLE if found is None else summary(found)

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """When it was saved, what differs and how large it is."""
        return self.when, self.differs, store_texts.size(self.choice.backup.size)

    def facts(self, most: int) -> Sequence[tuple[str, str]]:
        """Return the first differences: the field, what the plan says now and what the backup says."""
        found = self.choice.differences or []
        told = [(one.place, backups_texts.NOW_THEN.format(now=one.left or store_texts.NO_VALUE,
                                                          then=one.right or store_texts.NO_VALUE))
                for one in found[:most]]
        return [*told, *([(common_texts.AND_MORE.format(count=len(found) - most), "")] if len(found) > most else [])]
