"""Saves the fields of a form: each when the cursor leaves it, text at a pause too, and a new object once it can be."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import partial
from typing import Any

from textual.timer import Timer

from nvplan.model.errors import FieldConflictError, InputError, NvplanError, PlanFileError
from nvplan.model.kinds import kind_of
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_fields import FieldSpec
from nvplan.services.reading.object_rows import object_name
from nvplan.services.writing.commands import AddObject, SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.clashing import ASK_PAUSE, AT_ONCE, Clash
from nvplan.tui.saving import PATIENCE
from nvplan.tui.screens.objects.kept_field import KeptField, key_of
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.object_fields import FormField

#: Text is saved at a pause, in seconds; a number or a date that is half typed could be read as another one.
PAUSE = 0.5


class FormSaving(PlaceScreen):
    """The part of a form that stores what the person gives, and says beside each field what became of it."""

    def __init__(self, session: PlanSession, kind: str, identity: str, among: Sequence[str]) -> None:
        super().__init__()
        self.session, self.kind, self.identity = session, kind, identity
        self.among = list(among)
        """The objects of the list that the form was opened from, in order."""
        self.edit = secrets.token_hex(4)
        """Names the person's unbroken stay in a field."""
        self._waiting: Timer | None = None
        self._asking: Timer | None = None
        self._gone = False

    # -- what the form says ----------------------------------------------------------------------------------------
    @property
    def fields(self) -> list[FormField]:
        """The fields in order."""
        return list(self.query(FormField))

    def stored(self) -> Any:
        """Return the object as the plan has it, None where it is not stored."""
        raise NotImplementedError

    def value_of(self, spec: FieldSpec) -> Any:
        """Return a field's value in the plan, None where the object is not stored."""
        raise NotImplementedError

    def words_of(self, spec: FieldSpec, value: Any) -> str:
        """Return a field's value in words."""
        raise NotImplementedError

    def show_object(self) -> None:
        """Show what the form says of the object besides its fields."""
        raise NotImplementedError

    def name_of(self, identity: str) -> str:
        """Return what an object of the form's type is called."""
        return object_name(self.session.state, self.kind, identity) or planner_objects_texts.NEW.get(self.kind, "")

    # -- saving ----------------------------------------------------------------------------------------------------
    def on_form_field_edited(self, event: FormField.Edited) -> None:
        """Save a choice at once and text at a pause; numbers and dates wait until the cursor leaves."""
        field = event.field
        self._stop_waiting()
        if field.clashing:
            self._contest(field)
        elif field.is_choice:
            self.save_field(field)
        else:
            field.show_sign(planner_objects_texts.WAITING, "calm")
            if kind_of(field.spec).is_text and self.stored() is not None:
                self._waiting = self.set_timer(PAUSE, lambda: self.save_field(field))

    def on_form_field_left(self, event: FormField.Left) -> None:
        """Save what the cursor left."""
        self._stop_waiting()
        self.save_field(event.field)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether everything that was given is on disk."""
        self._stop_waiting()
        if not self.framed:
            return True
        for field in self.fields:
            self.save_field(field)
        return not any(field.dirty for field in self.fields)

    def clashes(self) -> Sequence[Clash]:
        """Return the fields that someone else has written in too."""
        return [self._kept(field) for field in self.fields if field.clashing] if self.framed else ()

    def save_field(self, field: FormField) -> None:
        """Save a field; where it only fits together with others that wait, save them together.

        Where someone else has changed it the person is asked, once they pause.
        """
        if not field.dirty or field.clashing or self._gone:
            return
        others = [one for one in self.fields if one.dirty and one is not field and not one.clashing]
        try:
            with self.session.waiting_at_most(PATIENCE):
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
            if one.dirty and self.identity:
                self._together([one])

    def _contest(self, field: FormField) -> None:
        """Say that someone else has written there, and ask when the person pauses; what is typed stays."""
        kept = self._kept(field)
        field.show_fault(planner_objects_texts.CONFLICT_WAITS)
        self.planner.keep(kept)
        self.planner.show_clash()
        if self._asking is not None:
            self._asking.stop()
        pause = AT_ONCE if field.is_choice else ASK_PAUSE
        self._asking = self.planner.set_timer(pause, partial(self.planner.ask, kept))

    def _kept(self, field: FormField) -> KeptField:
        """Return what is kept of a field: the same for as long as it is not settled."""
        kept = self.planner.outbox.find(key_of(self, self.identity, field.spec.name))
        if isinstance(kept, KeptField) and kept.field is field:
            return kept
        return KeptField(self, field, planner_objects_texts.CONFLICT_WAITS, may_pass=False)

    def take_over(self) -> None:
        """Show in the fields what was written there earlier and is not saved."""
        for field in self.fields:
            kept = self.planner.outbox.find(key_of(self, self.identity, field.spec.name))
            if self.identity and isinstance(kept, KeptField) and kept.field is not field:
                field.take_over(kept.field)
                self.planner.keep(KeptField(self, field, kept.fault, may_pass=kept.may_pass))
                field.show_fault(kept.fault)

    def _together(self, chosen: Sequence[FormField]) -> bool:
        try:
            self._write(chosen)
        except NvplanError:
            return False
        return True

    def _write(self, chosen: Sequence[FormField]) -> None:
        """Store fields; a new object is stored with all that is filled in once what is required is there."""
        if self.identity:
            stored = self.stored() is not None
            self.session.do(SetObject(self.kind, self.identity, {one.spec.name: one.given for one in chosen},
                                      {one.spec.name: one.seen if stored else None for one in chosen}, self.edit))
        else:
            missing = self.missing()
            if missing:
                raise InputError(planner_objects_texts.DRAFT_NEEDS.format(missing=missing))
            chosen = [one for one in self.fields if one.is_filled]
            self.identity = self.session.do(AddObject(self.kind, {one.spec.name: one.given for one in chosen}))
            self.among.append(self.identity)
            self.planner.drafts.pop(self.kind, None)
        for one in chosen:
            one.dirty = False
            self.planner.settled(self._kept(one))
        if not self.framed:
            return
        for one in chosen:
            self._show_saved(one)
        for one in self.fields:
            if one.spec.system:
                one.show_value(self.value_of(one.spec), self.words_of(one.spec, self.value_of(one.spec)))
        self.show_object()
        self.remember_place()

    def _show_saved(self, field: FormField) -> None:
        value = self.value_of(field.spec)
        if field.has_focus_within and not field.is_choice:
            field.seen, field.dirty = value, False
        else:
            field.show_value(value, self.words_of(field.spec, value))
        field.show_fault("")
        field.show_sign(planner_objects_texts.SAVED)

    def missing(self) -> str:
        """Return what is required and not filled in, in words; empty where nothing is missing."""
        return planner_objects_texts.joined([
            f"”{one.spec.label}”" for one in self.fields if one.spec.required and not one.is_filled
        ])

    def _refused(self, field: FormField, error: NvplanError) -> None:
        if not self.identity and self.missing():
            field.show_sign("")
            self.show_object()
            return
        seen = one_line(self.words_of(field.spec, field.seen), 60)
        fault = planner_objects_texts.LAST_GOOD.format(fault=error, value=seen) if seen else str(error)
        field.show_fault(fault)
        if self.identity:
            self.planner.keep(KeptField(self, field, str(error), may_pass=isinstance(error, PlanFileError)))

    def plan_changed(self) -> None:
        """Show what others have written, in every field that the person is not in the middle of."""
        if self.identity and self.stored() is None and not self.may_be_missing():
            self._gone = True
            for field in self.fields:
                if field.dirty:
                    self.planner.keep(KeptField(self, field, planner_objects_texts.GONE, may_pass=False))
            self.planner.say(planner_objects_texts.GONE, bad=True)
            self.leave_place()
            return
        for field in self.fields:
            value = self.value_of(field.spec)
            if not field.dirty and value != field.seen and self.identity:
                field.show_value(value, self.words_of(field.spec, value))
                field.show_sign("")
        self.show_object()

    def may_be_missing(self) -> bool:
        """Whether an object with an id need not be stored."""
        return False
