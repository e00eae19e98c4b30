"""A copy of data/ that a test may break or add to."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from nvplan.catalog.location import data_folder


def copy_of_data(folder: Path) -> Path:
    """Return a copy of data/ below a folder."""
    return Path(shutil.copytree(data_folder(), folder / "data"))


def change_row(path: Path, number: int, **values: Any) -> None:
    """Change fields of a JSONL row, numbered from 1; a value of ... takes the field away."""
    lines = path.read_text(encoding="utf-8").splitlines()
    row = {**json.loads(lines[number - 1]), **values}
    lines[number - 1] = json.dumps({name: value for name, value in row.items() if value is not ...},
                                   ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def row_number(path: Path, identity: str) -> int:
    """Return the number of the row with this id."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if json.loads(line)["id"] == identity)


def change_line(path: Path, number: int, line: str | bytes) -> None:
    """Replace a line of any file, numbered from 1."""
    lines = path.read_bytes().split(b"\n")
    lines[number - 1] = line if isinstance(line, bytes) else line.encode()
    path.write_bytes(b"\n".join(lines))


def add_line(path: Path, line: str) -> None:
    """Add a line last in a file; the file may be new."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + line + "\n", encoding="utf-8")
