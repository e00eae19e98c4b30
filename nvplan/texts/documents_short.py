"""The Swedish words of an answer that is told in short: what is left out, and where it stands whole."""

from __future__ import annotations

from nvplan.texts import common as common_texts

#: What follows a text that is cut.
REST = "Resten står i planen."
_TABLE = "Tabellen står i planen."
#: By what a sentence of a help text is known that only the person at the screen can follow: what the program does, or
#: in which of its lists a thing is kept (”skriver ni en gång under Beslut”). Källa is a column that a form has as well.
AT_THE_SCREEN = r"[Pp]rogrammet\b|\bunder (?!Källa\b)[A-ZÅÄÖ][a-zåäö]"


def table(rows: int, names: str) -> str:
    """Return a table by how many rows it has and what they are about."""
    number = "En rad" if rows == 1 else f"{common_texts.in_words(rows).capitalize()} rader"
    return f"{number}: {names}. {_TABLE}" if names else f"{number}. {_TABLE}"


def others(number: int) -> list[str]:
    """Return how many more there are, as the last thing of a list; nothing where there are none."""
    return [f"{common_texts.in_words(number) if number > 1 else 'en'} till"] if number else []
