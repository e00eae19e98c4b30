"""Where the general word for the patient's agreement may stand in a county that has a word of its own.

What is called by the general word in a source, or was written by a person, stands in where_the_word_stands.jsonl.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from nvplan.catalog.location import data_folder
from nvplan.services.reading.plan_names import term
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from tests.example import example_plan

WORD, OWN = "atientkontrakt", "min väg"
EXCEPTIONS = Path(__file__).parent / "where_the_word_stands.jsonl"
#: So much round the word is compared: what is drawn is cut and broken, a dozen letters are not by chance the same.
_ROUND = 12
#: With fewer letters beside it the word stands alone; that is no source's name, but a term of the glossary.
_LEAST = 5
_TERMS = ("patientkontrakt",)
#: Where a cell of the screen ends, the code that stands after a title, and the employer after a role of two parts.
_EDGE = re.compile(r"[│╭╮╰╯▌▐\n]|  +|…|─{2,}|\b[A-Z]{2,4}-M?\d+\b|, rad |, till |; |20\d\d, (?=\d)"
                   r"| \((?:regionen|[A-ZÅÄÖ]\w+)\)")


@cache
def official() -> str:
    """Return all text in which the general word may stand, as one string of words."""
    found: list[str] = []
    for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = data_folder() / row["file"]
        for written in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            one = json.loads(written)
            if not row.get("questions") or one.get("id") in row["questions"]:
                found += texts(one, set(row["fields"]))
    return " ".join(" ".join(found).split()).casefold()


def texts(value: Any, names: set[str], name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from texts(inside, names, key)
    elif isinstance(value, list):
        for inside in value:
            yield from texts(inside, names, name)
    elif isinstance(value, str) and (name in names or "*" in names):
        yield value


def unofficial(text: str) -> list[str]:
    """Return the places in a text where the general word stands and no source or person put it."""
    found = []
    for piece in _EDGE.split(text):
        for hit in re.finditer(WORD, piece):
            around = piece[max(0, hit.start() - _ROUND):hit.end() + _ROUND].strip(" ·–-:\"”()[]!▸▾○●◐✓,;.")
            told = any(part.casefold() in official() for part in (around, around[1:], piece.strip()))
            alone = len(around) < len(WORD) + _LEAST
            if not told or (alone and piece.strip() not in _TERMS):
                found.append(piece.strip())
    return found


def plan_with_own_word(path: Path) -> Path:
    """Lay the example county with a word of its own at a path; it was chosen by someone else than who looks."""
    example_plan(path)
    with PlanSession.open(path, role="Processledare") as session:
        session.do(SetAnswer("3.0.term", "eget"))
        session.do(SetAnswer("3.0.eget-ord", OWN))
        assert term(session.state) == OWN
    return path
