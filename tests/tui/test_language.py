"""Everything on the screen is Swedish: no string that Textual ships in English, and no word of a short stop list.

One thing has one word: what is not to be used, in texts or in data, stands in NOT_USED with what is.

The golden grids are the screens as they are drawn; tests.tui.test_golden holds them to that.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import textual

import nvplan
from tests.tui.golden import FOLDER
from tests.tui.planner import new_plan, planner, press, screen_text, type_text

TEXTUAL = Path(textual.__file__).parent
#: Words that no Swedish sentence holds and that a program in English would show.
STOP = ("the", "with", "and", "or", "your", "Press", "Select", "Search", "Cancel", "Close", "Quit", "Help", "Save",
        "Yes", "Open", "Loading", "Error", "Warning", "Page", "found", "matches", "valid", "must", "Must", "keys",
        "theme", "screenshot", "palette", "command")
#: Written alike in both languages, and a key's own name on the keyboard.
ALIKE = {"Delete", "Tab", "Enter"}
#: What people read says the second, never the first.
NOT_USED = {
    r"[«»]": "”…”", r"\b[Ee]j [a-zåäö]": "inte", r"på särskilt boende": "i särskilt boende",
    r"[Mm]issbruk": "skadligt bruk", r"räknas av\b": "räknas på", r"genomförandestatus": "läge",
    r"[Uu]ppgörelsen? (?:med regionen )?om läkar": "avtal om läkarmedverkan", r"Boende på": "Personer i",
    r"[Hh]ur (?:den|de) hanterade": "behandlade", r"under Workshop": "under Möten",
    r"Remissvar\b.*inlag": "Synpunkter", r"i 1177 i dag": "på 1177",
}
#: What forms and files of earlier versions say stands there as it stood; headings of rows are stored in answers.
FORMER_SPELLING = {"FORMER", "FORMER_OPTIONS", "FORMER_EMPTY", "FORMER_WORDS", "FORMER_SHOWN", "FORMER_LABELS",
                   "OWN_WORDS", "LABEL_UNVERIFIED_FORMER", "ROW_HOMES",
                   "ABSTAINS"}  # the last: what others write in their surveys
KEPT_FIELDS = {"former", "also", "rows", "grupp", "heading", "reference", "id", "list", "parent", "aliases", "quote"}
PACKAGE = Path(nvplan.__file__).parent
GRIDS = sorted(FOLDER.glob("*.txt"))


@cache
def strings_of_textual() -> frozenset[str]:
    """Return what Textual could show: descriptions of keys, placeholders, prompts, notices and faults."""
    found: set[str] = set()
    for path in TEXTUAL.rglob("*.py"):
        if not {"demo", "_doc.py"} & set(path.relative_to(TEXTUAL).parts):
            found.update(_strings(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {re.sub(r"\[/?\w*\]", "", text).strip() for text in found}
    return frozenset(text for text in plain if re.fullmatch(r"[A-Z][A-Za-z'’ ,.…]{3,}", text)) - ALIKE


@cache
def english() -> re.Pattern[str]:
    """Return what finds any string of Textual's or any word of the stop list, as a whole word."""
    longest_first = sorted({*strings_of_textual(), *STOP}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            given = [*node.args, *(one.value for one in node.keywords)]
            if name in ("Binding", "SystemCommand", "notify", "Option", "Static", "Label", "Failure", "failure"):
                yield from _constants(given)
            yield from _constants([one.value for one in node.keywords if one.arg in (
                "placeholder", "prompt", "description", "tooltip", "title", "label", "failure_description")])
        elif isinstance(node, ast.FunctionDef):
            yield from _constants(node.args.defaults)
            yield from _constants([one for one in node.args.kw_defaults if one is not None])
            if node.name == "describe_failure":
                yield from _constants([one.value for one in ast.walk(node)
                                       if isinstance(one, ast.Return) and one.value is not None])
        elif isinstance(node, ast.Yield | ast.YieldFrom) and node.value is not None:
            yield from _constants([node.value])


def _constants(nodes: list[ast.expr]) -> Iterator[str]:
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_textuals_own_strings_are_found() -> None:
    found = strings_of_textual()
    assert {"Select", "Search for commands…", "No matches found", "Cursor up", "Must be a valid number."} <= found
    assert len(found) > 100
    shown = "Tryck Enter, Select eller Must be a valid number. Selected"
    assert english().findall(shown) == ["Select", "Must be a valid number."]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_english_is_on_the_screen(path: Path) -> None:
    shown = " ".join(path.read_text(encoding="utf-8").split())
    assert english().findall(shown) == []


async def test_what_textual_says_in_passing_is_swedish_too(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "enter", "ctrl+f")
        await press(pilot, "ctrl+c")
        assert "Tryck Ctrl+Q för att avsluta" in " ".join(screen_text(pilot).replace("▌", " ").split())
        pilot.app.clear_notifications()
        await type_text(pilot, "qzxq")
        assert "Inget hittades" in screen_text(pilot)
        shown = screen_text(pilot)
    assert "ctrl+q" not in shown
    assert "No matches" not in shown


def spoken() -> Iterator[tuple[str, str]]:
    """Yield every text that people read, with where it stands: nvplan/texts and the rows of data/."""
    for path in sorted((PACKAGE / "texts").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
            names = {one.id for one in targets if isinstance(one, ast.Name)}
            if not names & FORMER_SPELLING:
                yield from ((f"{path.name}:{one.lineno}", one.value) for one in ast.walk(node)
                            if isinstance(one, ast.Constant) and isinstance(one.value, str))
    for path in sorted((PACKAGE.parent / "data").rglob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield from ((f"{path.name}:{number}", text) for text in _values(json.loads(line)))


def _values(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for one in node:
            yield from _values(one)
    elif isinstance(node, dict):
        for key, one in node.items():
            if key not in KEPT_FIELDS:
                yield from _values(one)


def test_one_thing_has_one_word() -> None:
    texts = list(spoken())
    assert len(texts) > 5_000
    wrong = [f"{where}: {text[:80]} – skriv {instead}" for where, text in texts
             for word, instead in NOT_USED.items() if re.search(word, text)]
    assert wrong == []
