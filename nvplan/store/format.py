"""The plan file's bytes: TinyDB's JSON with a head that holds format, schema version, revision and checksum.

The checksum covers the head's other fields and the content as this module writes it, so a file that another program
has laid out anew is still whole, and a file in which a letter was changed is not.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

import orjson

from nvplan import __version__, texts
from nvplan.model.errors import PlanFileError

#: A table: documents by TinyDB's number.
Table = dict[str, dict[str, Any]]
Tables = dict[str, Table]
HEAD = "nvplan"
FORMAT = "nvplan"
SCHEMA = 1
#: A larger file is no county's plan; it is refused before it is read.
MOST_BYTES = 64 * 1024 * 1024
#: The head fits in this many bytes from the start of a file as this module writes it.
HEAD_BYTES = 320
_UTF8_BOM, _UTF16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")
#: What a power cut leaves of a file on some disks.
_NOTHING = b"\0 \t\r\n"
_NAME = re.compile(r"^[a-z_]{1,40}$")
_REVISION = re.compile(rb'"revision":(\d{1,15})[,}]')


@dataclass(frozen=True)
class Content:
    """A plan file as read: its tables without the head, and what the head said."""

    tables: Tables
    revision: int
    schema: int


class Encoder:
    """Turns tables into the file's bytes; a table that has not changed since the last time is not encoded again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Table, bytes]] = {}

    def encode(self, tables: Tables, revision: int) -> bytes:
        """Return the file's bytes.

        Raises:
            PlanFileError: the content cannot be written as JSON in UTF-8, or is larger than a plan can be.
        """
        try:
            parts = [b'"%b":%b' % (name.encode(), self._table(name, table)) for name, table in tables.items()]
        except orjson.JSONEncodeError as error:
            raise PlanFileError(texts.FILE_NOT_WRITABLE_CONTENT) from error
        body = b"{%b}" % b",".join(parts)
        if len(body) > MOST_BYTES - HEAD_BYTES:
            raise PlanFileError(texts.FILE_NOT_WRITABLE_CONTENT)
        head = {"format": FORMAT, "schema": SCHEMA, "revision": revision, "written_by": __version__}
        start = _head_bytes({**head, "checksum": _checksum(head, body)})
        return start[:-1] + b"," + body[1:] if tables else start

    def size(self, name: str) -> int:
        """Return how many bytes the table took when it was last encoded."""
        return len(self._known[name][1]) if name in self._known else 0

    def _table(self, name: str, table: Table) -> bytes:
        known = self._known.get(name)
        if known is None or known[0] is not table:
            known = self._known[name] = table, orjson.dumps(table)
        return known[1]


def encode(tables: Tables, revision: int) -> bytes:
    """Return the file's bytes.

    Raises:
        PlanFileError: the content cannot be written as JSON in UTF-8, or is larger than a plan can be.
    """
    return Encoder().encode(tables, revision)


def _head_bytes(head: dict[str, Any]) -> bytes:
    return orjson.dumps({HEAD: {"1": head}})


def _checksum(head: dict[str, Any], *body: bytes | memoryview) -> str:
    digest = hashlib.sha256(orjson.dumps([head.get(name) for name in ("format", "schema", "revision", "written_by")]))
    for part in body:
        digest.update(part)
    return "sha256:" + digest.hexdigest()


def decode(content: bytes, name: str) -> Content:
    """Return the tables of a plan file; `name` is how the file is called in the sentences.

    Raises:
        PlanFileError: it is empty, not UTF-8, not JSON, not a plan, from a newer nvplan, or damaged.
    """
    if not content.strip(_NOTHING):
        raise PlanFileError(texts.FILE_EMPTY.format(name=name))
    if content.startswith((_UTF8_BOM, *_UTF16)):
        raise PlanFileError(texts.FILE_OTHER_ENCODING.format(name=name))
    try:
        read = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        own = b'"' + HEAD.encode() + b'"' in content[:200]
        raise PlanFileError((texts.FILE_DAMAGED if own else texts.FILE_FOREIGN).format(name=name)) from error
    head = _head(read, name)
    tables = {table: documents for table, documents in read.items() if table != HEAD}
    if not all(_is_table(table, documents) for table, documents in tables.items()):
        raise PlanFileError(texts.FILE_DAMAGED.format(name=name))
    if not _is_whole(content, head, tables):
        raise PlanFileError(texts.FILE_DAMAGED.format(name=name))
    return Content(tables, head["revision"], head["schema"])


def _is_whole(content: bytes, head: dict[str, Any], tables: Tables) -> bool:
    """Tell whether the checksum fits: over the bytes as they are, or over the content where it was laid out anew."""
    start = _head_bytes(head)[:-1] + b","
    if tables and content.startswith(start):
        if _checksum(head, b"{", memoryview(content)[len(start):]) == head["checksum"]:
            return True
    return head["checksum"] == _checksum(head, orjson.dumps(tables))


def _head(read: object, name: str) -> dict[str, Any]:
    table = read.get(HEAD) if isinstance(read, dict) else None
    head = table.get("1") if isinstance(table, dict) else None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise PlanFileError(texts.FILE_FOREIGN.format(name=name))
    schema, revision = head.get("schema"), head.get("revision")
    if type(schema) is not int or type(revision) is not int or not isinstance(head.get("checksum"), str):
        raise PlanFileError(texts.FILE_DAMAGED.format(name=name))
    if schema > SCHEMA:
        raise PlanFileError(texts.FILE_NEWER.format(name=name))
    if schema < 1 or revision < 0:
        raise PlanFileError(texts.FILE_DAMAGED.format(name=name))
    return head


def _is_table(table: str, documents: object) -> bool:
    return bool(_NAME.match(table)) and isinstance(documents, dict) and all(
        key.isdecimal() and isinstance(document, dict) and isinstance(document.get("id"), str)
        for key, document in documents.items()
    )


def guess_revision(content: bytes) -> int:
    """Return the revision that a damaged file's head seems to tell, 0 where it tells none."""
    found = _REVISION.search(content[:HEAD_BYTES])
    return int(found.group(1)) if found else 0
