"""One field of a shared object's form: label, control, a sign that it is saved, and below it what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import ObjectKind
from nvplan.model.kinds.rendering import ByKind
from nvplan.services.reading.object_fields import KRONOR, FieldSpec
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.tui.literal import literal, refused
from nvplan.tui.widgets.chooser import Chooser
from nvplan.tui.widgets.form_inputs import FormInput, FormText, LinesArea


@dataclass(frozen=True)
class Look:
    """A kind in a form: what stands in an empty control, and whether what is typed has several lines."""

    hint: str = ""
    has_lines: bool = False


LOOKS: ByKind[Look] = ByKind(ObjectKind, {
    "text": Look(planner_objects_texts.HINT_TEXT),
    "langtext": Look(planner_objects_texts.HINT_TEXT, has_lines=True),
    "tal": Look(planner_objects_texts.HINT_NUMBER),
    "datum": Look(planner_objects_texts.HINT_DATE),
    "val": Look(), "flerval": Look(), "referens": Look(),
})


class FormField(Vertical):
    """A field of a form. It neither checks nor saves; it tells the form what was given and shows what became of it."""

    @dataclass
    class Edited(Message):
        """The person changed what the field holds."""

        field: FormField

    @dataclass
    class Left(Message):
        """The cursor left the field."""

        field: FormField

    @dataclass
    class Entered(Message):
        """The cursor came to the field."""

        field: FormField

    @dataclass
    class Choosing(Message):
        """The person wants to choose among the field's choices."""

        field: FormField
        typed: str = ""
        """What they have begun to type."""

    def __init__(self, spec: FieldSpec, value: Any, shown: str, heading: str = "") -> None:
        """Make the field.

        Args:
            spec: the field as it is declared.
            value: the value in the plan's state.
            shown: the value in words, for choices and for what only the program writes.
            heading: what stands above the field where a group of fields begins.
        """
        super().__init__(id=f"field-{spec.name}", classes="form-field")
        self.spec, self.seen = spec, value
        self.chosen = _listed(value)
        self.dirty = False
        self.clashing = False
        """Whether someone else has written here too, and the person has not chosen yet."""
        self._shown, self._typed = shown, kind_of(spec).typed(spec, value)
        self._heading = heading

    @property
    def is_choice(self) -> bool:
        """Whether the value is chosen and not typed."""
        return kind_of(self.spec).is_chosen

    @property
    def given(self) -> Any:
        """What the field holds, in the form in which a field of a shared object is given."""
        if self.is_choice:
            return list(self.chosen) if self.spec.many else (self.chosen[0] if self.chosen else "")
        return self._typed

    @property
    def is_filled(self) -> bool:
        """Whether there is anything in the field."""
        return bool(self.chosen) if self.is_choice else bool(self._typed.strip())

    def compose(self) -> ComposeResult:
        """Compose label, control, sign and the line for what is wrong."""
        if self._heading:
            yield Static(literal(self._heading), classes="form-heading")
        with Horizontal(classes="form-line"):
            yield Static(self._label(), classes="form-label")
            yield self._control()
            yield Static("", classes="form-sign", markup=False)
        yield Static("", classes="form-fault note-bad", markup=False)

    def _label(self) -> Content:
        label = literal(self.spec.label + (f" ({self.spec.unit})" if self.spec.unit else ""))
        required = Content.styled(f" {planner_objects_texts.REQUIRED}", "$warning") if self.spec.required else ""
        return Content.assemble(label, required)

    def _control(self) -> Widget:
        if self.spec.system:
            return Static(literal(self._shown or planner_objects_texts.CHOSEN_NONE), classes="form-control form-read")
        if self.is_choice:
            return Chooser(self._shown, classes="form-control form-choice")
        look = LOOKS[self.spec]
        if look.has_lines or self.spec.many:
            hint = planner_objects_texts.LINES_HINT if self.spec.many else look.hint
            editor = LinesArea if self.spec.many else FormText
            return editor(self._typed, soft_wrap=True, tab_behavior="focus", compact=True, placeholder=hint,
                            classes="form-control form-long")
        return FormInput(self._typed, select_on_focus=False, placeholder=self._hint(look.hint),
                         classes="form-control form-input")

    def _hint(self, usual: str) -> str:
        """Return what an empty line says is to be written there."""
        if self.spec.unit == KRONOR:
            return planner_objects_texts.HINT_KRONOR
        if self.spec.is_year:
            return planner_objects_texts.HINT_YEAR
        return planner_objects_texts.HINT_WHOLE if self.spec.whole else usual

    def focus_control(self) -> None:
        """Put the cursor in the control."""
        for control in self.query(".form-control"):
            control.focus()

    # -- what became of it -----------------------------------------------------------------------------------------
    def show_value(self, value: Any, shown: str) -> None:
        """Show what stands in the plan, without saying that the person changed it."""
        self.seen, self.chosen, self._shown, self.dirty = value, _listed(value), shown, False
        text = kind_of(self.spec).typed(self.spec, value)
        if self.spec.system:
            self.query_one(".form-control", Static).update(literal(shown or planner_objects_texts.CHOSEN_NONE))
        elif self.is_choice:
            self.query_one(Chooser).show(self._shown)
        elif text != self._typed:
            self._typed = text
            for editor in self.query(TextArea):
                editor.load_text(text)
            for line in self.query(Input):
                line.value = text

    def take_over(self, other: FormField) -> None:
        """Hold what the person gave earlier in another field for the same thing, as if it stood here all the time."""
        self.seen, self.chosen, self._shown, self._typed = other.seen, other.chosen, other._shown, other._typed
        self.dirty, self.clashing = True, other.clashing
        if self.is_choice:
            self.query_one(Chooser).show(self._shown)
        for editor in self.query(TextArea):
            editor.load_text(self._typed)
        for line in self.query(Input):
            line.value = self._typed

    def choose(self, chosen: Sequence[str], shown: str) -> None:
        """Take a choice that the person made."""
        self.chosen, self._shown = tuple(chosen), shown
        self.query_one(Chooser).show(self._shown)
        self.dirty = True
        self.post_message(self.Edited(self))

    def show_sign(self, text: str, kind: str = "good") -> None:
        """Show beside the control what became of it."""
        sign = self.query_one(".form-sign", Static)
        sign.update(text)
        sign.set_classes(f"form-sign note-{kind}")

    @property
    def has_remark(self) -> bool:
        """Whether a remark stands below the control."""
        return self.query_one(".form-fault", Static).has_class("note-warning")

    def show_remark(self, sentence: str) -> None:
        """Say below the control what the person may not have meant; the field is saved all the same."""
        line = self.query_one(".form-fault", Static)
        line.update(literal(sentence))
        line.set_class(not sentence, "note-bad")
        line.set_class(bool(sentence), "note-warning")
        line.display = bool(sentence)

    def show_fault(self, sentence: str) -> None:
        """Show below the control what is wrong; nothing takes the line away."""
        line = self.query_one(".form-fault", Static)
        line.set_class(False, "note-warning")
        line.set_class(True, "note-bad")
        line.update(refused(sentence))
        line.display = bool(sentence)
        if sentence:
            self.show_sign(planner_objects_texts.UNSAVED, "bad")
            self.call_after_refresh(self.call_after_refresh, self.scroll_visible, animate=False)

    # -- what the person does --------------------------------------------------------------------------------------
    def take(self, text: str) -> None:
        """Take what was typed."""
        if text != self._typed:
            self._typed, self.dirty = text, True
            self.post_message(self.Edited(self))

    def on_mount(self) -> None:
        """Hear of every letter before it is painted: none ever stands beside an old «Sparat»."""
        for line in self.query(Input):
            self.watch(line, "value", self.take, init=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Let nobody else take the change for theirs."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field."""
        event.stop()
        self.screen.focus_next()

    def on_chooser_opened(self, event: Chooser.Opened) -> None:
        """Pass on that the person wants to choose."""
        event.stop()
        self.post_message(self.Choosing(self))

    def on_chooser_typed(self, event: Chooser.Typed) -> None:
        """Pass on what the person began to type."""
        event.stop()
        self.post_message(self.Choosing(self, event.sign))

    def on_chooser_cleared(self, event: Chooser.Cleared) -> None:
        """Take the choice away."""
        event.stop()
        if self.chosen:
            self.choose((), "")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say that the cursor is here."""
        self.add_class("-at-hand")
        self.post_message(self.Entered(self))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say that the cursor left."""
        self.remove_class("-at-hand")
        self.post_message(self.Left(self))


def _listed(value: Any) -> tuple[str, ...]:
    if value in (None, "", ()):
        return ()
    return tuple(str(one) for one in value) if isinstance(value, tuple | list) else (str(value),)
