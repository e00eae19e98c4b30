"""What cells have in common, whatever kind of spreadsheet they were read from."""

from __future__ import annotations

import re
from decimal import Decimal

from nvplan.model.numbers import format_number

#: Digits that a spreadsheet's number carries; further ones are the rounding of its arithmetic.
DIGITS = 15
_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:|file:///?)")
_ERRORS = {"#REF!", "#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA",
           "#SAKNAS!", "#REFERENS!", "#DIVISION/0!", "#NAMN?", "#SKÄRNING!", "#OGILTIGT!", "#VÄRDEFEL!"}


def is_error(text: str) -> bool:
    """Tell whether a text is what spreadsheets show for something that could not be worked out."""
    bare = text.strip().upper()
    return bare in _ERRORS or (bare.startswith("ERR:") and bare[4:].isdecimal())


def cell_name(row: int, column: int) -> str:
    """Return what a cell is called, both numbers counted from 0: `X4`."""
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row + 1}"


def percent(number: Decimal) -> str:
    """Return a share as its cell shows it: 0,07 is `7 %`."""
    share = number * 100
    return f"{format_number(share.normalize() if share else share)} %"


def linked(text: str, target: str) -> str:
    """Return what to add to a text that leads to an address, ` (https://…)`; nothing where the text is the address."""
    address = target.strip()
    if not address or address.startswith("#") or not text.strip() or _bare(address) in _bare(text):
        return ""
    return f" ({address})"


def _bare(address: str) -> str:
    """Return an address as people write it: without its scheme, without a slash at the end."""
    return _SCHEME.sub("", address.strip().casefold()).rstrip("/")


def one_break(text: str) -> str:
    r"""Return a text with one kind of line break, `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(content: bytes) -> str:
    """Return text in columns as its bytes say that it was saved: UTF-16 or UTF-8, and else the code page of Windows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
