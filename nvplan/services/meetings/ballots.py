"""The ballots of a round: counts by kind of actor and score, sealed while the round is open, and what may be shown.

No order, no time and no person is kept. A group is kept apart from the rest only where it has five votes or more and
the rest of them too, so that no smaller group can be had by subtraction; the others are kept together.

An open round is sealed with a key of its own that lies beside the plan and never in it, and is removed when the round
is closed. Nobody reads the scores out of the plan, a copy, a backup or an export, then or later; two saves of the same
counts have nothing in common. Whoever has both the plan and the key, and writes a program for it, can: so can they who
run the meeting.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nvplan.services.meetings.agreement import LEAST_VOTES, SCORES

#: The kinds of actors that a vote is counted under.
KINDS = ("region", "kommun", "privat", "patient", "annan")
#: More people than this are no meeting.
MOST_VOTERS = 500
#: The place of an abstention in a row of counts, after the scores.
ABSTAINED = len(SCORES)
#: A sealed text is padded to a multiple of this many bytes, so that its length says nothing.
_BLOCK = 4096
_KEY, _NONCE, _DIGEST = 32, 16, 32

#: Counts of the scores 0 to 5 and of those who abstained, by kind of actor and then by dimension.
Counts = dict[str, dict[str, list[int]]]


@dataclass(frozen=True)
class OpenRound:
    """A round that is open: what is scored, who may vote, and how many have. What they gave is sealed."""

    item: str
    dimensions: tuple[str, ...]
    registered: Mapping[str, int]
    opened: str
    """ISO time."""
    cast: Mapping[str, int] = field(default_factory=dict)
    """How many have voted, by kind of actor."""
    sealed: str = ""
    key: str = ""
    """The name of the secret that it is sealed with."""
    dots: int = 0
    """How many dots each has, where dots are put on proposals and nothing is scored; the dimensions are those."""

    @property
    def voters(self) -> int:
        """How many may vote."""
        return sum(self.registered.values())

    @property
    def voted(self) -> int:
        """How many have."""
        return sum(self.cast.values())

    @property
    def waiting(self) -> tuple[str, ...]:
        """The kinds of actors of which someone has not voted."""
        return tuple(kind for kind, count in self.registered.items() if self.cast.get(kind, 0) < count)


def open_round(body: Mapping[str, Any] | None) -> OpenRound | None:
    """Return an open round as it is stored; None where there is none, or something else stands there."""
    if not body:
        return None
    try:
        return OpenRound(
            str(body["item"]), tuple(str(one) for one in body["dimensions"]),
            {str(kind): int(count) for kind, count in body["registered"].items()}, str(body["opened"]),
            {str(kind): int(count) for kind, count in body["cast"].items()}, str(body["sealed"]), str(body["key"]),
            int(body.get("dots", 0)))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def stored(one: OpenRound) -> dict[str, Any]:
    """Return an open round as it is stored."""
    body = {"item": one.item, "dimensions": list(one.dimensions), "registered": dict(one.registered),
            "opened": one.opened, "cast": dict(one.cast), "sealed": one.sealed, "key": one.key}
    return {**body, "dots": one.dots} if one.dots else body


def new_key() -> tuple[str, bytes]:
    """Return the name and the content of a key that no other round has."""
    return secrets.token_hex(8), secrets.token_bytes(_KEY)


def seal(counts: Counts, key: bytes) -> str:
    """Return counts in a form that nobody reads without the key; each time another."""
    plain = json.dumps(counts, sort_keys=True).encode()
    plain += b" " * (-len(plain) % _BLOCK)
    nonce = secrets.token_bytes(_NONCE)
    mixed = _mixed(key, nonce, plain)
    return base64.b64encode(nonce + _digest(key, nonce + mixed) + mixed).decode("ascii")


def unseal(sealed: str, key: bytes | None) -> Counts | None:
    """Return the counts of a sealed text; None where it is not whole, or this is not its key."""
    try:
        raw = base64.b64decode(sealed, validate=True)
    except ValueError:
        return None
    nonce, digest, mixed = raw[:_NONCE], raw[_NONCE:_NONCE + _DIGEST], raw[_NONCE + _DIGEST:]
    if key is None or not mixed or not hmac.compare_digest(_digest(key, nonce + mixed), digest):
        return None
    found: Counts = json.loads(_mixed(key, nonce, mixed))
    return found


def _digest(key: bytes, content: bytes) -> bytes:
    return hmac.digest(b"digest" + key, content, hashlib.sha256)


def _mixed(key: bytes, nonce: bytes, content: bytes) -> bytes:
    stream = hashlib.shake_256(b"stream" + key + nonce).digest(len(content))
    return bytes(one ^ other for one, other in zip(content, stream, strict=True))


def with_ballot(counts: Counts, kind: str, scores: Mapping[str, int | None]) -> Counts:
    """Return the counts with one more ballot; None as a score is an abstention."""
    mine = {dimension: list(row) for dimension, row in counts.get(kind, {}).items()}
    for dimension, score in scores.items():
        row = mine.setdefault(dimension, [0] * (len(SCORES) + 1))
        row[ABSTAINED if score is None else score] += 1
    return {**counts, kind: mine}


def with_dots(counts: Counts, dots: Mapping[str, int]) -> Counts:
    """Return the counts with one more person's dots by proposal; from whom is not kept."""
    whole = {proposal: list(row) for proposal, row in counts.get("", {}).items()}
    for proposal, count in dots.items():
        whole.setdefault(proposal, [0])[0] += count
    return {"": whole}


def all_together(counts: Counts, dimension: str) -> list[int]:
    """Return how many gave each score on a dimension, and last how many abstained."""
    rows = [found[dimension] for found in counts.values() if dimension in found]
    return [sum(row[place] for row in rows) for place in range(len(SCORES) + 1)]


def shown_groups(counts: Counts, dimension: str) -> dict[str, list[int]]:
    """Return the scores of the kinds of actors that may be told apart.

    Each has five votes or more, and so have those that are left together; else the smallest joins them, and where only
    one kind would be told nothing is: the whole less that one is the rest.
    """
    scored = {kind: found[dimension][:ABSTAINED] for kind, found in counts.items() if dimension in found}
    kept = {kind: row for kind, row in scored.items() if sum(row) >= LEAST_VOTES}
    rest = sum(sum(row) for kind, row in scored.items() if kind not in kept)
    if 0 < rest < LEAST_VOTES and kept:
        smallest = min(kept, key=lambda kind: (sum(kept[kind]), kind))
        del kept[smallest]
        rest = LEAST_VOTES
    alone = len(kept) == 1 and rest == 0
    return {} if alone else {kind: kept[kind] for kind in KINDS if kind in kept}


def row_text(row: Sequence[int]) -> str:
    """Return counts as they are stored with a round."""
    return ",".join(str(count) for count in row)


def row_of(text: str) -> list[int]:
    """Return the counts of a stored row; zeros where it says something else."""
    parts = text.split(",")
    if len(parts) == len(SCORES) and all(part.isdecimal() and len(part) < 6 for part in parts):
        return [int(part) for part in parts]
    return [0] * len(SCORES)
