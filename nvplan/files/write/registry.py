"""The one way to render a document in a format; a format's library is imported when it is used."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

from nvplan.model.document import Document
from nvplan.model.errors import InputError
from nvplan.services.exchange.formats import find_format
from nvplan.texts import exports as exports_texts

Renderer = Callable[[Document], bytes]
#: The module that renders each format.
MODULES: Mapping[str, str] = {
    "md": "nvplan.files.write.markdown",
    "docx": "nvplan.files.write.docx",
    "pdf": "nvplan.files.write.pdf",
    "xlsx": "nvplan.files.write.xlsx",
    "html": "nvplan.files.write.html",
    "ics": "nvplan.files.write.icsfile",
    "csv": "nvplan.files.write.csvfile",
    "json": "nvplan.files.write.jsonfile",
}


#: The formats of files that are filled in and come back, and of what is no page.
FILLED_IN = ("docx", "xlsx", "csv", "json")


def render(document: Document, format_name: str) -> bytes:
    """Return the document as a file's content; the same document always gives the same bytes.

    Raises:
        InputError: the format does not exist, its library is missing, or the format cannot hold the document.
    """
    wanted = find_format(format_name)
    try:
        renderer: Renderer = importlib.import_module(MODULES[wanted.name]).render
    except ModuleNotFoundError as fault:
        if (fault.name or "").startswith("nvplan"):
            raise
        raise InputError(exports_texts.FORMAT_PACKAGE_MISSING.format(name=wanted.name, package=fault.name)) from fault
    if wanted.name not in FILLED_IN:
        document = document.model_copy(update={"meta": tuple(one for one in document.meta if not one.comes_back)})
    return renderer(document)
