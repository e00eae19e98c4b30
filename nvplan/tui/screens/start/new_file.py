"""Where the file of a new plan will lie: told while its name is typed, and the folder made where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Static

from nvplan.model.errors import NvplanError
from nvplan.services.writing.creating import make_folder, missing_folder, plan_path
from nvplan.texts import new_file as new_file_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.shared.base import PlaceScreen


class FolderHint(Static):
    """Tells the folder of the file whose name is being typed, and that it will be asked for where it is missing."""

    def __init__(self) -> None:
        super().__init__(literal(new_file_texts.lies_in(str(Path.cwd()))), id="folder-hint", classes="note")

    def tell(self, typed: str) -> None:
        """Show where a file with the name typed so far would lie."""
        try:
            path = plan_path(typed)
        except NvplanError:  # nothing is typed yet, or no file can be called that: it is said when it is created
            self.update(literal(new_file_texts.lies_in(str(Path.cwd()))))
            return
        missing = missing_folder(path)
        self.update(literal(new_file_texts.lies_in(str(path.absolute().parent), is_missing=missing is not None)))


def in_its_folder(place: PlaceScreen, path: Path, make: Callable[[], None], refuse: Callable[[str], None]) -> None:
    """Make a file, after asking whether to make its folder where that is missing; what goes wrong is refused."""
    folder = missing_folder(path)
    if folder is None:
        make()
        return

    def answered(sure: bool | None) -> None:
        if not sure:
            return
        try:
            make_folder(folder)
        except NvplanError as error:
            refuse(str(error))
        else:
            make()

    place.app.push_screen(AskBox(new_file_texts.MAKE_FOLDER, new_file_texts.MAKE_FOLDER_YES,
                                 lines=(new_file_texts.FOLDER_MISSING.format(folder=folder),)), answered)
