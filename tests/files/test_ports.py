"""The list of formats stands once, and so does the list of documents: what renders is held against both."""

from __future__ import annotations

import importlib

from nvplan.files.write.registry import MODULES
from nvplan.services.documents.registry import DOCUMENTS
from nvplan.services.exchange.formats import FORMATS


def test_every_format_has_a_renderer_and_every_renderer_a_format() -> None:
    assert list(MODULES) == list(FORMATS)
    assert all(callable(importlib.import_module(module).render) for module in MODULES.values())


def test_every_document_is_in_formats_that_there_are() -> None:
    assert {name for document in DOCUMENTS.values() for name in document.formats} == set(FORMATS)
