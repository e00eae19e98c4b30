"""Exports from inside: which documents, which formats, whose part, how far it has come, and where the files are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.worker import Worker, get_current_worker

from nvplan.files.ports import WRITER
from nvplan.model.errors import NvplanError
from nvplan.services.documents.asking import Offer, offered_actors, offered_alarms, offered_meetings, offered_versions
from nvplan.services.documents.registry import EVERYTHING, KNOWN
from nvplan.services.exchange.chosen import Chosen, Failed, Step, Written, check, misfits, short_names, write_chosen
from nvplan.services.exchange.formats import FORMATS
from nvplan.services.reading.plan_names import in_own_words
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_export as planner_export_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.boxes.choosing import OneBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room
from nvplan.tui.widgets.form_pages import FormPage, FormPages
from nvplan.tui.widgets.frame import KeyBar, TopLine
from nvplan.tui.widgets.row_list import RowList
from nvplan.tui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

START = Command("start", "f8", planner_export_texts.EXPORT_START, planner_export_texts.HELP_EXPORT_START, priority=True)
MORE = Command("start", "f8", planner_export_texts.EXPORT_MORE, planner_export_texts.HELP_EXPORT_MORE, priority=True)
BACK = Command("back", "escape", planner_texts.KEY_BACK, planner_texts.HELP_UP)
STOP = Command("back", "escape", planner_texts.CANCEL, planner_export_texts.HELP_EXPORT_STOP)
#: What stands in the form the first time: the plan itself, in Word. After that what was exported last.
_USUAL = Chosen(("gemensam-plan",), ("docx",), "")
_NAMES, _DATA, _APPENDICES = "utan-namn", "utan-data", "bilagor"
_LABEL_WIDTH = 12
#: What can be chosen for each field of a request, in the order of the rows.
_OFFERS = {"actor": offered_actors, "meeting": offered_meetings, "against": offered_versions,
           "alarm": offered_alarms}


class _Stopped(Exception):  # noqa: N818
    """The person asked the export to stop."""


class ExportScreen(PlaceScreen):
    """Writes documents to a folder, and shows how far it has come and where they are."""

    OFFERS: ClassVar[tuple[Command, ...]] = (START, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._work: Worker[None] | None = None
        self._done = False
        self._begun = replace(_USUAL, folder=str(session.folder_beside / "dokument"))

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done: choose and start, stop what is running, or go on from what is done."""
        own = (STOP,) if self._work is not None else (MORE, BACK) if self._done else self.OFFERS
        return (*own, *EVERYWHERE)

    @property
    def chosen(self) -> Chosen:
        """What the form says."""
        without = self.query_one("#without", TickList).ticked
        return replace(
            self._begun, documents=tuple(self.query_one("#documents", TickList).ticked),
            formats=tuple(self.query_one("#formats", TickList).ticked), folder=self.query_one("#folder", Input).value,
            without_names=_NAMES in without, without_data=_DATA in without,
            appendices=_APPENDICES in without)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form, and under it what is being written and what was."""
        self._begun = begun = self.planner.exports.get(self.session.address, self._begun)
        yield FormPages(Container(
            FormPage(planner_export_texts.EXPORT_DOCUMENTS, *self._asks_documents(begun)),
            Container(FormPage(planner_export_texts.EXPORT_FORMATS, *self._asks_formats(begun)),
                      FormPage(planner_export_texts.EXPORT_ASKED, *self._asks_rest(begun)), classes="side"),
            id="what"))
        with VerticalScroll(id="done"):
            yield Static("", id="result", markup=False)
        yield Static("", id="progress", markup=False)

    def _asks_documents(self, begun: Chosen) -> Iterable[Widget]:
        yield Static(literal(planner_export_texts.EXPORT_DOCUMENTS), classes="label")
        yield TickList([(EVERYTHING, planner_export_texts.EXPORT_EVERYTHING), *(
            (document.name, self._named(planner_export_texts.NAMED.get(document.name, document.title)))
            for document in KNOWN.values())], begun.documents, id="documents")

    def _named(self, title: str) -> str:
        """Return a document's name in the county's own words."""
        return in_own_words(self.session.state, title)

    def _asks_formats(self, begun: Chosen) -> Iterable[Widget]:
        yield Static(literal(planner_export_texts.EXPORT_FORMATS), classes="label")
        yield TickList([(name, known.label) for name, known in FORMATS.items()], begun.formats, id="formats")
        yield Static("", id="misfits", classes="note", markup=False)

    def _asks_rest(self, begun: Chosen) -> Iterable[Widget]:
        yield Static(literal(planner_export_texts.EXPORT_ASKED), classes="label")
        yield RowList(id="asked")
        yield TickList([(_NAMES, planner_export_texts.EXPORT_WITHOUT_NAMES),
                        (_DATA, planner_export_texts.EXPORT_WITHOUT_DATA),
                        (_APPENDICES, planner_export_texts.EXPORT_APPENDICES)],
                       [_NAMES] * begun.without_names + [_DATA] * begun.without_data
                       + [_APPENDICES] * begun.appendices, id="without")
        yield Static(literal(planner_export_texts.EXPORT_PDF), classes="note")
        yield Static(literal(planner_export_texts.EXPORT_FOLDER), classes="label")
        yield Input(begun.folder, id="folder", select_on_focus=False)
        yield Button(f"{planner_export_texts.EXPORT_START} (F8)", id="start", variant="primary")

    def on_mount(self) -> None:
        """Start among the documents."""
        self.query_one("#crumb", TopLine).left = planner_export_texts.EXPORT_TITLE
        self._show_asked()
        self._show_form()

    def _show_form(self) -> None:
        self._done = False
        self.set_class(False, "-done")
        self.query_one(KeyBar).commands = self.commands
        documents = self.query_one("#documents", TickList)
        if self._begun.meeting:
            documents.go_to_ticked()
        documents.focus()

    # -- choosing --------------------------------------------------------------------------------------------------
    def on_tick_list_changed(self, event: TickList.Changed) -> None:
        """Show what the documents can be asked for with, and what does not go together."""
        self._show_asked()

    def _fields(self) -> list[str]:
        return [field for field in _OFFERS if field == "actor" or self.chosen.takes(field)]

    def _offers(self, field: str) -> list[Offer]:
        return _OFFERS[field](self.session)

    def _show_asked(self) -> None:
        chosen, rows = self.chosen, []
        for field in self._fields():
            label, _, nothing = planner_export_texts.ASKED[field]
            names = {offer.id: offer.name for offer in self._offers(field)}
            rows.append(Content.assemble(f"{label:<{_LABEL_WIDTH}}", literal(
                names.get(getattr(chosen, field), nothing))))
        asked = self.query_one("#asked", OptionList)
        standing = asked.highlighted or 0
        asked.set_options(rows)
        asked.highlighted = min(standing, len(rows) - 1)
        formats, documents = misfits(chosen)
        lines = [planner_export_texts.no_document_has(short_names(formats))] if formats and chosen.documents else []
        lines += [
            planner_export_texts.not_in_these(self._named(one.title), short_names(one.formats))
            for one in documents
            if chosen.formats
        ]
        self.query_one("#misfits", Static).update(literal("\n".join(lines)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose whose part, which meeting or which version."""
        if event.option_list.id != "asked":
            return
        field = self._fields()[event.option_index]
        _, title, nothing = planner_export_texts.ASKED[field]
        choices = [Choice(nothing, "", "", "")]
        choices += [Choice(offer.name, offer.detail, offer.id, offer.id) for offer in self._offers(field)]

        def taken(identity: object) -> None:
            if isinstance(identity, str):
                self._begun = replace(self._begun, **{field: identity})  # type: ignore[arg-type]
                self._show_asked()

        self.app.push_screen(OneBox(title, choices, getattr(self._begun, field)), taken)

    # -- writing ---------------------------------------------------------------------------------------------------
    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Export."""
        await self.run_action("start")

    def why_not_start(self) -> str:
        """Say that documents are being written already."""
        return planner_export_texts.EXPORT_BUSY if self._work is not None else ""

    def action_start(self) -> None:
        """Write what is chosen, outside the thread that draws; show the form again where that is done."""
        if self._done:
            self._show_form()
            return
        chosen = self.chosen
        try:
            check(chosen)
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
            return
        self.planner.exports[self.session.address] = chosen
        self._say(planner_export_texts.EXPORT_BEGINS)
        self._work = self.run_worker(lambda: self._write(chosen), thread=True, exclusive=True)
        self.query_one(KeyBar).commands = self.commands

    def _write(self, chosen: Chosen) -> None:
        worker, app = get_current_worker(), self.planner
        outcomes: list[Written | Failed] = []
        told, bad = planner_export_texts.EXPORT_DONE, ""

        def tell(step: Step) -> None:
            if worker.is_cancelled:
                raise _Stopped
            app.call_from_thread(self._say, planner_export_texts.step(step.number, step.of, self._named(step.title),
                                                                      step.format))

        try:
            for outcome in write_chosen(self.session, chosen, tell, writer=WRITER):
                outcomes.append(outcome)
        except _Stopped:
            told = planner_export_texts.EXPORT_STOPPED
        except NvplanError as error:
            bad = str(error)
        app.call_from_thread(self._finish, app, told, outcomes, bad)

    def _say(self, words: str) -> None:
        if self.is_attached:
            progress = self.query_one("#progress", Static)
            progress.update(literal(words))
            progress.display = bool(words)

    def _finish(self, app: NvplanApp, told: str, outcomes: list[Written | Failed], bad: str) -> None:
        """Show where the files are, and what could not be written."""
        self._work, self._done = None, True
        files = [one for one in outcomes if isinstance(one, Written)]
        if not self.is_attached:  # the person has gone on to another place, which ends what is not yet written
            app.say(planner_export_texts.left_early(len(files)))
            return
        self._say("")
        left = [planner_export_texts.failed(self._named(one.title), one.reason)
                for one in outcomes if isinstance(one, Failed)]
        left += [bad] if bad else []
        lines = [told, str(files[0].path.parent), ""] if files else [planner_export_texts.EXPORT_NONE, ""]
        for one in files:
            lines.append(f"  {one.path.name}")
            lines += [f"    {planner_export_texts.kept(one.kept.name)}"] if one.kept else []
        lines += ["", planner_export_texts.EXPORT_FAILED, *(f"  {line}" for line in left)] if left else []
        self.query_one("#result", Static).update(literal("\n".join(lines)))
        self.set_class(True, "-done")
        self.query_one(KeyBar).commands = self.commands
        self.query_one("#done", VerticalScroll).scroll_home(animate=False)
        self.query_one("#done", VerticalScroll).focus()

    def action_back(self) -> None:
        """Stop what is being written, or go back."""
        if self._work is not None:
            self._work.cancel()
            self._say(planner_export_texts.EXPORT_STOPPING)
        else:
            self.planner.go(Room.OVERVIEW)
