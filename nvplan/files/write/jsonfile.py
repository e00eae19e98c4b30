"""The document itself as JSON, for other programs; `Document.model_validate_json` reads it back unchanged."""

from __future__ import annotations

from nvplan.model.document import Document
from nvplan.model.safetext import safe_json


def render(document: Document) -> bytes:
    """Return the document as indented UTF-8 JSON; decimals are strings, so that no digit is lost."""
    return (safe_json(document.model_dump_json(indent=1, exclude={"paper_blocks"})) + "\n").encode("utf-8")
