"""What the short words of a document mean, from the glossary: only those that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from nvplan.catalog.reference import terms
from nvplan.model.document import Block, Heading, Paragraph
from nvplan.texts import documents_plans as documents_plans_texts

#: A short word: capitals alone, so that ordinary words are none.
_SHORT = re.compile(r"[A-ZÅÄÖ]{2,}")


def abbreviations(blocks: Sequence[Block], level: int) -> list[Block]:
    """Return a heading and what the short words in blocks mean; nothing where there are none."""
    text = "\n".join(_strings([block.model_dump() for block in blocks]))
    found = [(short, meaning) for short, meaning in sorted(_known().items())
             if re.search(rf"(?<![\w]){short}(?!\w)", text)]
    if not found:
        return []
    return [Heading(level=level, text=documents_plans_texts.ABBREVIATIONS),
            Paragraph(text=documents_plans_texts.abbreviations(found))]


def _known() -> dict[str, str]:
    """Return the glossary's short words with their meaning.

    A term of two (`MAS/MAR`) has its meanings in the same order; a short word may also be the alias of a long term.
    """
    known: dict[str, str] = {}
    for term in terms():
        words = (*term.term.split("/"), *term.aliases)
        short = list(dict.fromkeys(word for word in words if _SHORT.fullmatch(word)))
        meanings = [word for word in words if word[:1].islower() and len(word) > len(short[0] if short else "")]
        known.update(zip(short, meanings, strict=False))
    return known


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
