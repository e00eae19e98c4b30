"""Looks things up in the catalogue: topics, their rows as JSON, and search that folds å ä ö."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nvplan import texts_catalog as texts
from nvplan.catalog.counties import counties
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.services.question_list import questions_json

Row = dict[str, Any]


@dataclass(frozen=True)
class Topic:
    """A part of the catalogue: its rows as JSON and the columns that a table shows."""

    name: str
    read: Callable[[], list[Row]]
    headings: Sequence[str]
    columns: Sequence[str]

    def cells(self, row: Row) -> list[str]:
        """Return the row's cells as text."""
        return [_text(row.get(column)) for column in self.columns]


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    if isinstance(value, bool):
        return texts.YES if value else ""
    return "" if value is None else str(value)


def _counties() -> list[Row]:
    return [{**county.model_dump(mode="json", exclude={"municipalities"}), "municipalities": len(county.municipalities)}
            for county in counties()]


def _municipalities() -> list[Row]:
    return [{**one.model_dump(mode="json"), "county": county.name} for county in counties()
            for one in county.municipalities]


def _requirements() -> list[Row]:
    sets = requirement_sets()
    return [{**one.model_dump(mode="json"), "set_label": sets[one.set].label, "set_standing": sets[one.set].standing}
            for one in requirements().values()]


TOPICS: dict[str, Topic] = {topic.name: topic for topic in (
    Topic("lan", _counties, texts.COUNTY_COLUMNS, ("code", "name", "region", "municipalities")),
    Topic("kommuner", _municipalities, texts.MUNICIPALITY_COLUMNS, ("code", "name", "county")),
    Topic("krav", _requirements, texts.REQUIREMENT_COLUMNS, ("id", "set", "modality", "addressees", "title")),
    Topic("fragor", questions_json, texts.QUESTION_COLUMNS, ("id", "kind", "core", "label")),
)}


def find_topic(wanted: str) -> Topic:
    """Return the part of the catalogue with this name.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    found = TOPICS.get(fold(wanted.strip()))
    if found is None:
        raise UnknownNameError(texts.unknown_topic(wanted, nearest(wanted, TOPICS) or list(TOPICS)))
    return found


def look_up_rows(topic: Topic, word: str = "") -> list[Row]:
    """Return the topic's rows, or those where every word stands; `atgard` finds «Åtgärd»."""
    wanted = fold(word).split()
    rows = topic.read()
    if not wanted:
        return rows
    return [row for row in rows if all(part in fold(json.dumps(row, ensure_ascii=False)) for part in wanted)]
