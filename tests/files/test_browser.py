"""Every page of ours in a browser, asked by axe-core: nothing that a person with a screen reader stumbles over."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nvplan.files.write.registry import render
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.example import example_session

from .samples import hostile

pytestmark = pytest.mark.chromium


@pytest.fixture(scope="module")
def violations() -> Iterator[Any]:
    """What axe-core finds on a page, by rule and number of places."""
    try:
        playwright = importlib.import_module("playwright.sync_api").sync_playwright
        axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    except ModuleNotFoundError:
        if os.environ.get("NVPLAN_KRAV_VERKTYG"):
            pytest.fail("axe-playwright-python is required (NVPLAN_KRAV_VERKTYG is set) and missing")
        pytest.skip("axe-playwright-python is not installed")
    with playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()

        def found(content: bytes, folder: Path) -> list[tuple[str, int]]:
            path = folder / "sida.html"
            path.write_bytes(content)
            page.goto(path.as_uri())
            return [(one["id"], len(one["nodes"])) for one in axe.run(page).response["violations"]]

        yield found
        browser.close()


def _pages(session: PlanSession) -> Iterator[tuple[str, bytes]]:
    """Yield every page of a plan: of each document what is sent and its underlag, for the first recipient."""
    for known in DOCUMENTS.values():
        if "html" in known.formats:
            asked = known.requests(session, Request())
            for request in [one for one in asked if one.actor in (None, asked[0].actor)]:
                yield f"{known.name} {request.working}", render(known.build(session, request), "html")


@pytest.mark.parametrize("plan", ["example", "14"])
def test_no_page_has_a_fault(violations: Any, tmp_path: Path, plan: str) -> None:
    session = example_session(tmp_path / "exempel.nvplan") if plan == "example" else create_plan(
        tmp_path / "lan.nvplan", plan, 2027)
    pages = dict(_pages(session))
    assert len(pages) >= len([one for one in DOCUMENTS.values() if "html" in one.formats])
    assert {name: found for name, content in pages.items() if (found := violations(content, tmp_path))} == {}


def test_what_people_write_makes_no_fault(violations: Any, tmp_path: Path) -> None:
    assert violations(render(hostile(), "html"), tmp_path) == []


def test_a_fault_is_found(violations: Any, tmp_path: Path) -> None:
    """A check that cannot fail says nothing: two regions of one name, and a picture without words."""
    page = b"""<!DOCTYPE html><html lang="sv"><head><title>a</title></head><body><main><h1>a</h1>
        <div role="region" tabindex="0" aria-label="b">c</div><div role="region" tabindex="0" aria-label="b">d</div>
        <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></body></html>"""
    assert {name for name, _ in violations(page, tmp_path)} >= {"landmark-unique", "image-alt"}
