"""The plan file's bytes: TinyDB's JSON with a head that holds format, schema version, revision and checksum.

The checksum covers the head's other fields and the content as this module writes it, so a file that another program
has laid out anew is still whole, and a file in which a letter was changed is not.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from operator import is_not
from typing import Any

import orjson

from nvplan import __version__
from nvplan.model.errors import DamagedFileError, PlanFileError
from nvplan.texts import common as common_texts

#: A table: documents by TinyDB's number.
Table = dict[str, dict[str, Any]]
Tables = dict[str, Table]
HEAD = "nvplan"
FORMAT = "nvplan"
SCHEMA = 2
#: A larger file is no county's plan; it is refused before it is read.
MOST_BYTES = 64 * 1024 * 1024
#: A file that is larger than this is looked through before it is read: made of small parts it would take many times
#: its size of memory, and no plan is made so. The parts are fields and texts in lists; the commas stand in texts too.
LARGE, MOST_PARTS, MOST_COMMAS = 8 * 1024 * 1024, 600_000, 4_000_000
#: The head fits in this many bytes from the start of a file as this module writes it.
HEAD_BYTES = 320
_UTF8_BOM, _UTF16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
#: What a power cut leaves of a file on some disks.
_NOTHING = b"\0 \t\r\n"
_LONGEST_NUMBER = 15
_NAME = re.compile(r"^[a-z_]{1,40}$")
_REVISION = re.compile(rb'"revision":(\d{1,15})[,}]')


@dataclass(frozen=True)
class Content:
    """A plan file as read: its tables without the head, and what the head said."""

    tables: Tables
    revision: int
    schema: int


class Encoder:
    """Turns tables into the file's bytes; what has not changed since the last time is not encoded again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Table, bytes, str]] = {}
        self._documents: dict[str, tuple[list[str], list[dict[str, Any]], list[bytes]]] = {}
        """By table: the numbers, the documents and what each of them became."""

    def encode(self, tables: Tables, revision: int) -> bytes:
        """Return the file's bytes.

        Raises:
            PlanFileError: the content cannot be written as JSON in UTF-8, or is larger than a plan can be.
        """
        try:
            encoded = {name: self._table(name, table) for name, table in tables.items()}
        except orjson.JSONEncodeError as error:
            raise PlanFileError(common_texts.FILE_NOT_WRITABLE_CONTENT) from error
        head = {"format": FORMAT, "schema": SCHEMA, "revision": revision, "written_by": __version__}
        head["checksum"] = _checksum(head, {name: digest for name, (_, digest) in encoded.items()})
        parts = [orjson.dumps({HEAD: {"1": head}})[:-1]]
        for name, (table, _) in encoded.items():
            parts += (b',"%b":' % name.encode(), table)  # a table may be large: it is copied once
        content = b"".join([*parts, b"}"])
        if is_too_large(content):
            raise PlanFileError(common_texts.FILE_NOT_WRITABLE_CONTENT)
        return content

    def size(self, name: str) -> int:
        """Return how many bytes the table took when it was last encoded."""
        return len(self._known[name][1]) if name in self._known else 0

    def _table(self, name: str, table: Table) -> tuple[bytes, str]:
        known = self._known.get(name)
        if known is None or known[0] is not table:
            content = self._encoded(name, table)
            known = self._known[name] = table, content, _digest(content)
        return known[1], known[2]

    def _encoded(self, name: str, table: Table) -> bytes:
        numbers, documents = list(table), list(table.values())
        known, before, parts = self._documents.get(name, ([], [], []))
        count = len(known)
        if numbers[:count] == known:  # most changes are of a document or two, or add one at the end
            parts = [*parts, *([b""] * (len(numbers) - count))]
            new = [place for place, other in enumerate(map(is_not, before, documents)) if other]
            for place in (*new, *range(count, len(numbers))):
                parts[place] = _part(numbers[place], documents[place])
        else:
            kept = dict(zip(known, zip(before, parts, strict=True), strict=True))
            parts = [part if document is old else _part(number, document)
                     for number, document in table.items() for old, part in (kept.get(number, (None, b"")),)]
        self._documents[name] = numbers, documents, parts
        return b"{%b}" % b",".join(parts)


