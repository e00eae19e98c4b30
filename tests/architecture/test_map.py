"""The map cannot rot: every path, command and name in ARCHITECTURE.md and README.md is one that the code has."""

from __future__ import annotations

import ast
import importlib.util
import re
import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import nvplan as package
from nvplan.cli.parser import build_parser
from tests.architecture.sources import parsed
from tests.cli.runner import nvplan

ROOT = Path(__file__).resolve().parents[2]
MAP, README = ROOT / "ARCHITECTURE.md", ROOT / "README.md"
#: Two pages of print.
MOST_LINES = 110
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"`([^`\n]+)`")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?")
#: Other people's programs, and what `.venv` holds when README's commands have been run.
FOREIGN = {"import-linter", "lint-imports", "pipx uninstall nvplan", ".venv"}
INSTALLED = {"pip", "nvplan", "pytest", "python"}
#: A file beside a plan, as README names it; the examples show that it is there.
_BESIDE = re.compile(r"\.(PLANENS NAMN\.\w+|nvplan)")


def quoted(path: Path) -> list[str]:
    """Return what stands in code marks in a text, its fenced examples apart."""
    return _QUOTED.findall(_FENCE.sub("", path.read_text(encoding="utf-8")))


@cache
def defined() -> frozenset[str]:
    """Return what the package defines at the top of its modules, and the parts of classes, also as `Class.part`."""
    names: set[str] = set()
    for path in Path(package.__file__).parent.rglob("*.py"):
        tree = parsed(path)
        names |= {name for node in tree.body for name in _named(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                parts = {name for child in node.body for name in _named(child)}
                names |= parts | {f"{node.name}.{part}" for part in parts}
    return frozenset(names)


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (target.id for target in targets if isinstance(target, ast.Name))


@cache
def options() -> frozenset[str]:
    """Return every option that the command line has."""
    rooms = (Path(package.__file__).parent / "cli").glob("*.py")
    return frozenset(re.findall(r'"(--[a-z-]+)"', "".join(path.read_text(encoding="utf-8") for path in rooms)))


def is_known(token: str) -> bool:
    """Tell whether a path is there, a command can be written so, or a name is defined."""
    words = shlex.split(token)
    if words[0] == "nvplan" and len(words) > 1:
        return can_be_written(words[1:])
    if words[:2] == ["python", "-m"]:
        return importlib.util.find_spec(words[2]) is not None
    if words[0].startswith(".venv/bin/"):
        return words[0].removeprefix(".venv/bin/") in INSTALLED
    if token.startswith("from nvplan."):
        return compile(token, "map", "exec") is not None and not exec_fails(token)
    if "/" in token or re.search(r"\.(py|toml|md|jsonl)$", token):
        return (ROOT / token).is_dir() if token.endswith("/") else (ROOT / token).exists()
    room = (ROOT / "nvplan" / token).is_dir()
    name = bool(_NAME.fullmatch(token)) and token in defined()
    return room or name or token in FOREIGN | options() or bool(_BESIDE.fullmatch(token))


def can_be_written(words: list[str]) -> bool:
    """Tell whether nvplan's command line takes these words."""
    try:
        build_parser().parse_args(words)
    except SystemExit as leaving:
        return not leaving.code
    return True


def exec_fails(line: str) -> bool:
    """Tell whether an import cannot be carried out."""
    try:
        exec(line, {})
    except ImportError:
        return True
    return False


@pytest.mark.parametrize("path", [MAP, README], ids=lambda path: path.name)
def test_every_path_command_and_name_is_one_that_the_code_has(path: Path) -> None:
    tokens = quoted(path)
    assert len(tokens) > 8
    assert [token for token in tokens if not is_known(token)] == []


def test_what_is_gone_from_the_code_is_missed() -> None:
    for gone in ("nvplan/exports/", "nvplan/services/gone.py", "nvplan gonewild a.nvplan", "python -m tests.gone",
                 "from nvplan.texts import gone", "PlanSession.gone", "GoneScreen", "data/gone.jsonl", "gone",
                 "--gone"):
        assert not is_known(gone), gone


def test_the_map_is_two_pages_and_names_every_room() -> None:
    text = MAP.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert max(map(len, text.splitlines())) < 300
    rooms = [f"nvplan/{path.name}/" for path in (ROOT / "nvplan").iterdir() if (path / "__init__.py").exists()]
    wings = [f"nvplan/services/{path.name}/" for path in (ROOT / "nvplan" / "services").iterdir()
             if (path / "__init__.py").exists()]
    assert [room for room in (*rooms, *wings) if f"`{room}`" not in text] == []


def examples() -> list[list[str]]:
    """Return README's examples of the command line, word by word and without the remarks."""
    blocks = [block for language, block in _FENCE.findall(README.read_text(encoding="utf-8")) if language == "sh"]
    lines = [line.partition("#")[0] for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("nvplan ")]


def test_readmes_examples_work_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("besok.csv").write_text("patient;läkare;datum\nP1;A;2025-01-02\n", encoding="utf-8")  # the county's own
    ran = [(" ".join(words), nvplan(*words)) for words in examples()]
    assert len(ran) >= 6
    assert {line: done.err for line, done in ran if done.code or not done.out} == {}
    assert {path.suffix for path in (tmp_path / "dokument").iterdir()} == {".docx", ".md"}
    there = {path.name.replace("kronoberg", "PLANENS NAMN").replace(".nvplan.", ".") for path in tmp_path.iterdir()}
    assert {token for token in quoted(README) if token.startswith(".PLANENS")} <= there


@pytest.mark.parametrize(("mark", "program", "asked"), [("start", "nvplan", "."), ("test", "pytest", "-e '.[test]'")])
def test_readmes_start_and_test_commands_install_and_run_a_program_of_ours(mark: str, program: str, asked: str) -> None:
    text = README.read_text(encoding="utf-8")
    command = text.split(f"<!-- {mark} -->")[1].split("```")[1].splitlines()[1]
    assert f"python3 -m venv .venv && .venv/bin/pip install --quiet {asked}" in command
    assert command.endswith(f"&& .venv/bin/{program}")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program in project["scripts"] or any(
        re.match(rf"{program}\b", needed) for needed in project["optional-dependencies"]["test"])
