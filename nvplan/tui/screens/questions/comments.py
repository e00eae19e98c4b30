"""Remiss comments on a question: the list of them, and the form of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Static, TextArea

from nvplan.model.errors import FieldConflictError, NvplanError
from nvplan.model.objects import Comment
from nvplan.model.question import Question
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_fields import fields
from nvplan.services.reading.remiss import UNHANDLED, comments_on
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_places as planner_places_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.commands import key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Box, Choice, PickBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.unsaved import Loose
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.fault_line import FaultLine
from nvplan.tui.widgets.fields.line import PastingInput
from nvplan.tui.widgets.one_of import OneOf

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: The choice that adds a comment.
NEW = "new"


def comments_box(session: PlanSession, question: Question) -> PickBox:
    """Return the list of a question's comments, with a way to add one first."""
    outcomes = {option.id: option.label for spec in fields("kommentar") if spec.name == "outcome"
                for option in spec.options}
    choices = [Choice(planner_places_texts.COMMENTS_NEW, planner_places_texts.COMMENTS_NEW_HELP, "", NEW)]
    choices += [Choice(one_line(one.body, 40), one_line(f"{outcomes[one.outcome]} · {one.text}", 120),
                       f"{one.text} {one.handled}", one) for one in comments_on(session.state, question.id)]
    return PickBox(planner_places_texts.COMMENTS_TITLE.format(question=one_line(question.label, 38)), choices)


def show_comments(screen: PlaceScreen, session: PlanSession, question: Question) -> None:
    """Show a question's comments; choosing one opens its form."""

    def chosen(one: object) -> None:
        if one is not None:
            comment = one if isinstance(one, Comment) else None
            screen.app.push_screen(CommentBox(session, question, comment), lambda _saved: screen.plan_changed())

    screen.app.push_screen(comments_box(session, question), chosen)


class CommentBox(Box[bool]):
    """One comment: who said what, and how it was handled. Esc saves too, so that nothing typed is lost."""

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("f8,ctrl+s", "save", planner_places_texts.COMMENT_SAVE,
                                                         priority=True)

    def __init__(self, session: PlanSession, question: Question, comment: Comment | None) -> None:
        super().__init__()
        self._session, self._question, self._comment = session, question, comment
        self._seen: Mapping[str, Any] = {} if comment is None else {
            "body": comment.body, "text": comment.text, "outcome": comment.outcome, "handled": comment.handled}
        """What stands in the plan, as the person has been told."""

    def compose(self) -> ComposeResult:
        """Compose the form."""
        one = self._comment
        title = (planner_places_texts.COMMENT_TITLE.format(body=one.body) if one
                 else planner_places_texts.COMMENT_TITLE_NEW.format(question=one_line(self._question.label, 38)))
        outcomes = next(spec.options for spec in fields("kommentar") if spec.name == "outcome")
        with BoxFrame(title, "form"):
            with VerticalScroll(id="comment-form", can_focus=False):
                yield Static(literal(planner_places_texts.COMMENT_BODY), classes="label")
                yield PastingInput(
                    one.body if one else "",
                    placeholder=planner_places_texts.COMMENT_BODY_HINT,
                    id="comment-body",
                    select_on_focus=False,
                )
                yield Static(literal(planner_places_texts.COMMENT_TEXT), classes="label")
                yield TextArea(one.text if one else "", id="comment-text", tab_behavior="focus")
                yield Static(literal(planner_places_texts.COMMENT_OUTCOME), classes="label")
                yield OneOf([(option.id, option.label, option.help) for option in outcomes],
                            one.outcome if one else UNHANDLED, id="comment-outcome")
                yield Static(literal(planner_places_texts.COMMENT_HANDLED), classes="label")
                yield TextArea(one.handled if one else "", id="comment-handled", tab_behavior="focus")
            yield FaultLine(id="comment-note")
            yield Button(f"{planner_places_texts.COMMENT_SAVE} (F8)", id="save", variant="primary")

    def on_mount(self) -> None:
        """Start with who it is from, or with how it is handled where that is known."""
        self.query_one("#comment-body" if self._comment is None else "#comment-outcome").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Save the comment."""
        self.action_save()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the text."""
        self.focus_next()

    def _given(self) -> dict[str, str]:
        return {"body": self.query_one("#comment-body", Input).value.strip(),
                "text": self.query_one("#comment-text", TextArea).text,
                "outcome": self.query_one("#comment-outcome", OneOf).chosen,
                "handled": self.query_one("#comment-handled", TextArea).text,
                "question": self._question.id, "plan": self._question.plan}

    def action_save(self) -> None:
        """Save and close; what is wrong is said in the form."""
        self._save()

    def action_close(self) -> None:
        """Keep what was typed; where it cannot be saved, ask before it is let go."""
        given = self._given()
        if self._comment is None and not any(given[name].strip() for name in ("body", "text", "handled")):
            self.dismiss(False)
        elif not self._save():
            self.app.push_screen(
                AskBox(planner_places_texts.COMMENT_DISCARD, planner_places_texts.COMMENT_DISCARD_YES), self._discard
            )

    def keep_typing(self) -> None:
        """Hand over the comment; one that cannot be saved is kept as a text."""
        given = [self._given()[name] for name in ("body", "text", "handled")]
        if any(one.strip() for one in given) and not self._save():
            cast("NvplanApp", self.app).keep(Loose(
                unsaved_texts.COMMENT_IN.format(question=self._question.label), "\n".join(given)))

    def _discard(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(False)

    def _save(self) -> bool:
        identity, seen = self._comment.id if self._comment else "", self._seen
        try:
            self._session.do(SetObject("kommentar", identity, self._given(), seen))
        except FieldConflictError as error:
            self._seen = {**seen, **{name: theirs for name, (theirs, _) in error.fields.items()}}
            self._tell(f"{error} {planner_places_texts.COMMENT_CLASH}")
            return False
        except NvplanError as error:
            self._tell(str(error))
            return False
        self.dismiss(True)
        return True

    def _tell(self, fault: str) -> None:
        self.query_one(FaultLine).refuse(fault)
