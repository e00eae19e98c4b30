"""The short form of a new object: the few fields that are enough to begin with; one key shows the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nvplan.model.objects import ABOUT
from nvplan.services.reading.object_fields import FieldSpec
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import short_form as short_texts
from nvplan.tui.commands import Command
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.object_fields import FormField

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

ALL_FIELDS = Command("all_fields", "f4", short_texts.KEY_ALL, short_texts.HELP_ALL, priority=True,
                     english="all fields more expand")
#: What F8 does in the form of a new object.
ADD_MORE = Command("next_post", "f8", short_texts.KEY_MORE, short_texts.HELP_MORE, priority=True,
                   english="save and new another")
_SHORT = "-short"


class ShortForm:
    """Which fields of a form are shown: the few of the short form, and those that something stands in; or all."""

    def __init__(self, form: ObjectFormScreen) -> None:
        self._form = form
        self._names = ABOUT[form.kind].short if not form.identity else ()

    @property
    def is_short(self) -> bool:
        """Whether fields are left out."""
        return bool(self._names)

    @property
    def lines(self) -> int:
        """How many lines the help of a field has: the short form has room for a second."""
        return 1 + self.is_short

    def in_order(self, specs: Sequence[FieldSpec]) -> Sequence[FieldSpec]:
        """Return the fields in the order of the form that is shown."""
        first = [next(spec for spec in specs if spec.name == name) for name in self._names]
        return [*first, *(spec for spec in specs if spec.name not in self._names)]

    def shows(self, spec: FieldSpec) -> bool:
        """Whether a field belongs to the form that is shown, whatever stands in it."""
        return not self._names or spec.name in self._names

    def hidden(self, made: list[FormField]) -> list[FormField]:
        """Return fields that are about to be shown, those that are left out not drawn at all."""
        for field in made:
            field.display = self.shows(field.spec)
        return made

    def draw(self) -> None:
        """Show the fields that belong to the form or have something in them."""
        for name in ("#fields", "#field-help"):
            self._form.query_one(name).set_class(self.is_short, _SHORT)
        for field in self._form.fields:
            field.display = self.shows(field.spec) or (field.is_filled and not field.spec.system)

    def begins_at(self, names: Sequence[str]) -> FormField | None:
        """Return where the cursor begins: in the first empty field of those the form is opened for, else the first."""
        shown = [field for field in self._form.fields if not field.spec.system]
        wanted = [field for name in names for field in shown if field.spec.name == name and field.display]
        return next((field for field in wanted if not field.is_filled), next(iter([*wanted, *shown]), None))

    def open_all(self) -> None:
        """Show every field in the order of the whole form, with the cursor in the first that was left out."""
        first = next((field for field in self._form.fields if not field.display and not field.spec.system), None)
        self._names = ()
        box = self._form.query_one("#fields")
        for place, spec in enumerate(self._form.specs()):
            box.move_child(self._form.field(spec.name), before=place)
        self.draw()
        if first is not None:
            first.focus_control()


def add_more(form: ObjectFormScreen, begun: Mapping[str, Any]) -> None:
    """Open another empty form that begins as this one did, once this one is stored; else say what is missing."""
    form.save_waiting()
    if not form.identity:
        form.planner.say(planner_objects_texts.draft_needs(form.saving.missing()), bad=True)
        return
    form.planner.say(short_texts.saved(form.title_text()))
    form.show_instead(ObjectForm(form.kind, begin=begun))
