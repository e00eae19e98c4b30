"""Changes a byte here and there in a plan file: it is found out, or it changes nothing that the plan says.

The full run: `python -m tests.robust.flips --antal 10000`.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nvplan.model.errors import PlanFileError
from nvplan.services.writing.commands import SetAnswer
from nvplan.store.format import decode
from tests.robust.plans import SENTENCE, full_plan, report, text_questions


@dataclass
class Outcome:
    """How many damages were found out, how many were harmless, and those that were neither."""

    detected: int
    harmless: int
    missed: list[str]


def flip_many(content: bytes, count: int, seed: int = 1) -> Outcome:
    """Damage the content `count` times, by a changed, a lost, an added or several changed bytes, and read it."""
    chance, outcome = random.Random(seed), Outcome(0, 0, [])
    whole = decode(content, "lan.nvplan")
    for number in range(count):
        damaged = _damaged(content, chance)
        try:
            read = decode(damaged, "lan.nvplan")
        except PlanFileError:
            outcome.detected += 1
            continue
        if read == whole:
            outcome.harmless += 1
        else:
            outcome.missed.append(str(number))
    return outcome


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    # every third damage hits the head, where a byte weighs most
    most = 300 if chance.random() < 1 / 3 else len(damaged)
    place, way = chance.randrange(most), chance.randrange(5)
    if way == 0:
        damaged[place] ^= 1 << chance.randrange(8)
    elif way == 1:
        damaged[place] = chance.randrange(256)
    elif way == 2:
        del damaged[place:place + chance.randint(1, 4096)]
    elif way == 3:
        damaged[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
    else:
        for _ in range(chance.randint(2, 10)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def sample(folder: Path) -> bytes:
    """Return the bytes of a plan with objects, answers and history."""
    session = full_plan(folder / "lan.nvplan", 60)
    for question in text_questions()[:10]:
        session.do(SetAnswer(question, SENTENCE))
    return Path(session.address).read_bytes()


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--antal", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = flip_many(sample(Path(folder)), options.antal)
    report(f"{options.antal} damages: {outcome.detected} detected, {outcome.harmless} harmless, "
           f"{len(outcome.missed)} missed {outcome.missed[:5]}")
    sys.exit(bool(outcome.missed))


if __name__ == "__main__":
    main()
