"""The form of one shared object, made from its declared fields: each is on disk when the cursor has left it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.errors import NvplanError
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_fields import FieldSpec, fields
from nvplan.services.reading.object_list import show_field
from nvplan.services.reading.object_rows import is_carried, object_name, objects_of
from nvplan.services.reading.places import Place
from nvplan.services.writing.commands import ConfirmObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.clashing import Clash
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.objects.field_guidance import about_field
from nvplan.tui.screens.objects.form_commands import CHOOSE, DONE, MEET, NEXT_FIELD, NEXT_POST, PARTS, PREVIOUS_POST
from nvplan.tui.screens.objects.form_drafts import hold_draft, keep_draft
from nvplan.tui.screens.objects.money_sum import sum_in_form
from nvplan.tui.screens.objects.object_choices import by_digit, choose_for, chosen_words
from nvplan.tui.screens.objects.object_form_saving import FormSaver
from nvplan.tui.screens.objects.object_parts import (
    choose_part,
    parts_commands,
    prepare_meeting,
    why_no_meeting,
    why_no_parts,
)
from nvplan.tui.screens.objects.short_form import ADD_MORE, ALL_FIELDS, ShortForm, add_more
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.screens.shared.list_commands import CONFIRM
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import ObjectForm
from nvplan.tui.widgets.fields_scroll import FieldsScroll
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.object_fields import FormField
from nvplan.tui.widgets.reading import ReadingPanel

#: So many fields are on the screen with the first frame; the rest come right after it.
FIRST = 9


class ObjectFormScreen(PlaceScreen):
    """Shows and changes one object. Without an id it is a new one, which is stored once what is required is there."""

    OFFERS: ClassVar[tuple[Command, ...]] = (NEXT_FIELD, CHOOSE, ALL_FIELDS, DONE, CONFIRM, PARTS, MEET, PREVIOUS_POST,
                                             NEXT_POST)

    def __init__(self, session: PlanSession, kind: str, identity: str, *, begin: Mapping[str, Any] | None = None,
                 among: Sequence[str] = (), at: Sequence[str] = ()) -> None:
        super().__init__()
        self.session, self.kind, self.identity = session, kind, identity
        self.among = list(among)
        """The objects of the list that the form was opened from, in order."""
        self.is_new = not identity
        self.short = ShortForm(self)
        self.saving = FormSaver(self)
        self._begin, self._at = dict(begin or {}), at
        self._current: FormField | None = None
        self._specs: list[FieldSpec] | None = None

    # -- what is shown ---------------------------------------------------------------------------------------------
    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here; the neighbours where there are any."""
        beside = (NEXT_POST, PREVIOUS_POST) if len(self.among) > 1 else ()
        confirm = (CONFIRM,) if self.is_carried else ()
        rest = (ALL_FIELDS,) if self.short.is_short else ()
        first = (ADD_MORE, *rest, DONE, CHOOSE) if self.is_new else (CHOOSE, DONE)
        return (NEXT_FIELD, *first, *parts_commands(self.kind), *confirm, *beside, *EVERYWHERE)

    @property
    def is_carried(self) -> bool:
        """Whether the object is from last year's plan and nobody has confirmed it."""
        return is_carried(self.stored())

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(self.kind, self.identity)

    def stored(self) -> Any:
        """Return the object as the plan has it, None where it is not stored."""
        return objects_of(self.session.state, self.kind).get(self.identity) if self.identity else None

    @property
    def fields(self) -> list[FormField]:
        """The fields in order."""
        return list(self.query(FormField))

    def name_of(self, identity: str) -> str:
        """Return what an object of the form's type is called."""
        return object_name(self.session.state, self.kind, identity) or planner_objects_texts.NEW.get(self.kind, "")

    def may_be_missing(self) -> bool:
        """Whether an object with an id need not be stored."""
        return False

    def specs(self) -> Sequence[FieldSpec]:
        """Return the fields that the form shows; one whose fact has its place elsewhere while an older file has it."""
        if self._specs is None:
            self._specs = [one for one in fields(self.kind) if not one.retired or self.value_of(one) not in (None, "")]
        return self._specs

    def value_of(self, spec: FieldSpec) -> Any:
        """Return a field's value in the plan, None where the object is not stored."""
        stored = self.stored()
        return None if stored is None else getattr(stored, spec.name)

    def intro(self) -> Content:
        """Return what stands above the fields: what a new object needs, or that one is from last year's plan."""
        if self.identity:
            return Content.styled(planner_objects_texts.CARRIED_FORM, "$warning") if self.is_carried else Content("")
        required = [f"”{spec.label}”" for spec in self.specs() if spec.required]
        missing = self.saving.missing() or planner_objects_texts.joined(required)
        return Content.styled(planner_objects_texts.draft_needs(missing), "$warning")

    def beside(self, spec: FieldSpec) -> Content:
        """Return what is told beside the form about the field where the cursor is."""
        return about_field(self, spec)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form, the help for the field at hand and, where there is room, what stands beside it."""
        with Horizontal(id="sides"):
            with Vertical(id="list"):
                yield Static("", id="intro", markup=False)
                with FieldsScroll(id="fields", told="#field-help"):
                    yield from self._fields(self.short.in_order(self.specs())[:FIRST])
                yield Static("", id="field-help", markup=False)
            yield ReadingPanel(id="panel", text="beside")

    def _fields(self, specs: Sequence[FieldSpec]) -> list[FormField]:
        headings = planner_objects_texts.SECTIONS.get(self.kind, {})
        return self.short.hidden([FormField(spec, self.value_of(spec), self.words_of(spec, self.value_of(spec)),
                                            headings.get(spec.name, "")) for spec in specs])

    def words_of(self, spec: FieldSpec, value: Any) -> str:
        """Return a field's value in words."""
        return show_field(self.session.state, spec, value)

    def on_mount(self) -> None:
        """Show the first fields at once, then the rest."""
        self._show_intro()
        self.short.draw()
        self.when_painted(self._complete)

    async def _complete(self) -> None:
        await self.query_one("#fields").mount_all(self._fields(self.short.in_order(self.specs())[FIRST:]))
        draft = {**self._begin, **(self.planner.drafts.pop(self.kind, {}) if not self.identity else {})}
        for name, given in draft.items():
            self._fill(self.field(name), given)
        self.saving.take_over()
        self.short.draw()
        first = self.short.begins_at(self._at)
        if first is not None:
            first.focus_control()
        self._show_beside()

    def show_object(self) -> None:
        """Show what the object needs, what it is called, and what stands beside the field at hand."""
        self._show_intro()
        self.show_frame()
        self._show_beside()

    def _show_intro(self) -> None:
        intro, shown = self.query_one("#intro", Static), self.intro()
        shown = Content("\n").join(part for part in (shown, literal(sum_in_form(self))) if part.plain)
        intro.update(shown)
        intro.display = bool(shown.plain)

    def _fill(self, field: FormField, given: Any) -> None:
        if field.is_choice:
            words = chosen_words(self.session.state, field.spec, given)
            field.choose([given] if isinstance(given, str) else given, words)
        else:
            field.show_value(given, "")
            field.seen, field.dirty = None, True

    def field(self, name: str) -> FormField:
        """Return the field with this name."""
        return self.query_one(f"#field-{name}", FormField)

    def show_frame(self) -> None:
        """Show which object this is, and where in the list it stands."""
        super().show_frame()
        if not self.framed:
            return
        crumb = self.query_one("#crumb", TopLine)
        crumb.left = planner_objects_texts.FORM_CRUMB.format(
            place=planner_objects_texts.place_name(self.kind), name=self.title_text()
        )
        needs = planner_objects_texts.REQUIRED_TOLD if any(spec.required for spec in self.specs()) else ""
        position = planner_objects_texts.FORM_POSITION.format(
            number=self.among.index(self.identity) + 1, count=len(self.among)
        ) if self.identity in self.among and not self.is_new else ""
        crumb.right = " · ".join(filter(None, [needs, position]))
        self.query_one(KeyBar).commands = self.commands

    def title_text(self) -> str:
        """Return what the object is called."""
        return self.name_of(self.identity)

    def _show_help(self, field: FormField, text: str = "") -> None:
        told = text or by_digit(self.session.state, field.spec) or field.spec.help
        shown = one_line(f"{field.spec.label}: {told}" if told else "", self.short.lines * max(1, self.size.width - 4))
        self.query_one("#field-help", Static).update(literal(shown))

    def _show_beside(self) -> None:
        if self._current is not None:
            self.query_one("#beside", Static).update(self.beside(self._current.spec))

    def on_form_field_entered(self, event: FormField.Entered) -> None:
        """Tell about the field where the cursor is."""
        if event.field is not self._current:
            self._current = event.field
            self.saving.begin_stay()
            self._show_help(event.field)
            self._show_beside()

    # -- saving; the saver does it ---------------------------------------------------------------------------------
    def on_form_field_edited(self, event: FormField.Edited) -> None:
        """Save what was given, each kind of field in its time, and add it up where it is money."""
        self.saving.edited(event.field)
        self._show_intro()

    def on_form_field_left(self, event: FormField.Left) -> None:
        """Save what the cursor left."""
        self.saving.left(event.field)

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether everything that was given is on disk."""
        return self.saving.save_waiting()

    def clashes(self) -> Sequence[Clash]:
        """Return the fields that someone else has written in too."""
        return self.saving.clashes()

    def plan_changed(self) -> None:
        """Show what others have written, in every field that the person is not in the middle of."""
        self.saving.plan_changed()

    # -- what can be done ------------------------------------------------------------------------------------------
    def on_form_field_choosing(self, event: FormField.Choosing) -> None:
        """Open the choices of a field."""
        choose_for(self, event.field, event.typed)

    def action_all_fields(self) -> None:
        """Show the fields that the short form leaves out."""
        if self.short.is_short:
            self.short.open_all()
            self.show_frame()

    def action_focus_next(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_focus_previous(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_choose(self) -> None:
        """Open the choices of the field at hand, for a key that was clicked."""
        if self._current is not None and self._current.is_choice:
            choose_for(self, self._current)

    def on_screen_suspend(self) -> None:
        """Save what is waiting before something is shown over the form."""
        if self.framed:
            self.save_waiting()
            hold_draft(self, self._begin)

    def action_back(self) -> None:
        """Go back; what cannot be stored yet is kept for the next time."""
        self.save_waiting()
        keep_draft(self, self._begin)
        self.leave_place()

    why_not_parts, action_parts, why_not_meet, action_meet = why_no_parts, choose_part, why_no_meeting, prepare_meeting

    def action_next_post(self) -> None:
        """Go to the next object of the list; from a new one to another that is new."""
        if self.is_new:
            add_more(self, self._begin)
        else:
            self._step(1)

    def action_previous_post(self) -> None:
        """Go to the object before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.save_waiting()
        if self.identity in self.among:
            place = self.among.index(self.identity) + by
            if 0 <= place < len(self.among):
                self.show_instead(self.beside_form(self.among[place]))

    def action_confirm(self) -> None:
        """Say that the object from last year's plan still holds, and go on to the next one."""
        self.save_waiting()
        try:
            self.planner.say(self.session.do(ConfirmObject(self.kind, self.identity)))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.show_object()
        self._step(1)

    def beside_form(self, identity: str) -> Where:
        """Return the form of another object of the same list."""
        return ObjectForm(self.kind, identity, among=self.among)

    def on_unmount(self) -> None:
        """Save what is waiting."""
        if self.framed:
            self.save_waiting()

    def about(self) -> Content:
        """Return the help for the field at hand."""
        return self.beside(self._current.spec) if self._current is not None else Content("")
