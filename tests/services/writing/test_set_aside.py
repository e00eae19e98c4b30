"""A file with a right checksum and wrong content: it opens, what does not fit is told, and nothing is dropped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.review.findings import has_errors, review
from nvplan.services.writing.commands import SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import Tables, decode, encode
from nvplan.store.journal import GATHERED, SET_ASIDE
from nvplan.store.notices import listening
from tests.cli.runner import Printed, nvplan

NUMBER, DAY, CHOICE, SEVERAL, YES, TABLE, TEXT = (
    "1.13.foretradare", "1.15.beslutspunkt", "1.1.lage", "1.0.dokument", "2.6.systembyte", "1.11.overforing",
    "3.0.syfte")
ESC = "\x1b]0;x\x07\x9b31m\u202e"


def answered(question: str, value: Any, actor: str = WHOLE_COUNTY, **more: Any) -> Callable[[Tables], None]:
    """Return what puts an answer in a plan's tables as they are."""
    def put(tables: Tables) -> None:
        chapter = question.rsplit(".", 1)[0]
        documents = tables.setdefault("answers", {})
        number = str(max(map(int, documents), default=0) + 1)
        documents[number] = {"id": f"{chapter}@{actor}", "chapter": chapter, "actor": actor,
                             "answers": {question: {"value": value, "changed": "2026-12-01T10:00:00", "role": "x",
                                                    **more}}}

    return put


def stored(table: str, body: Any, number: str = "900") -> Callable[[Tables], None]:
    """Return what puts a document in a plan's tables as it is."""
    return lambda tables: tables.setdefault(table, {}).update({number: body})


def framed(**fields: Any) -> Callable[[Tables], None]:
    """Return what changes the plan's own document."""
    def put(tables: Tables) -> None:
        tables["plan"]["1"].update(fields)

    return put


def logged(**fields: Any) -> Callable[[Tables], None]:
    """Return what adds an entry to the change log."""
    return stored("history", {"id": "900", "revision": 2, "when": "2026-12-01T10:00:00+01:00", "role": "x",
                              "command": "svara", "subject": TEXT, "changes": [], **fields})


