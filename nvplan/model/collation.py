"""Swedish order and search: å ä ö come last, and `atgard` finds «Åtgärd»."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_SWEDISH = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


class _Letters(dict[int, str]):
    """What a letter counts as, worked out the first time it is met: itself without its marks."""

    def __missing__(self, code: int) -> str:
        found = self[code] = unicodedata.normalize("NFD", chr(code))[0]
        return found


_FOLDED = _Letters(str.maketrans({"æ": "a", "ø": "o", "ß": "s", "đ": "d", "ł": "l"}))
_SORTED = _Letters(str.maketrans(_SWEDISH))


def nfc(text: str) -> str:
    """Return the text with letters and marks composed, so that a typed å and a pasted a + ring are the same."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text in lower case without marks, one character for each composed character.

    The result is as long as `nfc(text)` for Swedish text, so a hit in it can be shown in the original.
    """
    return nfc(text).lower().translate(_FOLDED)


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts Swedish text: case ignored, å ä ö after z, other marks ignored at first."""
    return nfc(text).lower().translate(_SORTED), text


def nearest(wanted: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Return the known names that come nearest to the wanted one, best first, at most `most`."""
    import difflib  # only someone who misspelt a name needs it

    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(fold(name), name)
    target = fold(wanted)
    close = difflib.get_close_matches(target, by_folded, n=most, cutoff=0.55)
    starts = [name for name in by_folded if target and name.startswith(target) and name not in close]
    return [by_folded[name] for name in (close + sorted(starts, key=sort_key))[:most]]
