"""A requirement set that replaces OK2023 whole, made from data/ as data/README.md says, in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nvplan.catalog.location import data_folder
from tests.catalog.copies import add_line, copy_of_data

SET = "OK2026"
#: Of the requirements of OK2023: one that becomes two, and two that become one.
SPLIT, MERGED = "SAM-01", ("KON-04", "KON-06")


def folder_with_whole_set(folder: Path, *, goals: bool = True, left_out: tuple[str, ...] = ()) -> Path:
    """Return a copy of data/ with a set in which every requirement of OK2023 is replaced, but for those left out."""
    data = copy_of_data(folder)
    add_line(data / "kravmangder.jsonl", _line({
        "id": SET, "title": "Överenskommelsen God och nära vård 2026", "label": "Överenskommelsen 2026 (påhittad)",
        "named": "överenskommelsen 2026 (påhittad)", "standing": "gallande", "verified": True, "complete": True,
        "period": "2026", "replaces": "OK2023"}))
    add_line(data / "kallor.jsonl", _line({
        "id": "S99", "title": "Överenskommelsen God och nära vård 2026 (påhittad)", "publisher": "Staten och SKR",
        "kind": "overenskommelse"}))
    for row in _rows("krav/*.jsonl"):
        if row["set"] == "OK2023" and row["id"] not in left_out:
            for new in _followers(row):
                add_line(data / "krav" / f"{SET}.jsonl", _line(new))
    for row in _rows("mal.jsonl") if goals else ():
        add_line(data / "mal.jsonl", _line({**row, "id": f"26-{row['id']}", "set": SET, "replaces": [row["id"]],
                                            "source": _SOURCE, "further_sources": []}))
    return data


_SOURCE = {"document": "S99", "heading": "Avsnitt 1", "lines": [], "reference": "Överenskommelse 2026, avsnitt 1"}


def _followers(row: dict[str, Any]) -> list[dict[str, Any]]:
    new = {**row, "set": SET, "sources": [_SOURCE], "covers": [], "replaces": [row["id"]]}
    if row["id"] == SPLIT:
        return [{**new, "id": f"26-{SPLIT}{part}"} for part in "ab"]
    if row["id"] in MERGED:
        return [{**new, "id": f"26-{MERGED[0]}", "replaces": list(MERGED)}] if row["id"] == MERGED[0] else []
    return [{**new, "id": f"26-{row['id']}"}]


def _rows(pattern: str) -> list[dict[str, Any]]:
    return [json.loads(line) for path in sorted(data_folder().glob(pattern))
            for line in path.read_text(encoding="utf-8").splitlines()]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
