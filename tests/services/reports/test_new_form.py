"""A reporting form that a county adds as data/README.md says goes the whole way: begun, answered, frozen, exported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.catalog.location import data_from
from nvplan.services.reports.opening import OTHERS, REGION, forms_of
from nvplan.services.writing.session import PlanSession
from tests.catalog.copies import add_line, change_row, copy_of_data, row_number
from tests.cli.runner import nvplan

FORM = "redovisning2027"
_SOURCE = {"document": "S99", "heading": "Frågeunderlag", "reference": "Socialstyrelsen, frågeunderlag 2027"}


def folder_with_form(folder: Path) -> Path:
    """Return a data folder with a form of its own, made from the rows that data/README.md tells of."""
    data = copy_of_data(folder)
    add_line(data / "kallor.jsonl", _line({"id": "S99", "title": "Frågeunderlag 2027 (påhittat)",
                                           "publisher": "Socialstyrelsen", "kind": "webbsida"}))
    add_line(data / "redovisning" / "formular.jsonl", _line({
        "id": FORM, "title": "Redovisning 2027 (påhittad)", "receiver": "Socialstyrelsen",
        "actors": ["region", "rss", "kommun"], "year": 2027, "origin": "officiell",
        "dates": [{"date": "2028-03-31", "what": "Redovisning"}], "sources": [_SOURCE]}))
    for number, (identity, kind, parent, level, text) in enumerate((
            ("1", "avsnitt", "", 1, "Det ni har gjort"), ("1.1", "fraga", "1", 2, "Vad har ni gjort?"),
            ("1.2", "falt", "1", 2, "Hur många möten?"), ("2", "avsnitt", "", 1, "Tabeller"),
            ("2.2", "tabell", "2", 2, "Möten per kommun"), ("2.2.2", "kolumn", "2.2", 3, "Antal")), 1):
        row = {"id": f"{FORM}:{identity}", "form": FORM, "order": number, "level": level, "type": kind, "text": text,
               "source": _SOURCE, **({"parent": f"{FORM}:{parent}"} if parent else {})}
        add_line(data / "redovisning" / f"{FORM}.jsonl", _line(row))
    return data


def _line(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = folder_with_form(tmp_path)
    with data_from(folder):
        yield folder


def _run(*command: str) -> str:
    printed = nvplan(*command)
    assert (printed.code, printed.err) == (0, ""), (command, printed.err)
    return printed.out


@pytest.mark.parametrize(("actor", "document"), [("region", REGION), ("rss", OTHERS), ("0780", OTHERS)])
def test_it_goes_from_the_data_folder_to_a_frozen_document(data: Path, tmp_path: Path, actor: str, document: str
                                                           ) -> None:
    plan, out = str(tmp_path / "lan.nvplan"), tmp_path / "ut"
    assert "håller" in _run("katalog", "kontrollera")
    _run("ny", plan, "--lan", "07", "--ar", "2027", "--rss", "RSS Kronoberg")
    session = PlanSession.open(Path(plan))
    _run("tillfalle", plan, "ny", FORM, "--aktor", actor)
    (occasion,) = PlanSession.open(Path(plan)).state.objects["rapporttillfalle"]
    for number, text in (("1.1", "Tolv insatser"), ("1.2", "31 möten"), ("2.2", "Växjö 4, Ljungby 3")):
        _run("tillfalle", plan, "svara", occasion, number, text)
    _run("tillfalle", plan, "frys", occasion, "--ja")
    _run("exportera", plan, document, "--format", "md,docx,xlsx", "--tillfalle", occasion, "--till", str(out))
    text = next(out.glob("*.md")).read_text(encoding="utf-8")
    for words in ("Redovisning 2027 (påhittad)", "Tolv insatser", "31 möten", "Växjö 4, Ljungby 3", "Vad har ni"):
        assert words in text
    assert "har inte hittats" not in text, "the questions of this form are known"
    session.close()


def test_the_forms_come_from_the_set_in_use(data: Path, tmp_path: Path) -> None:
    sets = data / "kravmangder.jsonl"
    change_row(sets, row_number(sets, "OK2023"), forms=[FORM, "region2021", "vfu2023"])
    with data_from(data):
        plan = str(tmp_path / "lan.nvplan")
        _run("ny", plan, "--lan", "07", "--ar", "2027", "--krav", "OK2023")
        state = PlanSession.open(Path(plan)).state
        assert forms_of(REGION, state)[0] == FORM
        assert set(forms_of(REGION, state)) == {FORM, "region2021", "redovisning2023"}, "older occasions go on"
        assert forms_of("vfu", state) == ["vfu2023"]
        _run("krav", plan, "byt", "OK2021", "--ja")
        assert forms_of(REGION, PlanSession.open(Path(plan)).state)[0] == "region2021"
