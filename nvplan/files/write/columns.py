"""How wide a table's columns are, decided once for every format that has pages: each has room for its longest word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvplan.files.write.bound import words
from nvplan.files.write.layout import WIDE_TABLE_COLUMNS, is_wide
from nvplan.model.document import Table

#: No column is narrower than this part of an even share, however small its weight.
LEAST_SHARE = 0.4
#: How much a table has room for beside each other, in ems of its own text, by how many columns it has at least: the
#: smaller of what Word (Arial 8.5, 8 from five columns) and pdf (Source Sans 9, 8.5 from six) have between the page's
#: margins. Both are measured with the letters of Arial: those of Source Sans are some 5 percent narrower.
TABLE_ROOM = ((WIDE_TABLE_COLUMNS, 91.0), (6, 57.0), (1, 54.0))
#: The space at a column's sides, in ems, with a little to spare.
AROUND = 1.4
#: The same of a box to tick, and the box: its column is as narrow as its title, and leaves room to what is written.
AROUND_BOX, BOX = 0.9, 1.2
#: No column is widened for a word longer than this, in ems, about 24 letters; a longer one is hyphenated.
LONGEST_WORD = 13.0
#: A title stands on at most so many lines, where there is room: a word a line is no title to read.
TITLE_LINES = 3
#: What heads a column or a row is semibold or bold, and so much wider.
HEADING = 1.08
#: Ems of the letters in Arial; every other letter takes `_LETTER`.
_LETTER = 0.556
_LETTERS = {letter: width for letters, width in (
    ("ijl'", 0.222), ("ftI \u00a0.,:;/|!", 0.278), ("r-()", 0.333), ("cksvxyzJ", 0.5), ("FTZ", 0.611),
    ("ABEKPSVXYÅÄ&", 0.667), ("wCDHNRU", 0.722), ("GOQÖ", 0.778), ("mM", 0.833), ("%", 0.889), ("W", 0.944),
    ("@", 1.015)) for letter in letters}


def column_shares(table: Table) -> list[float]:
    """Return each column's part of the table's width; together they are 1.

    They follow the columns' weights, but no column is narrower than its longest word, nor wider than its longest line
    where another has more to tell; where there is room for every line no line is broken.
    """
    columns = table.columns
    least = LEAST_SHARE / len(columns)
    needs = [max(0.0 if column.kind == "tick" else least, need)
             for column, need in zip(columns, _needs(table), strict=True)]
    if sum(needs) >= 1:
        return [need / sum(needs) for need in needs]
    most = [max(need, line) for need, line in zip(needs, _longest_lines(table), strict=True)]
    weights = [max(column.weight, 1) for column in columns]
    return shared(weights, needs, most) if sum(most) > 1 else shared(weights, most, [1.0] * len(columns))


def shared(weights: Sequence[float], least: Sequence[float], most: Sequence[float]) -> list[float]:
    """Share 1 by the weights, each between its least and its most: what one may not have the others share."""
    shares, free = [0.0] * len(weights), set(range(len(weights)))
    while free:
        left = 1 - sum(share for place, share in enumerate(shares) if place not in free)
        total = sum(weights[place] for place in free)
        for place in free:
            shares[place] = left * weights[place] / total
        within = {place: min(max(shares[place], least[place]), most[place]) for place in free}
        over = sum(within[place] - shares[place] for place in free)
        held = {place for place in free if (within[place] - shares[place]) * (1 if over >= 0 else -1) > 0} or set(free)
        for place in held:
            shares[place] = within[place]
        free -= held
    return shares


def hyphenated(table: Table) -> list[bool]:
    """Tell for each column whether its words are hyphenated: one is longer than the column has room for."""
    room = _room(table)
    return [longest + (AROUND_BOX if column.kind == "tick" else AROUND) > share * room + 0.01 for column, longest, share
            in zip(table.columns, _longest_words(table), column_shares(table), strict=True)]


def _room(table: Table) -> float:
    columns = max(len(table.columns), WIDE_TABLE_COLUMNS) if is_wide(table) else len(table.columns)
    return next(room for count, room in TABLE_ROOM if columns >= count)


def _needs(table: Table) -> list[float]:
    """Return the part of the table's width that each column needs for its longest word or its dates.

    Where all of them do not have room, those with the longest words get less, and the others all that they need.
    """
    longest = [min(max(one, 0 if column.kind == "tick" else _title_width(column.title) * HEADING), LONGEST_WORD)
               for column, one in zip(table.columns, _longest_words(table), strict=True)]
    around = [AROUND_BOX if column.kind == "tick" else AROUND for column in table.columns]
    most = _levelled(longest, _room(table) - sum(around))
    return [(min(one, most) + space) / _room(table) for one, space in zip(longest, around, strict=True)]


def _levelled(wanted: list[float], room: float) -> float:
    """Return the most that any may take so that all have room together."""
    left, among = room, len(wanted)
    for one in sorted(wanted):
        if one * among > left:
            return max(left / among, 0.0)
        left -= one
        among -= 1
    return max(wanted, default=0.0)


def _longest_words(table: Table) -> list[float]:
    """Return what of each column must stand beside each other, in ems: a word, or a whole date."""
    found = []
    for place, column in enumerate(table.columns):
        texts = [row[place].text for row in table.rows]
        pieces = texts if column.kind == "date" else (word for text in texts for word in words(text))
        heads = place == 0 and table.first_column_is_header
        widest = _widest(pieces) * (HEADING if heads else 1)
        if column.kind == "tick":  # what is told beside a box stays beside it
            widest = BOX + (widest + _widest("\u00a0") if widest else 0)
        found.append(max(widest, _widest(words(column.title)) * HEADING))
    return found


def _title_width(title: str) -> float:
    """Return the least width, in ems, in which a column's title has no more lines than it should."""
    pieces = [_widest([piece]) for piece in words(title)]
    spans = sorted({sum(pieces[first:last]) + (last - first - 1) * _LETTERS[" "]
                    for first in range(len(pieces)) for last in range(first + 1, len(pieces) + 1)})
    return next((span for span in spans if _lines_of(pieces, span) <= TITLE_LINES), 0.0)


def _lines_of(pieces: Sequence[float], room: float) -> float:
    """Return how many lines pieces of these widths take; endlessly many where one is wider than a line."""
    lines, used = 1, -_LETTERS[" "]
    for piece in pieces:
        if piece > room:
            return float("inf")
        used += _LETTERS[" "] + piece
        if used > room + 1e-9:
            lines, used = lines + 1, piece
    return lines


def _longest_lines(table: Table) -> list[float]:
    """Return what part of the width each column's longest line takes: 1 of one that is written in, 0 of boxes."""
    found = []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        told = [line for cell in cells for line in cell.text.split("\n")]
        written_in = column.kind == "choice" or not any(told) or any(cell.blank for cell in cells)
        if column.kind == "tick":
            found.append(0.0)
        else:
            found.append(1.0 if written_in else (_widest(told) * HEADING + AROUND) / _room(table))
    return found


def _widest(words: Iterable[str]) -> float:
    return max((text_width(word) for word in words), default=0.0)


def text_width(text: str) -> float:
    """Return how wide a text is on one line in Arial, in ems of its type."""
    return sum(_LETTERS.get(letter, _LETTER) for letter in text)
