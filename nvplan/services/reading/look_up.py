"""Looks things up in the catalogue: topics, their rows as JSON, and search that folds å ä ö."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.services.reading.look_up_content import CONTENT
from nvplan.services.reading.look_up_figures import FIGURES
from nvplan.services.reading.look_up_topic import Row, Topic
from nvplan.texts import catalog as catalog_texts

#: Every part of the catalogue by its name on the command line.
TOPICS: dict[str, Topic] = {topic.name: topic for topic in (*CONTENT, *FIGURES)}


def find_topic(wanted: str) -> Topic:
    """Return the part of the catalogue with this name; å ä ö may be written.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    found = TOPICS.get(fold(wanted.strip()))
    if found is None:
        raise UnknownNameError(catalog_texts.unknown_topic(wanted, nearest(wanted, TOPICS), list(TOPICS)))
    return found


def look_up_rows(topic: Topic, word: str = "") -> list[Row]:
    """Return the topic's rows, or those where every word stands; `atgard` finds «Åtgärd».

    The words are looked for in what a row holds and in what its table shows, never in the names of its fields.
    """
    wanted = fold(word).split()
    rows = topic.read()
    if not wanted:
        return rows
    return [row for row in rows if _holds(fold(" ".join((*_words(row), *_cells(topic, row)))), wanted)]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    return all(part in text for part in wanted)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _cells(topic: Topic, row: Row) -> Iterator[str]:
    if topic.section is not None:
        yield topic.section(row)
    for column in topic.columns:
        yield column.cell(row)
