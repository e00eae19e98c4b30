"""The Swedish strings that lists and columns share: what is not in view, and how it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import counts as counts_texts

#: Before the first cell of a row that is ticked.
TICK = "✓ "
KEY_TICK, HELP_TICK = "Märk", ("Märker raden, så att ni kan göra något med flera på en gång. En gång till tar bort "
                               "märket.")
KEY_TICK_ALL, HELP_TICK_ALL = "Märk alla", "Märker alla rader som visas. Är alla märkta tas märkena bort."
KEY_CHANGE, HELP_CHANGE = "Ändra märkta", "Ändrar ett fält i alla märkta poster på en gång. Det går att ångra."
KEY_DUPLICATE, HELP_DUPLICATE = "Dubblera", "Gör en kopia av den markerade posten och öppnar den."
NOTHING_TICKED = "Inget är märkt. Mellanslag märker raden, Ctrl+A märker alla som visas."
CHANGE_FIELD = "Vilket fält ska ändras?"
CHANGE_TO = "{field}: vad ska stå i {count}?"
#: Where the posts do not say the same before.
DIFFERENT_TODAY = "{title} (olika i dag)"
CHANGE_EMPTY = "Tom rad och Enter tömmer fältet, efter en fråga."
EMPTY_TICKED = "Töm ”{field}” i {count}?"
EMPTY_YES = "Töm fältet"
REMOVE_TICKED = "Ta bort {count}?"


def ticked(count: int) -> str:
    """Return how many rows are ticked."""
    return f"{count} märkt" if count == 1 else f"{counts_texts.count_words(count)} märkta"


def with_something(count: int, among: int) -> str:
    """Return in how many of the ticked posts the field has something that would go."""
    if count == among:
        return "Det som står i fältet tas bort." if among == 1 else "Det som står i fältet tas bort i alla."
    return f"I {counts_texts.count_words(count)} av dem står något, och det tas bort."


#: The last of the ways to begin an empty list.
FIRST_TAKE_IN = "För in en fil som någon har fyllt i"


def more_below(count: int) -> str:
    """Return how many rows there are below what is in view."""
    return f"{counts_texts.count_words(count)} till ▾"


def more_above(count: int) -> str:
    """Return how many rows there are above what is in view."""
    return f"{counts_texts.count_words(count)} till ▴"


def columns_beside(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """Return which columns there are to the left and to the right of those in view."""
    return f"◂ {' · '.join(before)}" if before else "", f"{' · '.join(after)} ▸" if after else ""


def group_hidden(count: int) -> str:
    """Return how many rows of a group are not drawn, and how they are seen."""
    return f"{counts_texts.count_words(count)} till · → öppnar gruppen"
