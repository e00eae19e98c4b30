"""The Swedish words of an answer that is told in short: what is left out, and where it stands whole."""

from __future__ import annotations

from nvplan.texts import common as common_texts

#: What follows a text that is cut.
REST = "Resten står i planen."
_TABLE = "Tabellen står i planen."


def table(rows: int, names: str) -> str:
    """Return a table by how many rows it has and what they are about."""
    number = "En rad" if rows == 1 else f"{common_texts.in_words(rows).capitalize()} rader"
    return f"{number}: {names}. {_TABLE}" if names else f"{number}. {_TABLE}"


def others(number: int) -> list[str]:
    """Return how many more there are, as the last thing of a list; nothing where there are none."""
    return [f"{common_texts.in_words(number) if number > 1 else 'en'} till"] if number else []
