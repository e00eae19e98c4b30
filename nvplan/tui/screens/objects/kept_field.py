"""A field of a form that could not be saved, or that someone else has written in too."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import FieldConflictError, NvplanError
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.screens.objects.object_choices import chosen_words
from nvplan.tui.unsaved import Loose
from nvplan.tui.widgets.object_fields import FormField

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen


def key_of(form: ObjectFormScreen, identity: str, name: str) -> Hashable:
    """Return which field of which object this is."""
    return form.session.address, form.kind, identity, name


class KeptField:
    """What a person gave in a field of an object. It is an `Unsaved`, and a `Clash` where someone else wrote there."""

    def __init__(self, form: ObjectFormScreen, field: FormField, fault: str, *, may_pass: bool) -> None:
        self._form, self.field = form, field
        self._identity, self._edit = form.identity, form.saving.edit
        self.fault, self.may_pass = fault, may_pass
        self._theirs: Any = None

    @property
    def key(self) -> Hashable:
        """Which field of which object this is."""
        return key_of(self._form, self._identity, self.field.spec.name)

    @property
    def where(self) -> str:
        """The object and the field in words."""
        return unsaved_texts.FIELD_IN.format(object=self._form.name_of(self._identity), field=self.field.spec.label)

    @property
    def text(self) -> str:
        """What was given, in words."""
        return self.ours()

    def move_to(self, session: PlanSession) -> None:
        """Save it in another file from now on."""
        self._form.session = session

    def try_again(self) -> bool:
        """Try to save it, in the form or without it; tell whether it is on disk now."""
        if self._form.framed and self._form.identity == self._identity:
            self._form.saving.save_field(self.field)
            return not self.field.dirty
        spec = self.field.spec
        try:
            self._form.session.do(SetObject(self._form.kind, self._identity, {spec.name: self.field.given},
                                            {spec.name: self.field.seen}, self._edit))
        except FieldConflictError:
            self.may_pass, self.field.clashing = False, True
            self._form.planner.ask(self)
            return False
        except NvplanError as error:
            self.fault = str(error)
            return False
        self.field.dirty = False
        return True

    # -- someone else has written here -----------------------------------------------------------------------------
    @property
    def title(self) -> str:
        """What has happened, in words."""
        return planner_objects_texts.CONFLICT_TITLE.format(field=f"”{self.field.spec.label}”")

    def theirs(self) -> str:
        """Return what the plan has, in words."""
        self._theirs = self._form.value_of(self.field.spec)
        return self._form.words_of(self.field.spec, self._theirs)

    def ours(self) -> str:
        """Return what the person has given, in words."""
        spec, given = self.field.spec, self.field.given
        return chosen_words(self._form.session.state, spec, given) if self.field.is_choice else str(given)

    def keep_ours(self) -> None:
        """Save what the person gave over what was shown as theirs."""
        self.field.seen, self.field.clashing, self.field.dirty = self._theirs, False, True
        self._form.planner.settled(self)
        self.may_pass = True
        if not self.try_again():
            self._form.planner.keep(self)

    def keep_theirs(self) -> None:
        """Show what the plan has now; what the person gave stays in the history, where undo finds it."""
        told = self._into_history()
        self.field.clashing, self.field.dirty = False, False
        self._form.planner.settled(self)
        self._form.planner.say(" ".join([unsaved_texts.KEPT_THEIRS, *told]))
        if self._form.framed:
            value = self._form.value_of(self.field.spec)
            self.field.show_value(value, self._form.words_of(self.field.spec, value))
            self.field.show_fault("")
            self.field.show_sign("")

    def _into_history(self) -> list[str]:
        """Save what the person gave and what stood there again over it, as two changes; return what is to be said."""
        form, name = self._form, self.field.spec.name
        theirs, given = form.value_of(self.field.spec), self.ours()
        if not given.strip() or given == form.words_of(self.field.spec, theirs):
            return []
        try:
            form.session.do(SetObject(form.kind, self._identity, {name: self.field.given}, {name: theirs}))
            ours = form.value_of(self.field.spec)
            form.session.do(SetObject(form.kind, self._identity, {name: theirs}, {name: ours}))
        except NvplanError as error:
            if form.value_of(self.field.spec) != theirs:
                return [str(error)]
            form.planner.keep(Loose(self.where, given, unsaved_texts.OURS_ASIDE))
            return [unsaved_texts.OURS_BESIDE]
        return [unsaved_texts.OURS_IN_HISTORY]

    def postpone(self) -> None:
        """Leave the field as it is; the person is asked again when they go on writing, or leave."""
