"""The texts that forms of earlier versions had where nothing is filled in, as marks: short hashes, a file a version.

What we have corrected since a form was written is not taken for something that the person who filled it in has changed.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files

from nvplan.model.collation import nfc
from nvplan.model.safetext import one_line
from nvplan.texts import returned as returned_texts

#: Hexadecimal digits of a mark: few enough to keep thousands, so many that a text is mistaken once in a million.
_DIGITS = 8
_QUOTES = str.maketrans(dict.fromkeys("«»“\"", "”"))
_NOT = re.compile(rf"(?i)\b{returned_texts.NOT_FORMER}\b")
_PROGRESS = re.compile(returned_texts.PROGRESS_SHAPE)


def is_former(text: str, *, of: str = "", label: str = "") -> bool:
    """Tell whether a form of an earlier version said this where nothing is filled in.

    Args:
        text: what stands there.
        of: what the row or the item is about, as its id; empty for a text that stands by itself.
        label: the heading or the label that the text stands under.
    """
    if not of and _PROGRESS.fullmatch(_flat(text)):
        return True  # a figure that nobody fills in, and that has moved since the form was written
    return mark(text, of=of, label=label) in _marks()


def differs_in_words_only(former: str, now: str) -> bool:
    """Tell whether a text that a form only shows is today's in the words of an earlier version: «ej» for «inte»."""
    return _in_words_of_today(former) == _in_words_of_today(now)


def _in_words_of_today(text: str) -> str:
    words = _flat(text).translate(_QUOTES)
    return _NOT.sub(returned_texts.NOT_TODAY, words).casefold()


def mark(text: str, *, of: str = "", label: str = "") -> str:
    """Return the mark of a text as it is known again: on one line, in one form of letters and spaces."""
    whole = "\n".join(_flat(part) for part in (of, label, text))
    return hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS]


def _flat(text: str) -> str:
    """Return a text on one line, also where a no-break space keeps a number and its unit together."""
    return " ".join(one_line(nfc(text)).split())


@cache
def _marks() -> frozenset[str]:
    kept = (entry for entry in files(__name__).iterdir() if entry.name.endswith(".txt"))
    return frozenset(line for entry in kept for line in entry.read_text("ascii").split())
