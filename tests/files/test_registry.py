"""The registry knows the formats and imports nothing heavy until one is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from nvplan.files.write.registry import render
from nvplan.model.document import Document
from nvplan.model.errors import InputError
from nvplan.services.exchange.formats import FORMATS, find_format

from .samples import hostile


def test_every_format_of_the_design_exists() -> None:
    assert list(FORMATS) == ["md", "docx", "pdf", "xlsx", "html", "ics", "csv", "json"]
    assert all(known.suffix == f".{known.name}" and known.label for known in FORMATS.values())


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(InputError, match="md, docx, pdf, xlsx, html, ics, csv, json"):
        render(hostile(), "odt")
    assert find_format(" .PDF").name == "pdf"


def test_a_missing_library_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("nvplan.files.write.xlsx", "nvplan.files.write.xlsx_book"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InputError, match="behöver paketet xlsxwriter"):
        render(hostile(), "xlsx")


def test_importing_the_registry_imports_no_library() -> None:
    heavy = ("docx", "lxml", "typst", "xlsxwriter", "icalendar", "openpyxl", "jinja2")
    code = ("import sys, nvplan.files.write.registry, nvplan.files.write.files;"
            f"print([name for name in {heavy!r} if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_json_reads_back_as_the_same_document() -> None:
    content = render(hostile(), "json")
    assert Document.model_validate_json(content) == hostile()
    assert "påhittade" not in json.loads(content)["title"]
    assert render(hostile(), "json") == content
