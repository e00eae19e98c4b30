"""Collects the texts that forms have where nothing is filled in, so that forms of this version are known later on.

Run at a release, `python -m tests.files.former_texts > nvplan/services/writing/returned/former/VERSION.txt`, so that a
text that is corrected afterwards is not taken for something that the person who filled in the form has written.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nvplan.catalog.requirements import requirement_sets
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan


def forms() -> Iterator[Any]:
    """Yield every form for every set and kind of actor; the plan is as good as empty, so that little is its own."""
    for number, chosen in enumerate(requirement_sets()):
        with tempfile.TemporaryDirectory() as folder:
            try:
                session = create_plan(Path(folder) / "lan.nvplan", "08", 2027, chosen)
            except InputError:
                continue  # a set that no plan can have by itself
            session.do(SetObject("insats", f"i{number}", {"title": "x"}))
            session.do(SetObject("underlag", f"u{number}", {"title": "x"}))
            actors = {one.type: one for one in session.state.actors}
            for actor in (None, *actors.values()):
                for name in ("checklista", "insatser", "underlag"):
                    yield find_document(name).build(session, Request(actor=actor, without_data=True))


def texts(document: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the document's texts, but those that are filled in: what each is about, its label and the text."""
    for text in _standing(document):
        yield "", "", text
    from nvplan.services.writing.returned.columns import fillable_columns

    filled = {*fillable_columns("kravbedomning"), *fillable_columns("fraga"), *fillable_columns("insats"),
              *fillable_columns("underlag")}
    for block in (*document.blocks, *document.grid_blocks):
        for item in getattr(block, "items", ()):
            yield from ((item.key.partition("@")[0], fact.label, fact.value) for fact in getattr(item, "details", ())
                        if fact.label not in filled)
        for row in getattr(block, "rows", ()):
            yield from ((row[0].text, column.title, cell.text)
                        for cell, column in zip(row, block.columns, strict=True) if column.title not in filled)


def _standing(document: Any) -> Iterator[str]:
    """Yield the texts that stand by themselves."""
    yield from (document.title, document.subtitle)
    paragraphs: list[str] = []
    for block in (*document.blocks, *document.grid_blocks):
        for name in ("text", "caption", "title", "alternative"):
            yield getattr(block, name, "")
        if getattr(block, "text", ""):
            paragraphs.append(block.text)
            yield from ("\n".join(paragraphs[-many:]) for many in range(2, 5))
        for item in getattr(block, "items", ()):
            yield item if isinstance(item, str) else getattr(item, "text", "")
        for column in getattr(block, "columns", ()):
            yield column.title
        if not getattr(block, "row_keys", ()):
            yield from (cell.text for row in getattr(block, "rows", ()) for cell in row)


def main() -> None:
    """Print the marks of the texts, one a line."""
    from nvplan.services.writing.returned.former import mark

    found = {mark(text, of=about, label=label) for document in forms() for about, label, text in texts(document)
             if len(text.strip()) > 2}
    sys.stdout.write("".join(f"{one}\n" for one in sorted(found)))


if __name__ == "__main__":
    main()
