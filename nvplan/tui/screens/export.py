"""Exports from inside: which documents, which formats, whose part, and where the files are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from nvplan.model.errors import NvplanError
from nvplan.services.actors import find_actor
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.session import PlanSession
from nvplan.texts import planner as texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.base import PlaceScreen
from nvplan.tui.widgets.frame import TopLine
from nvplan.tui.widgets.tick_list import TickList

START = Command("start", "f8", texts.EXPORT_START, texts.HELP_EXPORT, priority=True)
BACK = Command("back", "escape", texts.KEY_BACK, texts.HELP_UP)
#: Ticked when the form opens: the two that every receiver can read.
_USUAL = ("docx", "md")


class ExportScreen(PlaceScreen):
    """Writes documents to a folder."""

    OFFERS: ClassVar[tuple[Command, ...]] = (START, BACK)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session

    def compose_place(self) -> Iterable[Widget]:
        """Compose the form."""
        from nvplan.exports.registry import FORMATS

        known = list(dict.fromkeys(name for document in DOCUMENTS.values() for name in document.formats))
        with VerticalScroll(id="form", can_focus=False):
            yield Static(literal(texts.EXPORT_DOCUMENTS), classes="label")
            yield TickList([(document.name, document.title) for document in DOCUMENTS.values()],
                           [next(iter(DOCUMENTS))], id="documents")
            yield Static(literal(texts.EXPORT_FORMATS), classes="label")
            yield TickList([(name, FORMATS[name].label) for name in known], _USUAL, id="formats")
            yield Static(literal(texts.EXPORT_ACTOR), classes="label")
            yield Input("", placeholder=texts.EXPORT_ACTOR_HINT, id="actor")
            yield Static(literal(texts.EXPORT_FOLDER), classes="label")
            yield Input(str(self.session.path.resolve().parent / "dokument"), id="folder", select_on_focus=False)
            yield Button(f"{texts.EXPORT_START} (F8)", id="start", variant="primary")
            yield Static("", id="result", markup=False)

    def on_mount(self) -> None:
        """Start among the documents."""
        self.query_one("#crumb", TopLine).left = texts.EXPORT_TITLE
        self.query_one("#documents", TickList).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Export."""
        self.action_start()

    def action_start(self) -> None:
        """Write what is ticked, outside the thread that draws."""
        documents = self.query_one("#documents", TickList).ticked
        formats = self.query_one("#formats", TickList).ticked
        if not documents or not formats:
            self._show(texts.EXPORT_NOTHING, bad=True)
            return
        typed = self.query_one("#actor", Input).value.strip()
        try:
            actor = find_actor(self.session.state, typed) if typed else None
        except NvplanError as error:
            self._show(str(error), bad=True)
            return
        folder = Path(self.query_one("#folder", Input).value.strip()).expanduser()
        self._show(texts.EXPORT_WORKING)
        self.run_worker(lambda: self._write(documents, formats, folder, Request(actor)), thread=True, exclusive=True)

    def _write(self, documents: list[str], formats: list[str], folder: Path, request: Request) -> None:
        from nvplan.exports.exporting import export

        worker, paths = get_current_worker(), []
        try:
            for name in documents:
                document = DOCUMENTS[name]
                wanted = [one for one in formats if one in document.formats]
                for path in export(self.session, [document], wanted, folder, request):
                    paths.append(str(path))
                    if worker.is_cancelled:
                        return
                    self.app.call_from_thread(self._show, "\n".join([texts.EXPORT_WORKING, *paths]))
        except NvplanError as error:
            self.app.call_from_thread(self._show, "\n".join([*paths, str(error)]), True)
            return
        self.app.call_from_thread(self._show, "\n".join([texts.EXPORT_DONE, *paths]))

    def _show(self, text: str, bad: bool = False) -> None:
        result = self.query_one("#result", Static)
        result.update(literal(f"! {text}" if bad else text))
        result.set_class(bad, "note-bad")
        self.query_one("#form", VerticalScroll).scroll_end(animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.planner.show_overview()
