"""Saves the fields of a form: each when the cursor leaves it, text at a pause too, and a new object once it can be."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from nvplan.model.errors import FieldConflictError, InputError, NvplanError, PlanFileError
from nvplan.model.kinds import kind_of
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_fields import amount_meant
from nvplan.services.writing.commands import AddObject, SetObject
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.clashing import ASK_PAUSE, AT_ONCE, Clash
from nvplan.tui.saving import PATIENCE
from nvplan.tui.screens.objects.kept_field import KeptField, key_of
from nvplan.tui.widgets.object_fields import FormField

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

#: Text is saved at a pause, in seconds; a number or a date that is half typed could be read as another one.
PAUSE = 0.5


class FormSaver:
    """Stores what the person gives in a form, and says beside each field what became of it."""

    def __init__(self, form: ObjectFormScreen) -> None:
        self._form = form
        self.edit = secrets.token_hex(4)
        """Names the person's unbroken stay in a field."""
        self._waiting: Timer | None = None
        self._asking: Timer | None = None
        self._gone = False

    def begin_stay(self) -> None:
        """The person has come to another field: what is given from now on is a change of its own."""
        self.edit = secrets.token_hex(4)

    def edited(self, field: FormField) -> None:
        """Save a choice at once and text at a pause; numbers and dates wait until the cursor leaves."""
        self._stop_waiting()
        if field.clashing:
            self._contest(field)
        elif field.is_choice:
            self.save_field(field)
        else:
            is_saved = bool(self._form.identity) or not self.missing()
            field.show_sign(planner_objects_texts.WAITING if is_saved else "", "calm")
            self._remark(field)
            if kind_of(field.spec).is_text and self._form.stored() is not None:
                self._waiting = self._form.set_timer(PAUSE, lambda: self.save_field(field))

    def left(self, field: FormField) -> None:
        """Save what the cursor left."""
        self._stop_waiting()
        self.save_field(field)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether everything that was given is on disk."""
        self._stop_waiting()
        if not self._form.framed:
            return True
        for field in self._form.fields:
            self.save_field(field)
        return not any(field.dirty for field in self._form.fields)

    def clashes(self) -> Sequence[Clash]:
        """Return the fields that someone else has written in too."""
        return [self._kept(field) for field in self._form.fields if field.clashing] if self._form.framed else ()

    def save_field(self, field: FormField) -> None:
        """Save a field; where it only fits together with others that wait, save them together.

        Where someone else has changed it the person is asked, once they pause.
        """
        if not field.dirty or field.clashing or self._gone:
            return
        others = [one for one in self._form.fields if one.dirty and one is not field and not one.clashing]
        try:
            with self._form.session.waiting_at_most(PATIENCE):
                self._write([field])
        except FieldConflictError:
            field.clashing = True
            self._contest(field)
            return
        except NvplanError as alone:
            if isinstance(alone, PlanFileError) or not others or not self._together([field, *others]):
                self._refused(field, alone)
                return
        for one in others:
            if one.dirty and self._form.identity:
                self._together([one])

    def _contest(self, field: FormField) -> None:
        """Say that someone else has written there, and ask when the person pauses; what is typed stays."""
        kept = self._kept(field)
        field.show_fault(planner_objects_texts.CONFLICT_WAITS)
        self._form.planner.keep(kept)
        self._form.planner.show_clash()
        if self._asking is not None:
            self._asking.stop()
        pause = AT_ONCE if field.is_choice else ASK_PAUSE
        self._asking = self._form.planner.set_timer(pause, partial(self._form.planner.ask, kept))

    def _kept(self, field: FormField) -> KeptField:
        """Return what is kept of a field: the same for as long as it is not settled."""
        kept = self._form.planner.outbox.find(key_of(self._form, self._form.identity, field.spec.name))
        if isinstance(kept, KeptField) and kept.field is field:
            return kept
        return KeptField(self._form, field, planner_objects_texts.CONFLICT_WAITS, may_pass=False)

    def take_over(self) -> None:
        """Show in the fields what was written there earlier and is not saved."""
        for field in self._form.fields:
            kept = self._form.planner.outbox.find(key_of(self._form, self._form.identity, field.spec.name))
            if self._form.identity and isinstance(kept, KeptField) and kept.field is not field:
                field.take_over(kept.field)
                self._form.planner.keep(KeptField(self._form, field, kept.fault, may_pass=kept.may_pass))
                field.show_fault(kept.fault)

    def _together(self, chosen: Sequence[FormField]) -> bool:
        try:
            self._write(chosen)
        except NvplanError:
            return False
        return True

    def _write(self, chosen: Sequence[FormField]) -> None:
        """Store fields; a new object is stored with all that is filled in once what is required is there."""
        form = self._form
        if form.identity:
            stored = form.stored() is not None
            form.session.do(SetObject(form.kind, form.identity, {field.spec.name: field.given for field in chosen},
                                      {field.spec.name: field.seen if stored else None for field in chosen},
                                      self.edit))
        else:
            missing = self.missing()
            if missing:
                raise InputError(planner_objects_texts.draft_needs(missing))
            chosen = [field for field in form.fields if field.is_filled]
            form.identity = form.session.do(AddObject(form.kind, {field.spec.name: field.given for field in chosen}))
            form.among.append(form.identity)
            form.planner.drafts.pop(form.kind, None)
        for field in chosen:
            field.dirty = False
            form.planner.settled(self._kept(field))
        if not form.framed:
            return
        for field in chosen:
            self._show_saved(field)
        for field in form.fields:
            if field.spec.system:
                value = form.value_of(field.spec)
                field.show_value(value, form.words_of(field.spec, value))
        form.show_object()
        form.remember_place()

    def _show_saved(self, field: FormField) -> None:
        value = self._form.value_of(field.spec)
        if field.has_focus_within and not field.is_choice:
            field.seen, field.dirty = value, False
        else:
            field.show_value(value, self._form.words_of(field.spec, value))
        field.show_fault("")
        self._remark(field)
        field.show_sign(planner_objects_texts.SAVED)

    def _remark(self, field: FormField) -> None:
        """Say below the heading that it is one, where an amount alone is typed there."""
        if field.is_choice:
            return
        amount = amount_meant(self._form.kind, field.spec.name, field.given)
        if amount is not None:
            field.show_remark(planner_objects_texts.AMOUNT_MEANT.format(label=amount.label))
        elif field.has_remark:
            field.show_remark("")

    def missing(self) -> str:
        """Return what is required and not filled in, in words; empty where nothing is missing."""
        return planner_objects_texts.joined([
            f"”{one.spec.label}”" for one in self._form.fields if one.spec.required and not one.is_filled
        ])

    def _refused(self, field: FormField, error: NvplanError) -> None:
        if not self._form.identity and self.missing():
            field.show_sign("")
            self._form.show_object()
            return
        seen = one_line(self._form.words_of(field.spec, field.seen), 60)
        fault = planner_objects_texts.LAST_GOOD.format(fault=error, value=seen) if seen else str(error)
        field.show_fault(fault)
        if self._form.identity:
            self._form.planner.keep(KeptField(self._form, field, str(error), may_pass=isinstance(error, PlanFileError)))

    def plan_changed(self) -> None:
        """Show what others have written, in every field that the person is not in the middle of."""
        if self._form.identity and self._form.stored() is None and not self._form.may_be_missing():
            self._gone = True
            for field in self._form.fields:
                if field.dirty:
                    self._form.planner.keep(KeptField(self._form, field, planner_objects_texts.GONE, may_pass=False))
            self._form.planner.say(planner_objects_texts.GONE, bad=True)
            self._form.leave_place()
            return
        for field in self._form.fields:
            value = self._form.value_of(field.spec)
            if not field.dirty and value != field.seen and self._form.identity:
                field.show_value(value, self._form.words_of(field.spec, value))
                field.show_sign("")
        self._form.show_object()
