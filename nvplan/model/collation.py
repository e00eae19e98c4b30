"""Swedish order and search: å ä ö come last, and `atgard` finds «Åtgärd»."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_SWEDISH = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}
#: Signs that are written in several ways and mean the same to someone who searches: U+2010 to U+2015 and minus are
#: hyphens of different lengths (a non-breaking one comes from Word), and quotes are straight or bent.
_SIGNS = {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
          **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'), **dict.fromkeys("\u2018\u2019\u201a\u00b4", "'")}
#: A character of these kinds is not seen: a soft hyphen, a zero-width space, a mark over the letter before it.
_UNSEEN = ("Cf", "Mn", "Me")
_BREAKS = "\u2028\u2029\u0085"


class _Letters(dict[int, str]):
    """What a character counts as, worked out the first time it is met: what is seen of it, without its marks."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        seen = "".join(one for one in parts if unicodedata.category(one) not in _UNSEEN).lower()
        found = self[code] = " " if seen and seen in _BREAKS else "".join(_SIGNS.get(one, one) for one in seen)
        return found


_FOLDED = _Letters(str.maketrans({"æ": "a", "ø": "o", "ß": "s", "đ": "d", "ł": "l"}))
_SORTED = _Letters(str.maketrans(_SWEDISH))


def nfc(text: str) -> str:
    """Return the text with letters and marks composed, so that a typed å and a pasted a + ring are the same."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return the text as it is compared: in lower case without marks, without what is not seen.

    A soft hyphen and a zero-width space are left out, a hyphen that does not break is a hyphen, a space that does not
    break is a space, and a ligature is its letters (Unicode NFKD, UAX 15), so that what is copied from a Word file or
    a PDF is found by what is typed. Folding twice is folding once.
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