def _part(number: str, document: dict[str, Any]) -> bytes:
    return b'"%b":%b' % (number.encode(), orjson.dumps(document))


def plan_mark(tables: Tables) -> tuple[object, ...]:
    """Return what tells one plan from another: its county and when it was made. A copy has the same.

    The year that a plan of several years is followed up for moves on; it tells plans apart that do not say when they
    were made.
    """
    info = next(iter(tables.get("plan", {}).values()), {})
    return tuple(info.get(name) for name in ("county_code", "created")) if info.get("created") else (
        info.get("county_code"), info.get("year"))


def encode(tables: Tables, revision: int) -> bytes:
    """Return the file's bytes.

    Raises:
        PlanFileError: the content cannot be written as JSON in UTF-8, or is larger than a plan can be.
    """
    return Encoder().encode(tables, revision)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _checksum(head: dict[str, Any], digests: dict[str, str]) -> str:
    """Return the checksum over the head's other fields and the tables' digests, in the tables' order."""
    fields = [head.get(name) for name in ("format", "schema", "revision", "written_by")]
    return "sha256:" + _digest(orjson.dumps([fields, list(digests.items())]))


def is_too_large(content: bytes) -> bool:
    """Tell whether these bytes of JSON are more than any plan has, in all or in small parts."""
    if len(content) <= LARGE:
        return False
    return (len(content) > MOST_BYTES or content.count(b'":') + content.count(b'",') > MOST_PARTS
            or content.count(b",") > MOST_COMMAS)


def decode(content: bytes, name: str) -> Content:
    """Return the tables of a plan file; `name` is how the file is called in the sentences.

    Raises:
        DamagedFileError: it is a plan, but not whole.
        PlanFileError: it is empty, not UTF-8, not JSON, not a plan, or from a newer nvplan.
    """
    if not content.strip(_NOTHING):
        raise PlanFileError(common_texts.FILE_EMPTY.format(name=name))
    if content.startswith((_UTF8_BOM, *_UTF16)):
        raise PlanFileError(common_texts.FILE_OTHER_ENCODING.format(name=name))
    if is_too_large(content):
        raise PlanFileError(common_texts.FILE_TOO_LARGE.format(name=name))
    try:
        read = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        own = b'"' + HEAD.encode() + b'"' in content[:200]
        raise (_damaged(name) if own else PlanFileError(common_texts.FILE_FOREIGN.format(name=name))) from error
    head = _head(read, name)
    tables = {table: documents for table, documents in read.items() if table != HEAD}
    if not all(_is_table(table, documents) for table, documents in tables.items()):
        raise _damaged(name)
    try:
        digests = {table: _digest(orjson.dumps(documents)) for table, documents in tables.items()}
    except orjson.JSONEncodeError as error:  # nested deeper than anything that this module writes
        raise _damaged(name) from error
    if head["checksum"] != _checksum(head, digests):
        raise _damaged(name)
    return Content(tables, head["revision"], head["schema"])


def _damaged(name: str) -> DamagedFileError:
    return DamagedFileError(common_texts.file_damaged(name))


def _head(read: object, name: str) -> dict[str, Any]:
    table = read.get(HEAD) if isinstance(read, dict) else None
    head = table.get("1") if isinstance(table, dict) else None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise PlanFileError(common_texts.FILE_FOREIGN.format(name=name))
    schema, revision = head.get("schema"), head.get("revision")
    if type(schema) is not int or type(revision) is not int or not isinstance(head.get("checksum"), str):
        raise _damaged(name)
    if schema > SCHEMA:
        raise PlanFileError(common_texts.FILE_NEWER.format(name=name))
    if schema < 1 or revision < 0:
        raise _damaged(name)
    return head


def _is_table(table: str, documents: object) -> bool:
    return bool(_NAME.match(table)) and isinstance(documents, dict) and all(
        key.isdecimal() and len(key) <= _LONGEST_NUMBER
        and isinstance(document, dict) and isinstance(document.get("id"), str)
        for key, document in documents.items()
    )


def guess_revision(content: bytes) -> int:
    """Return the revision that a damaged file's head seems to tell, 0 where it tells none."""
    found = _REVISION.search(content[:HEAD_BYTES])
    return int(found.group(1)) if found else 0
