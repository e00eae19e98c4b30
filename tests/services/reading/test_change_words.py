"""The change log, the list of clashes and undo speak of questions, kommuner and things, not of how they are stored."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.objects import ACTOR_TYPE
from nvplan.services.reading.change_log import change_rows, history_of
from nvplan.services.reading.change_words import describe, documents_of, place, show_change_value
from nvplan.services.reading.comparing import differences
from nvplan.services.reading.object_fields import fields, kinds
from nvplan.services.reading.search import search
from nvplan.services.writing.commands import AddObject, RemoveObject, SetAnswer, SetAnswers, SetObject, Undo
from nvplan.services.writing.commands_plans import SayInForce, SetStanding, SwitchSet
from nvplan.services.writing.session import PlanSession
from nvplan.store.journal import Entry, FieldChange
from nvplan.texts import change_words as words
from tests.architecture.test_house import SOURCES
from tests.services.reports.counties import new_county

#: Signs of Python or JSON, stored codes, and ids that only the program knows.
RAW = re.compile(r"[{}\[\]]|\bTrue\b|\bFalse\b|\bNone\b|'[a-zåäö_]+'|\b[a-z]+-\d+@|_")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return new_county(tmp_path)


def _told(session: PlanSession) -> list[str]:
    return [f"{row.what} | {row.values}" for row in change_rows(session)]


def test_an_assessment_is_called_by_actor_and_requirement(session: PlanSession) -> None:
    fields = {"requirement": "SAM-11", "actor": "0780", "judgement": "delvis"}
    session.do(SetObject("kravbedomning", "sam-11@0780", fields))
    assert session.do(Undo()) == "Ångrat: Växjö kommun: bedömning av SAM-11"
    assert [row.what for row in change_rows(session)][:2] == [
        "ångrade: Växjö kommun: bedömning av SAM-11", "Växjö kommun: bedömning av SAM-11"]
    assert "Bedömning: delvis uppfyllt" in _told(session)[1].replace("Delvis", "delvis")


def test_an_object_is_called_by_its_kind_and_title_also_when_it_is_gone(session: PlanSession) -> None:
    identity = session.do(AddObject("insats", {"title": "Mobilt team", "state": "planerad"}))
    session.do(SetObject("insats", identity, {"state": "pagaende", "end": "2028-06"}))
    session.do(RemoveObject("insats", identity))
    assert [row.what for row in change_rows(session)][:3] == [
        "tog bort: Insats ”Mobilt team”", "Insats ”Mobilt team”", "Insats ”Mobilt team”"]
    told = _told(session)[1]
    assert "Läge: Planerad → Pågående" in told
    assert "juni 2028" in told
    assert session.do(Undo()) == "Ångrat: tog bort: Insats ”Mobilt team”"


def test_many_answers_at_once_say_which_question_and_whose(session: PlanSession) -> None:
    session.do(SetAnswers((SetAnswer("1.1.beslut", "antagen", "0780"), SetAnswer("1.1.beslut", "vantar", "0760"))))
    told = _told(session)[0]
    assert "Växjö kommun" in told
    assert "Uppvidinge kommun" in told
    assert "Har ni antagit länets målbild?" in told
    assert "inget → Antagen" in told


def test_one_answer_of_a_kommun_names_the_kommun(session: PlanSession) -> None:
    session.do(SetAnswer("1.1.beslut", "antagen", "0780"))
    assert change_rows(session)[0].what.startswith("Har ni antagit länets målbild?")
    assert session.do(Undo()).endswith("(Växjö kommun)")


def test_the_plan_itself_is_told_in_words(session: PlanSession) -> None:
    session.do(SetStanding("remiss", "2027-02-01", "Samverkansnämnden"))
    session.do(SwitchSet("OK2021"))
    session.do(SayInForce("PROP2025-26-19", "SFS 2026:1"))
    told = _told(session)
    assert "angav om Prop. 2025/26:19 (föreslagen – inte verifierad) gäller hos er" in told[0]
    assert "SFS 2026:1" in told[0]
    assert "bytte till krav enligt Överenskommelsen 2021 (avslutad)" in told[1]
    assert "planens läge: på remiss" in told[2]
    assert "läge: utkast → på remiss" in told[2] or "läge: inget → på remiss" in told[2]
    assert "1 februari 2027" in told[2]
    assert not any(RAW.search(one) for one in told)


def test_clashes_are_told_as_the_log_is(tmp_path: Path) -> None:
    one, other = new_county(tmp_path / "a"), new_county(tmp_path / "b")
    for session, when in ((one, "2027-03"), (other, "2027-04-05")):
        session.do(SetObject("mote", "m", {"title": "Workshop", "date": when, "chapters": ["1.1", "1.2"],
                                           "actors": ["0780", "region"]}))
        session.do(SetObject("kravbedomning", "kon-04@0760", {
            "requirement": "KON-04", "actor": "0760", "judgement": "uppfyllt", "evidence": [f"Rutin {when}"]}))
    told = {one.place: (one.left, one.right) for one in differences(one.repository, other.repository)}
    assert told["Möte ”Workshop”: Datum"] == ("mars 2027", "5 april 2027")
    (evidence,) = [sides for where, sides in told.items() if where.startswith("Uppvidinge kommun: bedömning av KON-04")]
    assert evidence == ("Rutin 2027-03", "Rutin 2027-04-05")
    assert not any(RAW.search("".join((place, *sides))) for place, sides in told.items())


#: A value as it is stored, for each kind of field.
_STORED: dict[str, Any] = {"text": "Rutin A", "langtext": "Rad ett\nRad två", "tal": "48.5", "datum": "2027-02-03",
                           "referens": "okand-9"}


def _stored(kind: str, name: str) -> Any:
    spec = next(one for one in fields(kind) if one.name == name)
    if name == "history":
        return [{"date": "2027-01-02", "field": "state", "before": "planerad", "after": "pagaende"}]
    value = spec.options[0].id if spec.codes else "region" if spec.target == ACTOR_TYPE else _STORED[spec.kind]
    return [value, value] if spec.many else value


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_every_type_has_words(session: PlanSession, kind: str) -> None:
    documents = documents_of(session.repository)
    table = "actors" if kind == ACTOR_TYPE else kind
    body = {spec.name: _stored(kind, spec.name) for spec in fields(kind)}
    for spec in fields(kind):
        change = FieldChange(table=table, id="x", path=[spec.name], after=body[spec.name], before=None)
        told = show_change_value(change, "after", documents)
        assert told, spec.name
        assert spec.label in place(change, documents) or kind == "kravbedomning"
        if spec.kind != "referens":
            assert not RAW.search(told), (spec.name, told)
            assert not re.search(r"\d{4}-\d\d-\d\d", told), (spec.name, told)
    whole = FieldChange(table=table, id="x", path=[], before=None, after={"id": "x", **body})
    assert not re.search(r"[{}\[\]]", show_change_value(whole, "after", documents))


def test_every_change_that_is_stored_has_words() -> None:
    """A new kind of change without a wording of its own would be told by the id that it is about."""
    nodes = (node for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    kept = {str(node.args[0].value) for node in nodes
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "transaction"
            and node.args and isinstance(node.args[0], ast.Constant)}
    assert {"satt", "bort", "svara", "lage", "kravmangd"} <= kept
    for command in kept - {"svara", "hoppa", "angra", "gorom"}:
        entry = Entry(revision=1, when="2027-01-01", command=command, subject="x-1@y", changes=[
            FieldChange(table="insats", id="x-1@y", path=[], before=None, after={"title": "Team"})])
        assert describe(entry) != "x-1@y", command
    assert describe(Entry(revision=1, when="", command="okand", subject="", changes=[])) == words.OTHER


def test_the_history_of_one_object_is_its_own_latest_first_and_counts_the_rest(session: PlanSession) -> None:
    session.do(AddObject("insats", {"title": "Läkarlinje"}))
    session.do(AddObject("insats", {"title": "Egenvård"}))
    one, other = session.state.objects["insats"]
    for title in ("Läkarlinjen", "Läkarlinjen dygnet runt"):
        session.do(SetObject("insats", one, {"title": title}))
    found, more = history_of(session, "insats", one, 2)
    assert [("dygnet runt" in row.values, "Egenvård" in row.values) for row in found] == [(True, False), (False, False)]
    assert more == 1
    assert history_of(session, "insats", other, 2)[1] == 0
    assert history_of(session, "insats", "finns-inte", 2) == ([], 0)


def test_several_choices_on_a_line_have_a_semicolon_between_them(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    session.do(SetAnswer("1.7.brist", ["lakare", "annan:barnmorskor"], "0761"))
    (row,) = [one for one in change_rows(session) if "brist" in one.what]
    told = "Läkare; Annan: barnmorskor"
    assert told in row.values
    assert any(told in one.detail for one in search(session, "yrkesgrupper Lessebo"))


def test_what_a_thing_notes_of_itself_does_not_repeat_its_change(session: PlanSession) -> None:
    identity = session.do(AddObject("hinder", {"title": "Sena besked", "level": "meso"}))
    session.do(SetObject("hinder", identity, {"level": "makro"}))
    assert getattr(session.state.objects["hinder"][identity], "history", ()), "the step itself is kept"
    told = change_rows(session)[0].values
    assert told == "Nivå: Meso → Makro"
