"""The house rules that no other tool holds: size of rooms, Swedish in its place, tests that mirror the package."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import nvplan
from tests.architecture.sources import parsed

PACKAGE = Path(nvplan.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
TEXTS = PACKAGE / "texts"
#: Rooms may be a little larger than the aim where an idea ends there.
MOST_LINES, MOST_FUNCTION_LINES = 330, 48
_SWEDISH = re.compile(r"[åäöÅÄÖ]")


def test_rooms_are_small() -> None:
    long = {str(path.relative_to(PACKAGE)): count for path in SOURCES
            if (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES}
    assert long == {}


def test_functions_are_short() -> None:
    long = {}
    for path in SOURCES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > MOST_FUNCTION_LINES:
                    long[f"{path.relative_to(PACKAGE)}:{node.name}"] = length
    assert long == {}


def _strings(path: Path) -> list[str]:
    """Return the string literals of a file that are no docstrings."""
    tree = parsed(path)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and id(node) not in docstrings]


def test_swedish_sentences_live_in_the_texts() -> None:
    """A Swedish sentence outside the texts cannot be corrected in one place. Names of letters and months may stay."""
    found = {}
    for path in SOURCES:
        if path.parent == TEXTS or path.name in ("dates.py", "collation.py"):
            continue
        sentences = [text for text in _strings(path) if _SWEDISH.search(text) and " " in text.strip()]
        if sentences:
            found[str(path.relative_to(PACKAGE))] = sentences
    assert found == {}


def _names_set_in(path: Path) -> list[str]:
    """Return the names that a module sets or defines at its top level."""
    names = []
    for node in parsed(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(
            node, ast.AnnAssign) else []
        names += [target.id for target in targets if isinstance(target, ast.Name)]
        names += [node.name] if isinstance(node, ast.FunctionDef) else []
    return names


def test_every_text_is_shown_somewhere() -> None:
    """Words that nothing shows are corrected in vain."""
    whole = Counter(re.findall(r"\w+", "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)))
    assert [f"{path.name}:{name}" for path in sorted(TEXTS.glob("*.py")) for name in _names_set_in(path)
            if whole[name] < 2] == []


#: Words and sentences of at least so many characters are written once; shorter ones may mean different things.
SHORTEST_SENTENCE = 15
#: What forms made by earlier versions said stands as it was, whatever later ones say.
FORMER = TEXTS / "returned.py"


def test_a_sentence_is_written_once() -> None:
    """Words that stand in two texts are corrected in one of them and forgotten in the other."""
    written: dict[str, set[str]] = {}
    for path in sorted(TEXTS.glob("*.py")):
        for text in _strings(path):
            if path != FORMER and len(text) >= SHORTEST_SENTENCE and " " in text.strip():
                written.setdefault(text, set()).add(path.name)
    assert {text: names for text, names in written.items() if len(names) > 1} == {}


def test_every_public_name_has_a_docstring() -> None:
    bare = []
    for path in SOURCES:
        tree = parsed(path)
        if not ast.get_docstring(tree):
            bare.append(str(path.relative_to(PACKAGE)))
        for node in ast.walk(tree):
            public = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
            if public and isinstance(node, ast.ClassDef) and not ast.get_docstring(node):
                bare.append(f"{path.relative_to(PACKAGE)}:{node.name}")
    assert bare == []
