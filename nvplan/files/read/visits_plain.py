"""What of a file with visits duckdb may count: what it reads as the figures' own way does, to the last character."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 22
#: No text within quotation marks, no surrounding space, nothing that two programs may read in two ways.
_ID = r"[!#-~]{1,64}"
_MANY_DIGITS = "([0-9][^0-9]*){10}"
_NAME = r'[^\p{Z}\p{C}"]+( [^\p{Z}\p{C}"]+)*'
_LONGEST_ID, _FEWEST_DIGITS = 64, 10
#: What every text is plain of: printable ASCII without quotation marks, ends of lines, and letters such as å, whose
#: first byte in UTF-8 is C3.
_ASCII = bytes({*range(0x20, 0x7F), 0x0A, 0x0D} - {0x22})
_LETTER, _REST_OF_LETTER = 0xC3, bytes(range(0x80, 0xC0))


@dataclass(frozen=True)
class Looks:
    """How a file looks byte by byte, which spares looking at each cell."""

    lines: int
    is_tidy: bool
    """Whether every text in it is plain: known letters and no spaces, which would have to be looked at one by one."""
    has_letters: bool
    """Whether there are letters such as å."""


def look_at(path: Path, separator: str) -> Looks | None:
    """Go through a file in UTF-8; None where something in it may be read in two ways."""
    lines, letters, rests = 0, 0, 0
    tidy, before = True, b"\n"
    between = separator.encode()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            seen = before + chunk
            if b'"' in chunk or b"\0" in chunk or (b"\r" in seen and seen[:-1].count(b"\r") != seen.count(b"\r\n")):
                return None
            lines += chunk.count(b"\n")
            if tidy and (unknown := chunk.translate(None, _ASCII + between)):
                letters += unknown.count(_LETTER)
                rests += len(unknown) - len(unknown.translate(None, _REST_OF_LETTER))
                tidy = not unknown.translate(None, _REST_OF_LETTER + bytes([_LETTER]))
            tidy = tidy and b" " not in chunk
            before = chunk[-1:]
    if before == b"\r":
        return None
    return Looks(lines + (before != b"\n"), tidy and letters == rests, bool(letters))


def source(width: int) -> str:
    """Return the table of a file in SQL; it takes the path and what stands between cells.

    A cell that is not there is NULL, an empty one is not; one column more than there are shows rows that are too long.
    """
    kinds = ", ".join(f"'c{at}': 'VARCHAR'" for at in range(width + 1))
    return ("read_csv(?, delim = ?, quote = '', escape = '', header = false, skip = 1, auto_detect = false, "
            f"columns = {{{kinds}}}, null_padding = true, nullstr = '\x01', strict_mode = false, "
            "max_line_size = 32768)")


def plain_row(width: int, columns: Mapping[str, int], names: Sequence[str], today: dt.date, looks: Looks) -> str:
    """Return in SQL whether duckdb may count a row; the tests that cost most are made of the fewest rows."""
    patient, provider, day = (f"c{columns[one]}" for one in ("patient", "vardgivare", "datum"))
    texts = [] if looks.is_tidy else [f"regexp_full_match({provider}, '{_NAME}')", *(
        f"(c{columns[one]} = '' OR regexp_full_match(c{columns[one]}, '{_NAME}'))" for one in names)]
    if not looks.is_tidy or looks.has_letters:
        texts.append(f"regexp_full_match({patient}, '{_ID}')")
    needed = (f"c{width} IS NULL", f"c{width - 1} IS NOT NULL",
              f"strlen({patient}) BETWEEN 1 AND {_LONGEST_ID}", f"{provider} <> ''", f"{day} LIKE '____-__-__'",
              f"try_cast({day} AS DATE) BETWEEN DATE '1900-01-01' AND DATE '{today.isoformat()}'", *texts)
    return (f"CASE WHEN NOT coalesce({' AND '.join(needed)}, false) THEN false "
            f"WHEN strlen({patient}) < {_FEWEST_DIGITS} THEN true ELSE NOT regexp_matches({patient}, '{_MANY_DIGITS}') "
            "END")
