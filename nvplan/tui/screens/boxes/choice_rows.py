"""The rows of a list box: one line each, and what did not fit is told whole of the marked one below the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.safetext import one_line, visible
from nvplan.tui.widgets.blocks import sides

#: What is told beside a row is a sentence where it is longer than this: it then begins in a column of its own.
_SENTENCE = 40
#: Names no longer than this are a column too, so that what they mean stands beside them.
_SHORT = 12
#: Where fewer than one in so many is told with a sentence, the rest are no table.
_FEW = 4
#: How wide the column of the names is at most where sentences stand beside them.
_NAMES = 26
_GAP = 2
#: What stands between the parts of what is told beside a name.
PART = " · "


@dataclass(frozen=True)
class Choice:
    """A row of a list box: what it shows, what it is found by, and what choosing it gives."""

    text: str
    detail: str
    found_by: str
    result: object
    dimmed: bool = False
    """Whether choosing it does nothing but say why."""
    when_sought: bool = False
    """Whether it is shown only once something is typed: what few look for stays out of the way of the rest."""
    when_resting: bool = False
    """Whether it is shown only until something is typed: another row leads to the same place, and is found then."""
    group: str = ""
    """What it is one of, where a search tells that."""
    code: str = ""
    """What it is called in files and commands: it finds the row and is not shown."""
    sign: str = ""
    """What stands before it: whether it is chosen."""


class ChoiceRows:
    """Draws choices to the room that there is."""

    def __init__(self, choices: Sequence[Choice], room: int) -> None:
        """Measure the choices.

        Args:
            choices: every choice of the box.
            room: how many cells a row has.
        """
        self.room = room
        self._names = 0
        sentences = sum(cell_len(choice.detail) > _SENTENCE for choice in choices)
        longest = max((cell_len(choice.text) for choice in choices), default=0)
        if (sentences and sentences * _FEW >= len(choices)) or 0 < longest <= _SHORT:
            self._names = min(_NAMES, longest)
        self.wanted = max((self._width(choice) for choice in choices), default=0)
        """How many cells the widest row wants."""

    def row(self, choice: Choice, words: Sequence[str] = ()) -> Content:
        """Return a row: its sign and its name, the words that were typed bold, and beside it what is told of it."""
        sign = f"{choice.sign} " if choice.sign else ""
        name, detail = _plain(choice.text), _plain(choice.detail)
        if self._in_columns(choice):
            name = one_line(name, self._names)
            left = Content.assemble(sign, found_in(name, words), " " * (self._names - cell_len(name) + _GAP))
            told = Content.styled(detail, "$quiet")
            row = Content.assemble(left, told.truncate(max(8, self.room - left.cell_length), ellipsis=True))
        elif not choice.detail:
            row = Content.assemble(sign, found_in(one_line(name, self.room - cell_len(sign)), words))
        else:
            row = sides(Content.assemble(sign, found_in(name, words)), self._beside(choice, detail), self.room)
        return row.stylize("$quiet") if choice.dimmed else row

    def _beside(self, choice: Choice, detail: str) -> Content:
        """Return what is told beside a name, in as many of its last parts as leave room for the whole of the name."""
        left = self.room - cell_len(choice.text) - _GAP - (len(choice.sign) + 1 if choice.sign else 0)
        parts = detail.split(PART)
        rests = (PART.join(parts[first:]) for first in range(len(parts)))
        return Content.styled(next((rest for rest in rests if cell_len(rest) <= left), parts[-1]), "$quiet")

    def _in_columns(self, choice: Choice) -> bool:
        """Tell whether what is told begins in its column: a longer name has the row, with what is told at its end."""
        return bool(self._names and choice.detail) and (
            cell_len(choice.text) <= self._names or cell_len(choice.detail) > _SENTENCE)

    def is_cut(self, choice: Choice) -> bool:
        """Tell whether a row does not say all that its choice does."""
        name = cell_len(choice.text)
        return self._width(choice) > self.room or (self._in_columns(choice) and name > self._names)

    def _width(self, choice: Choice) -> int:
        """Return how many cells the row of a choice wants."""
        sign = len(choice.sign) + 1 if choice.sign else 0
        name, detail = cell_len(choice.text), cell_len(choice.detail)
        if self._in_columns(choice):
            return sign + self._names + _GAP + detail
        return sign + name + (_GAP + detail if detail else 0)

    def whole(self, choice: Choice) -> str:
        """Return what the row of a choice would say if there were room; nothing where it says so."""
        if not self.is_cut(choice):
            return ""
        name, detail = _plain(choice.text).strip(), _plain(choice.detail)
        if self._names and cell_len(name) <= self._names:
            return detail
        return " · ".join(filter(None, [name, detail]))


def found_in(name: str, words: Sequence[str]) -> Content:
    """Return a name with what was typed in bold; where folding changes its length nothing is."""
    content = Content(name)
    if not words:
        return content
    folded = fold(name)
    if len(folded) != len(name):
        return content
    for word in words:
        at = folded.find(word)
        if at >= 0:
            content = content.stylize("bold", at, at + len(word))
    return content


def _plain(text: str) -> str:
    """Return a text on one line, without what a terminal would obey; spaces that make columns are kept."""
    return visible(" ".join(text.splitlines()))
