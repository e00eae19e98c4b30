"""What tests look for in anything that a person reads: a day as files write it, and thousands without a space."""

from __future__ import annotations

import re

#: A day or a month as ISO 8601 writes it, inside no longer word.
_ISO_DAY = re.compile(r"(?<![\w/.-])(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\w/-])")
#: Four figures or more in a row that are part of no decimal, path, span of lines or longer word.
_FIGURES = re.compile(r"(?<![\w.,/:–-])\d{4,}(?![\w:/–-])")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
#: Four figures that are a name, and the word before those that say where in a source something stands.
_NAMES, _LINES = ("1177",), "rad "


def days_as_files_write_them(text: str) -> list[str]:
    """Return the days in ISO form that stand in a text, but for those that show how one may be typed."""
    return [found[0] for found in _ISO_DAY.finditer(text) if not text[:found.start()].rstrip().endswith("xempel")]


def thousands_without_a_space(text: str) -> list[str]:
    """Return the numbers from 1 000 on that are written without a space between thousands; a year is none."""
    return [found[0] for found in _FIGURES.finditer(text)
            if not _YEAR.fullmatch(found[0]) and found[0] not in _NAMES and not text[:found.start()].endswith(_LINES)]