#: What someone can have written in a file, and what the person is to be told.
BAD: dict[str, tuple[Callable[[Tables], None], str]] = {
    "a number that is none": (answered(NUMBER, "xyz"), "inget tal"),
    "a number without end": (answered(NUMBER, "1e999999"), "inget tal"),
    "NaN": (answered(NUMBER, "NaN"), "inget tal"),
    "a number as a number": (answered(NUMBER, 12.5), "inget tal"),
    "a number out of bounds": (answered(NUMBER, "-5"), "från 0 till 5\u00a0000"),
    "a day that is none": (answered(DAY, "2027-99-99"), "2027-99-99"),
    "a day as typed": (answered(DAY, "1 mars 2027"), "inget datum"),
    "an unknown option": (answered(CHOICE, "zz"), "”zz” finns inte"),
    "an option as a list": (answered(CHOICE, ["pagar"]), "inget av alternativen"),
    "several with an unknown": (answered(SEVERAL, ["malbild", "zz"]), "”zz” finns inte"),
    "several as a text": (answered(SEVERAL, "malbild"), "ingen lista"),
    "yes as a text": (answered(YES, "ja"), "varken ja eller nej"),
    "an unknown column": (answered(TABLE, [{"zz": "a"}]), "Kolumnen ”zz”"),
    "a table of texts": (answered(TABLE, ["a"]), "ingen tabell"),
    "a table that is too long": (answered(TABLE, [{}] * 501), "Högst 500"),
    "a text of 5 MB": (answered(TEXT, "x" * 5_000_000), "5000000 tecken"),
    "a text as a dict": (answered(TEXT, {"a": {"b": 1}}), "ingen text"),
    "an answer with more": (answered(TEXT, "text", sent=True), "inget svar"),
    "an answer with half a time": (answered(TEXT, "text", changed=5), "ingen form"),
    "an unknown question": (answered("9.9.ny", "text"), "Frågan 9.9.ny finns inte"),
    "an actor that leads out": (answered("1.0.agare", "text", "../../x"), "Aktören"),
    "an answer that is no dict": (stored("answers", {"id": "3.0@lan", "chapter": "3.0", "actor": "lan",
                                                     "answers": {TEXT: "text"}}), "ingen form"),
    "answers that are no dict": (stored("answers", {"id": "3.0@lan", "chapter": "3.0", "actor": "lan",
                                                    "answers": ["text"]}), "ingen form"),
    "answers of another frame": (stored("answers", {"id": "3.0@lan", "chapter": "2.0", "actor": "07",
                                                    "answers": {}}), "ingen form"),
    "an object that does not fit": (stored("insats", {"id": "a", "title": "A", "start": "2027-99-99"}), "2027-99-99"),
    "an object with an id that leads out": (stored("insats", {"id": "../../x", "title": "A"}), "inte går att läsa"),
    "an object without a title": (stored("mal", {"id": "a"}), "inte går att läsa"),
    "an actor of no kind": (stored("actors", {"id": "x", "name": "X", "type": "zz"}), "Aktören"),
    "an actor that leads out of its folder": (stored("actors", {"id": "../../x", "name": "X", "type": "ovrig"}),
                                              "Aktören"),
    "an unknown table": (stored("nyheter", {"id": "a", "b": 1}), "nyheter"),
    "two with one id": (stored("insats", {"id": "a", "title": "A"}, "900"), ""),
    "a text of a report that is none": (stored("redovisningssvar", {"id": "a", "occasion": "a", "answers": {"1": 5}}),
                                        "ingen form"),
    "a frozen state that is none": (stored("snapshots", {"id": "a", "name": "A"}), "ingen form"),
    "a contact that is none": (stored("contacts", {"id": "region", "kontaktperson": ["x"]}), "ingen form"),
    "a set that is no name": (framed(requirement_set="Z Z"), "krav enligt"),
    "a set that this catalogue lacks": (framed(requirement_set="ZZ"), ""),
    "an unknown county": (framed(county_code="99"), "länet"),
    "a county that is no text": (framed(county_code=7), "länet"),
    "a year that is none": (framed(year="xyz"), "året"),
    "a year far away": (framed(year=99999), "året"),
    "an unknown standing": (framed(standing="zz"), "planens läge"),
    "a standing's day that is none": (framed(standing="beslutad", standing_date="igår"), "dagen"),
    "a field from a newer one": (framed(colour="röd"), "Fältet colour"),
    "no frame": (lambda tables: tables.update(plan={}), "säger inte länet"),
    "an entry without a revision": (logged(revision=None), "ändringsloggen"),
    "an entry of no time": (logged(when="igår"), "ändringsloggen"),
    "an entry with a change that is none": (logged(changes=["x"]), "ändringsloggen"),
    "an entry with a path that is none": (logged(changes=[{"table": "answers", "id": "3.0@lan", "path": [1]}]),
                                          "ändringsloggen"),
    "an entry with a role that is none": (logged(role={"a": 1}), "ändringsloggen"),
    "no history": (lambda tables: tables.update(history={}), ""),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with one answer."""
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetAnswer("2.17.mottagare", "primärvårdschefen"))
    return Path(session.address)


def spoil(path: Path, change: Callable[[Tables], None], to: Path | None = None) -> Path:
    """Write what no nvplan writes, with a right checksum."""
    content = decode(path.read_bytes(), path.name)
    tables: Tables = json.loads(json.dumps(content.tables))
    change(tables)
    target = to or path
    target.write_bytes(encode(tables, content.revision + 1))
    return target


def _rescued(path: Path, folder: Path) -> list[Printed]:
    return [nvplan("status", str(path), "--json"), nvplan("granska", str(path)), nvplan("granska", str(path), "--json"),
            nvplan("historik", str(path)), nvplan("historik", str(path), "--json"), nvplan("historik", str(path),
                                                                                       "--sok", "x"),
            nvplan("exportera", str(path), "arkiv", "--till", str(folder)),
            nvplan("exportera", str(path), "checklista", "--format", "md", "--till", str(folder)),
            nvplan("aterstall", str(path)), nvplan("aterstall", str(path), "--nr", "1")]


@pytest.mark.parametrize("name", BAD)
def test_it_opens_and_every_rescue_works_and_tells(plan: Path, tmp_path: Path, name: str) -> None:
    change, told = BAD[name]
    before = spoil(plan, change).read_bytes()
    printed = _rescued(plan, tmp_path / "ut")
    for one in printed:
        assert "Något gick fel" not in one.err
        assert "Traceback" not in one.err
    assert [one.code for one in printed[3:]] == [0] * 7
    assert printed[0].code == 0
    if told:
        assert "är kvar i filen" in printed[0].err
        assert told in printed[1].out
    assert plan.read_bytes() == before
    archive = next((tmp_path / "ut").glob("arkiv*"))
    assert decode(archive.read_bytes(), "").tables["actors"]


@pytest.mark.parametrize("name", BAD)
def test_nothing_is_dropped_when_the_plan_is_changed(plan: Path, name: str) -> None:
    spoil(plan, BAD[name][0])
    raw = decode(plan.read_bytes(), "").tables
    session = PlanSession.open(plan)
    session.do(SetAnswer("2.17.mottagare", "annat"))
    after = decode(plan.read_bytes(), "").tables
    aside = [one["content"] for one in after.get(SET_ASIDE, {}).values()]
    for table, documents in raw.items():
        for number, body in documents.items():
            now = after[table].get(number)
            fields = body.get("answers") if table in GATHERED and isinstance(body.get("answers"), dict) else None
            kept = now == body or body in aside or body["id"] == "2.17@lan" or (
                fields is not None and all(one in aside for one in fields.values()))
            assert kept, f"{table} {number}"
    assert PlanSession.open(plan).state.answer("2.17.mottagare").value == "annat"
    assert len(PlanSession.open(plan).state.set_aside) == len(session.state.set_aside)


@pytest.mark.parametrize("name", BAD)
def test_a_backup_of_it_can_be_put_back_and_another_over_it(plan: Path, name: str) -> None:
    session = PlanSession.open(plan)
    whole = session.repository.back_up()  # type: ignore[attr-defined]
    spoil(plan, BAD[name][0])
    again = PlanSession.open(plan)
    again.repository.back_up()  # type: ignore[attr-defined]
    for number in ("1", "2", "1"):
        printed = nvplan("aterstall", str(plan), "--nr", number, "--ja")
        assert printed.code == 0, printed.err
        assert "Något gick fel" not in printed.err
    assert whole.exists()


@pytest.mark.parametrize("name", BAD)
def test_on_import_it_is_refused_with_place_and_reason(plan: Path, tmp_path: Path, name: str) -> None:
    change, told = BAD[name]
    other = spoil(plan, change, tmp_path / "annan.nvplan")
    before = PlanSession.open(plan)
    printed = [nvplan("importera", str(plan), str(other), "--forhandsvisa"), nvplan("importera", str(plan), str(other))]
    for one in printed:
        assert "Något gick fel" not in one.err
        assert "Traceback" not in one.err
    after = PlanSession.open(plan)
    assert after.state.set_aside == ()
    standing = {"standing": after.state.info.standing}  # which can be right though its day is not
    assert after.state.info == before.state.info.model_copy(update=standing)
    frame = told in ("länet", "året", "säger inte länet")
    if told and told != "ändringsloggen" and not frame and name != "a field from a newer one":
        assert printed[1].code in (1, 3), printed[1].out
        assert told.rstrip("s") in printed[1].out + printed[1].err


def test_what_a_newer_one_wrote_is_a_warning_and_what_is_wrong_is_a_fault(plan: Path) -> None:
    spoil(plan, BAD["an unknown question"][0])
    assert not has_errors(review(PlanSession.open(plan)))
    spoil(plan, BAD["a number that is none"][0])
    found = [one for one in review(PlanSession.open(plan)) if one.rule == "innehall-passar-inte"]
    assert [(one.level, one.place) for one in found] == [("fel", f"fraga:{NUMBER}@lan")]


def test_an_answer_that_does_not_fit_is_answered_anew_and_the_old_stays_in_the_log(plan: Path) -> None:
    spoil(plan, answered(NUMBER, "xyz"))
    session = PlanSession.open(plan)
    assert session.state.answer(NUMBER).value is None
    session.do(SetAnswer(NUMBER, None, seen=None))
    assert len(session.state.set_aside) == 1
    session.do(SetAnswer(NUMBER, "12", seen=None))
    assert session.state.answer(NUMBER).value == "12"
    assert [*session.state.set_aside] == []
    assert "xyz" in nvplan("historik", str(plan)).out
    session.do(Undo())
    assert [one.text for one in session.state.set_aside] == ["xyz"]


def test_an_object_that_does_not_fit_can_be_removed_and_written_anew(plan: Path) -> None:
    spoil(plan, stored("insats", {"id": "a", "title": "A", "start": "2027-99-99"}))
    assert nvplan("objekt", str(plan), "insats", "bort", "a").code == 0
    session = PlanSession.open(plan)
    assert session.state.set_aside == ()
    session.do(SetObject("insats", "a", {"title": "A"}))
    assert session.state.objects["insats"]["a"]


def test_it_is_told_when_the_plan_is_opened(plan: Path) -> None:
    spoil(plan, answered(NUMBER, "xyz"))
    told: list[str] = []
    with listening(told.append):
        PlanSession.open(plan)
    assert told == ["lan.nvplan har en uppgift som inte passar i planen. Den används inte men är kvar i filen. "
                    "Kör ”nvplan granska lan.nvplan” för att se mer."]


def test_text_that_steers_is_kept_and_shown_harmless(plan: Path, tmp_path: Path) -> None:
    spoil(plan, answered(TEXT, ESC))
    session = PlanSession.open(plan)
    assert session.state.set_aside == ()
    assert session.state.answer(TEXT).value == ESC
    shown = nvplan("visa", str(plan), TEXT, "--json")
    assert shown.json["value"] == ESC
    folder = tmp_path / "ut"
    assert nvplan("exportera", str(plan), "patientkontrakt", "--format", "md,html", "--till", str(folder)).code == 0
    assert nvplan("exportera", str(plan), "checklista", "--format", "csv", "--till", str(folder)).code == 0
    texts = [file.read_text(encoding="utf-8-sig") for file in folder.iterdir()]
    assert len(texts) == 3
    for text in (shown.out, nvplan("visa", str(plan), TEXT).out, nvplan("historik", str(plan), "--json").out, *texts):
        assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e", "\x7f"}
