"""A county's own requirement set in its own folder: used at once, checked, never in the place of a row of data/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.location import data_folder, read_anew
from nvplan.catalog.own import own_folder
from tests.catalog.copies import add_line
from tests.catalog.whole_set import folder_with_whole_set
from tests.cli.runner import nvplan

SET: dict[str, Any] = {
    "id": "LAN2026", "title": "Länets egen överenskommelse", "label": "Länets överenskommelse 2026",
    "named": "länets överenskommelse 2026", "standing": "gallande", "verified": True, "complete": False,
    "period": "2026", "replaces": "OK2023"}
DOCUMENT = {"id": "L1", "title": "Länets överenskommelse", "publisher": "Länet", "kind": "overenskommelse"}
DEMAND: dict[str, Any] = {
    "id": "LAN-1", "set": "LAN2026", "modality": "ska", "addressees": ["region"], "stated": True,
    "area": "kontinuitet", "title": "Mät varje år", "text": "Ni ska mäta kontinuiteten varje år.",
    "plans": ["kontinuitet"], "evidence": "Mätning", "replaces": ["KON-17"],
    "sources": [{"document": "L1", "heading": "Avsnitt 1", "lines": [], "reference": "Avsnitt 1"}]}


@pytest.fixture(autouse=True)
def anew(_own_settings: None) -> Iterator[None]:
    with read_anew():
        yield


def _lay(sets: Any = SET, documents: Any = DOCUMENT, *demands: Any) -> None:
    for name, row in (("kravmangder.jsonl", sets), ("kallor.jsonl", documents),
                      *((f"krav/{number}.jsonl", one) for number, one in enumerate(demands or (DEMAND,)))):
        (own_folder() / name).parent.mkdir(parents=True, exist_ok=True)
        add_line(own_folder() / name, row if isinstance(row, str) else json.dumps(row, ensure_ascii=False))


def test_a_set_of_the_countys_own_is_used_at_once_and_the_old_judgement_is_offered(tmp_path: Path) -> None:
    plan, before = str(tmp_path / "k.nvplan"), {path: path.read_bytes() for path in data_folder().rglob("*.jsonl")}
    nvplan("ny", plan, "--lan", "07", "--ar", "2027")
    nvplan("objekt", plan, "kravbedomning", "satt", "kon-17@region", stdin=json.dumps({
        "requirement": "KON-17", "actor": "region", "judgement": "uppfyllt", "reason": "Vår text"}))
    _lay()
    with read_anew():
        assert "LAN-1" in nvplan("katalog", "krav", "--sok", "varje år").out
        assert "En bedömning av tidigare krav väntar" in nvplan("krav", plan, "byt", "LAN2026", "--ja").out
        assert "Vår text" in nvplan("krav", plan, "bedomningar").out
        assert nvplan("krav", plan, "bekrafta", "--allt").code == 0
        shown = nvplan("status", plan)
        assert "Krav enligt Länets överenskommelse 2026" in shown.out
        assert nvplan("ny", str(tmp_path / "b.nvplan"), "--lan", "07", "--krav", "lan2026").code == 0
    assert {path: path.read_bytes() for path in data_folder().rglob("*.jsonl")} == before


def test_a_plan_with_it_opens_where_the_folder_is_missing_and_says_what_is(tmp_path: Path) -> None:
    plan = str(tmp_path / "k.nvplan")
    _lay()
    with read_anew():
        nvplan("ny", plan, "--lan", "07", "--krav", "LAN2026")
    (own_folder() / "kravmangder.jsonl").rename(tmp_path / "undan.jsonl")
    (own_folder() / "krav" / "0.jsonl").unlink()
    with read_anew():
        shown = nvplan("status", plan)
        assert shown.code == 0
        assert "LAN2026" in shown.err
        assert "lanets (" in shown.err, "the folder is named, and of when it is"


def test_checking_goes_through_it_and_tells_what_no_question_asks() -> None:
    _lay(SET, DOCUMENT, DEMAND, {**DEMAND, "id": "LAN-2", "replaces": [], "title": "Nytt"})
    with read_anew():
        checked = nvplan("katalog", "kontrollera")
    assert checked.code == 0, checked.out
    assert "Länets egna kravmängder" in checked.out
    assert "frågar efter LAN-2. Kraven bedöms i checklistan" in checked.out


@pytest.mark.parametrize(("changed", "file", "told"), [
    ({"demand": {**DEMAND, "id": "KON-17"}}, "lanets/krav/0.jsonl", "KON-17"),
    ({"sets": {**SET, "id": "OK2023"}}, "lanets/kravmangder.jsonl", "OK2023"),
    ({"documents": {**DOCUMENT, "id": "002"}}, "lanets/kallor.jsonl", "002"),
    ({"sets": "{trasig"}, "lanets/kravmangder.jsonl", "JSON"),
    ({"demand": {**DEMAND, "set": "SAKNAS"}}, "lanets/krav/0.jsonl", "SAKNAS"),
    ({"sets": {**SET, "standing": "avslutad"}}, "lanets/kravmangder.jsonl", "avslutad")])
def test_what_would_take_the_place_of_a_row_or_cannot_be_read_is_refused_by_file_and_line(
        changed: dict[str, Any], file: str, told: str, tmp_path: Path) -> None:
    _lay(changed.get("sets", SET), changed.get("documents", DOCUMENT), changed.get("demand", DEMAND))
    with read_anew():
        checked, used = nvplan("katalog", "kontrollera"), nvplan("katalog", "krav", "--sok", "LAN-1")
    assert checked.code == 1
    line = next(line for line in checked.out.splitlines() if "lanets/" in line)
    assert f"Filen {file} i länets egen mapp, rad 1" in line
    assert told in line
    assert used.code in (0, 1)
    assert "Traceback" not in used.err


def test_other_files_there_are_told_and_a_whole_folder_stands_for_itself(tmp_path: Path,
                                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    _lay()
    (own_folder() / "formular.jsonl").write_text("{}\n", encoding="utf-8")
    with read_anew():
        assert "lanets/formular.jsonl" in nvplan("katalog", "kontrollera").out
    whole = folder_with_whole_set(tmp_path)
    checked = nvplan("katalog", "kontrollera", "--data", str(whole))
    assert "lanets/" not in checked.out
    monkeypatch.setenv("NVPLAN_DATA", str(whole))
    with read_anew():
        assert "LAN-1" not in nvplan("katalog", "krav", "--sok", "varje år").out
    monkeypatch.delenv("NVPLAN_DATA")
    assert str(own_folder()) in nvplan("diagnos").out


GOAL: dict[str, Any] = {
    "id": "LAN-M1", "kind": "andel_minst", "title": "Fast läkare för alla", "text": "Minst 70 procent ska ha läkare.",
    "value": 70, "unit": "procent", "date": "2028-12-31", "set": "LAN2026", "replaces": ["KON-M1"],
    "gives": {"measure": "andel_lakarkontakt", "unit": "procent", "direction": "hogre"},
    "source": {"document": "L1", "heading": "Avsnitt 2", "lines": [], "reference": "Avsnitt 2"}}
QUESTION: dict[str, Any] = {
    "id": "2.13.lanets-matning", "plan": "kontinuitet", "chapter": "2.13", "kind": "ja_nej",
    "label": "Mäter ni kontinuiteten varje oktober?", "core": False, "requirements": ["LAN-1"],
    "asks": "Svara för hela länet.", "why": "Länets egen överenskommelse kräver det.", "hint": "Ja eller nej",
    "example": "Till exempel: ja, första veckan.", "group": "Vem väntar på talen?",
    "sources": [{"document": "L1", "heading": "Avsnitt 1", "lines": [], "reference": "Avsnitt 1"}]}
TOLD: dict[str, Any] = {
    "question": "2.13.lanets-matning", "role": "innehall", "heading": "Mätning varje oktober",
    "says": {"ja": "Kontinuiteten mäts varje oktober.", "nej": "Kontinuiteten mäts inte i oktober."}}


def _lay_more(**rows: Any) -> None:
    """Lay the set with a goal and a question of its own; `rows` are other ones for goal, question or telling."""
    _lay()
    for name, row in (("mal.jsonl", rows.get("goal", GOAL)), ("dokument/kontinuitet.jsonl", rows.get("told", TOLD)),
                      ("fragor/kontinuitet.jsonl", rows.get("question", QUESTION))):
        (own_folder() / name).parent.mkdir(parents=True, exist_ok=True)
        add_line(own_folder() / name, json.dumps(row, ensure_ascii=False))


def test_it_may_bring_goals_and_questions_and_they_are_used_at_once(tmp_path: Path) -> None:
    plan = str(tmp_path / "k.nvplan")
    _lay_more()
    with read_anew():
        checked = nvplan("katalog", "kontrollera")
        assert checked.code == 0, checked.out
        assert nvplan("ny", plan, "--lan", "07", "--krav", "LAN2026").code == 0
        assert "70" in nvplan("katalog", "mal", "--sok", "fast läkare för alla").out
        assert nvplan("svara", plan, "2.13.lanets-matning", "ja").code == 0
        put = nvplan("objekt", plan, "mal", "satt", stdin=json.dumps({"title": "Länets mål", "national": "LAN-M1"}))
        assert put.code == 0, put.err
        assert nvplan("exportera", plan, "kontinuitet", "--format", "md", "--till", str(tmp_path / "ut")).code == 0
        printed = next((tmp_path / "ut").iterdir()).read_text(encoding="utf-8")
        assert "Kontinuiteten mäts varje oktober." in printed
        [goal] = nvplan("objekt", plan, "mal", "lista", "--json").json
        assert (goal["national"], goal["measure"]) == ("LAN-M1", "andel_lakarkontakt")


def test_a_plan_with_its_answers_opens_and_keeps_them_where_the_folder_is_missing(tmp_path: Path) -> None:
    plan = str(tmp_path / "k.nvplan")
    _lay_more()
    with read_anew():
        nvplan("ny", plan, "--lan", "07", "--krav", "LAN2026")
        nvplan("svara", plan, "2.13.lanets-matning", "ja")
        nvplan("objekt", plan, "mal", "satt", stdin=json.dumps({"title": "Länets mål", "national": "LAN-M1"}))
    own_folder().rename(tmp_path / "undan")
    with read_anew():
        shown = nvplan("status", plan)
        assert (shown.code, "Traceback" in shown.err) == (0, False)
        assert nvplan("svara", plan, "1.0.struktur", "byggs").code == 0
        assert nvplan("granska", plan).code in (0, 1)
        printed = nvplan("exportera", plan, "kontinuitet", "--format", "md", "--till", str(tmp_path / "ut"))
        assert printed.code == 0, printed.err
    (tmp_path / "undan").rename(own_folder())
    with read_anew():
        assert "ja" in nvplan("visa", plan, "2.13.lanets-matning").out.lower()


@pytest.mark.parametrize(("rows", "file", "told"), [
    ({"goal": {**GOAL, "id": "KON-M1"}}, "mal.jsonl", "KON-M1"),
    ({"goal": {**GOAL, "set": "SAKNAS"}}, "mal.jsonl", "SAKNAS"),
    ({"goal": {**GOAL, "replaces": ["KON-M99"]}}, "mal.jsonl", "KON-M99"),
    ({"goal": {**GOAL, "kind": "onskan"}}, "mal.jsonl", "kind"),
    ({"question": {**QUESTION, "id": "1.0.struktur"}}, "fragor/kontinuitet.jsonl", "1.0.struktur"),
    ({"question": {**QUESTION, "id": "2.3.index", "chapter": "2.3"}}, "fragor/kontinuitet.jsonl", "2.3.index"),
    ({"question": {**QUESTION, "chapter": "2.99"}}, "fragor/kontinuitet.jsonl", "2.99"),
    ({"question": {**QUESTION, "requirements": ["LAN-9"]}}, "fragor/kontinuitet.jsonl", "LAN-9"),
    ({"question": {**QUESTION, "kind": "val"}}, "fragor/kontinuitet.jsonl", "options"),
    ({"told": {**TOLD, "question": "2.13.finns-inte"}}, "dokument/kontinuitet.jsonl", "2.13.finns-inte"),
    ({"told": {**TOLD, "heading": "Mäter ni?"}}, "dokument/kontinuitet.jsonl", "Mäter ni?")])
def test_goals_and_questions_that_do_not_hold_are_told_by_file_and_line(rows: dict[str, Any], file: str, told: str
                                                                       ) -> None:
    _lay_more(**rows)
    with read_anew():
        checked, used = nvplan("katalog", "kontrollera"), nvplan("katalog", "fragor")
    assert checked.code == 1
    assert any(f"lanets/{file} i länets egen mapp, rad 1" in line and told in line
               for line in checked.out.splitlines()), checked.out
    assert "Traceback" not in used.err
