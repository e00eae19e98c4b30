"""Walks the core of each plan for a county and prints what it costs: stops, keys to press and words to read.

It reads data/ alone, so that it walks an older copy just as well: what an older program asked is in its data/. Every
question of the core is counted, those on a condition too, so the figures are the most that a county can meet. A key is
a key pressed; how long answers are is assumed (below) and the same for every copy, so that two copies can be compared.

Run: python -m tests.bench.walk_core [--data FOLDER] [--county CODE]
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nvplan.catalog.location import data_folder

Row = dict[str, Any]
PLANS = ("gemensam", "kontinuitet", "patientkontrakt")
#: How many characters an answer is taken to have: a role or a heading, some sentences, a number, a date, a cell.
TEXT, LONG_TEXT, NUMBER, DATE, CELL = 30, 250, 3, 10, 20
#: So many are chosen where several may be.
CHOSEN = 3
#: Rows that are added to a table that gives no headings.
ADDED_ROWS = 2
#: Kinds whose answer is seen from a register: nothing is typed.
SEEN = ("register",)


@dataclass
class Walk:
    """What the core of a plan costs."""

    questions: int = 0
    stops: int = 0
    keys: int = 0
    words: int = 0
    guidance: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def words(*texts: object) -> int:
    """Return how many words there are in some texts."""
    return sum(len(str(text).split()) for text in texts if text)


def keys(question: Row) -> int:
    """Return the keys that one answer takes, the one that goes on included."""
    kind = question["kind"]
    if kind in SEEN:
        return 1
    if kind == "tabell":
        rows = len(question.get("rows", ())) or ADDED_ROWS
        asked = [column for column in question["columns"] if column.get("required")] or question["columns"]
        if question.get("rows"):
            asked = [column for column in asked if column is not question["columns"][0]]
        return rows * (2 + sum(1 + _typed(column) for column in asked)) + 1
    return _typed(question) + 1


def _typed(one: Row) -> int:
    """Return the keys that fill one field."""
    kind, options = str(one.get("kind", "text")), len(one.get("options", ()))
    if kind == "val":
        return 1 + options // 2
    if kind == "flerval":
        return options + min(CHOSEN, int(one.get("most", CHOSEN)))
    if kind == "text" and "columns" not in one and "plan" not in one:
        return CELL
    return {"text": TEXT, "langtext": LONG_TEXT, "tal": NUMBER, "datum": DATE, "ja_nej": 1}[kind]


def walk(questions: list[Row], municipalities: int) -> Walk:
    """Return what the core among some questions costs a county with so many kommuner and one region."""
    total = Walk()
    for question in questions:
        if not question["core"]:
            continue
        kinds = question.get("actors") or ("region", "kommun")
        actors = ("region" in kinds) + municipalities * ("kommun" in kinds)
        stops = actors if question.get("per") == "aktor" else 1
        total.questions += 1
        total.stops += stops
        total.keys += stops * keys(question)
        total.words += words(question["label"], question.get("asks"), question.get("hint"),
                             *(option["label"] for option in question.get("options", ())),
                             *(column["label"] for column in question.get("columns", ())), *question.get("rows", ()))
        total.guidance += words(*(question.get(name) for name in ("why", "background", "example", "group")))
        total.kinds[question["kind"]] += 1
    return total


def read(folder: Path) -> dict[str, list[Row]]:
    """Return the questions that each plan asks; one that is shared stands in both."""
    found: dict[str, list[Row]] = {plan: [] for plan in PLANS}
    for plan in PLANS:
        for line in (folder / "fragor" / f"{plan}.jsonl").read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            for asked_in in {plan, *(place["plan"] for place in question.get("also", ()))}:
                found[asked_in].append(question)
    return found


def count_municipalities(folder: Path, county: str) -> int:
    """Return how many kommuner a county has."""
    with (folder / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        return sum(row["code"].startswith(county) for row in csv.DictReader(file))


def main() -> None:
    """Print the walk of each plan and of the three together."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=data_folder())
    options.add_argument("--county", default="10", help="county code; Blekinge unless told")
    chosen = options.parse_args()
    municipalities = count_municipalities(chosen.data, chosen.county)
    plans = read(chosen.data)
    together = {question["id"]: question for questions in plans.values() for question in questions}
    print(f"{'plan':<16}{'questions':>10}{'stops':>8}{'keys':>8}{'words':>8}{'guidance':>10}  kinds")
    for name, questions in (*plans.items(), ("together", list(together.values()))):
        total = walk(questions, municipalities)
        kinds = ", ".join(f"{count} {kind}" for kind, count in total.kinds.most_common())
        print(f"{name:<16}{total.questions:>10}{total.stops:>8}{total.keys:>8}{total.words:>8}{total.guidance:>10}"
              f"  {kinds}")


if __name__ == "__main__":
    main()
