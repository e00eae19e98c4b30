"""The Swedish strings of what mentions a thing."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import objects as objects_texts

FACTS = "Används i"


def mentioned_in(kind: str, titles: Mapping[str, int]) -> str:
    """Return what of a type mentions something: each title once, and how many have it where several do."""
    one, several = objects_texts.KINDS[kind][0], documents_lists_texts.TYPES.get(kind, "")
    told = [f"{title} ({count})" if count > 1 else title for title, count in titles.items()]
    if sum(titles.values()) == 1 or not several:
        return f"{one}: {'; '.join(told)}"
    return f"{several}: {'; '.join(title.removesuffix('.') for title in told)}"
