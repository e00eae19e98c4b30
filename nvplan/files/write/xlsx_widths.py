"""How wide a workbook's columns are, on the screen and on paper."""

from __future__ import annotations

from nvplan.files.write.columns import shared
from nvplan.files.write.xlsx_heights import lines_needed
from nvplan.model.document import Table, TableColumn

#: A column is wide enough for its longest text to take about so many lines, but no wider than so many characters.
LINES_OF_LONGEST, MOST_WIDTH = 7, 60.0
#: The same of a column beside what is printed: with more lines than this it would make the printed rows high.
LINES_ASIDE, MOST_ASIDE = 2, 110.0
#: What a table's columns share by their weights where their texts ask for no more, in characters.
NATURAL_WIDTH = 130.0
#: A text with at most so many lines in its column is short.
SHORT_LINES = 2
#: What a column of each kind takes at least, in characters.
LEAST_WIDTHS = {"tick": 9.0, "date": 13.0, "number": 11.0}
#: The same of what is printed, where a page has room for so much less.
LEAST_PRINTED = LEAST_WIDTHS | {"number": 8.5}
#: The longest word that a printed column is widened for, and the space at its sides, in characters.
LONGEST_WORD, AROUND = 26, 2.5


def widths(table: Table, total: float) -> list[float]:
    """Return column widths in characters: from the weights, wider for long texts; a box and a date need little."""
    share = total / sum(column.weight for column in table.columns)
    found = []
    for place, column in enumerate(table.columns):
        longest = max((len(row[place].text) for row in table.rows), default=0)
        least = LEAST_WIDTHS.get(column.kind, 18.0)
        wanted = max(column.weight * share, least, longest / LINES_OF_LONGEST)
        found.append(min(wanted, LEAST_WIDTHS.get(column.kind, MOST_WIDTH) * 2, MOST_WIDTH))
    return found


def printed_widths(table: Table, total: float) -> list[float]:
    """Return column widths in characters so that what is printed of a table is as wide as a page, by the weights.

    No column is narrower than its longest word; where they need more room than that they are as wide as their words.
    What stands beside what is printed is as wide as its text asks for, and so is all of a table with short texts.
    """
    found = [size if is_printed(column) else max(size, min(_longest_line(table, place) / LINES_ASIDE, MOST_ASIDE))
             for place, (size, column) in enumerate(zip(widths(table, min(total, NATURAL_WIDTH)), table.columns,
                                                        strict=True))]
    shown = [place for place, column in enumerate(table.columns) if is_printed(column)]
    short = all(lines_needed(row[place].text, found[place]) <= SHORT_LINES for row in table.rows for place in shown)
    if short and sum(found[place] for place in shown) <= total:
        return found
    least = [_longest_word(table, place) + AROUND for place in shown]
    width = max(total, sum(least))
    weights = [float(table.columns[place].weight) for place in shown]
    shares = shared(weights, [one / width for one in least], [1.0] * len(shown))
    for place, share in zip(shown, shares, strict=True):
        found[place] = round(share * width, 2)
    return found


def is_printed(column: TableColumn) -> bool:
    """Tell whether a column is printed."""
    return not (column.aside or column.hidden)


def _longest_line(table: Table, place: int) -> int:
    """Return how many characters the longest line of a column has."""
    return max((len(line) for row in table.rows for line in row[place].text.split("\n")), default=0)


def _longest_word(table: Table, place: int) -> float:
    """Return how many characters of a column must stand beside each other: a word of it, or of what may be chosen."""
    column = table.columns[place]
    texts = [column.title, *(row[place].text for row in table.rows), *column.choices]
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return max(LEAST_PRINTED.get(column.kind, 0.0) - AROUND, min(longest, LONGEST_WORD))
