"""A text that a report and the plan both ask for is one text: written in either, shown in both, undone once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reading import read_jsonl
from nvplan.catalog.report_links import report_links
from nvplan.model.errors import ConflictError, InputError
from nvplan.model.fact_list import ListedFact
from nvplan.services.documents.report_submission import build_submission
from nvplan.services.reports.opening import report_of
from nvplan.services.reports.standing import ItemStanding, by_item, standings
from nvplan.services.reports.written import TABLE
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.commands_reports import (
    CarryReportOver,
    ConfirmReportText,
    FreezeReport,
    WriteReportText,
)
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

KEPT = Path(__file__).parents[2] / "store" / "kept" / "0.1.0-rapporter.nvplan"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan with the region's and the RSS's report by the forms of 2021, and the region's by that of 2023."""
    opened = create_plan(tmp_path / "k.nvplan", "07", 2027, rss=("Kommunförbundet",))
    body = next(actor.id for actor in opened.state.actors if actor.acts_as("rss"))
    for identity, form, actor in (("reg", "region2021", "region"), ("rss", "rss2021", body),
                                  ("ny", "redovisning2023", "region")):
        opened.do(SetObject("rapporttillfalle", identity, {"title": identity, "form": form, "actor": actor,
                                                           "period_start": "2027-01-01", "period_end": "2027-12-31"}))
    return opened


def one(session: PlanSession, occasion: str, number: str) -> ItemStanding:
    report = report_of(session, occasion)
    return by_item(standings(report))[f"{report.form.id}:{number}"]


def answer(session: PlanSession, question: str) -> object:
    return session.state.answer(question).value


def test_every_fact_that_a_report_and_a_question_share_is_one_text_in_the_links() -> None:
    shared = {item: row.place for row in read_jsonl("fakta.jsonl", ListedFact) for item in row.asked
              if row.place in all_questions() and item in report_links()}
    same = {item: link.same for item, link in report_links().items() if link.same}
    assert shared.items() <= same.items()
    assert same.keys() - shared.keys() == {"region2021:0.1", "rss2021:0.2"}, "asked throughout the report"
    assert len(shared) == 6
    assert {link.same for link in report_links().values() if link.same} == {
        "1.18.handelse", "1.18.jamstalldhet", "1.18.aret", "1.11.redogorelse", "2.8.redovisning"}


def test_what_is_written_in_the_report_is_the_plans_answer(session: PlanSession) -> None:
    told = session.do(WriteReportText("reg", "6.1", "Pandemin försenade allt."))
    assert "planens svar på ”Har någon särskild händelse" in told
    assert answer(session, "1.18.handelse") == "Pandemin försenade allt."
    assert session.repository.list(TABLE) == []
    assert one(session, "reg", "6.1").text == one(session, "rss", "4.1").text == "Pandemin försenade allt."
    assert one(session, "rss", "4.1").standing == "skrivet"
    session.do(SetAnswer("1.18.handelse", "Sedan så."))
    assert one(session, "reg", "6.1").text == "Sedan så."
    session.do(Undo())
    session.do(Undo())
    assert answer(session, "1.18.handelse") is None
    assert one(session, "reg", "6.1").standing == "saknas"


def test_emptying_it_in_the_report_empties_the_answer_and_says_so(session: PlanSession) -> None:
    session.do(SetAnswer("2.8.redovisning", "Två om året."))
    assert one(session, "ny", "3.4").standing == "skrivet"
    assert "också ur planens fråga" in session.do(WriteReportText("ny", "3.4", "", seen="Två om året."))
    assert answer(session, "2.8.redovisning") is None


def test_someone_elses_answer_is_not_written_over_from_the_report(session: PlanSession) -> None:
    session.do(SetAnswer("1.18.handelse", "Deras."))
    with pytest.raises(ConflictError, match="Deras"):
        session.do(WriteReportText("reg", "6.1", "Våra.", seen=""))
    assert answer(session, "1.18.handelse") == "Deras."


def test_a_skipped_question_is_answered_from_the_report(session: PlanSession) -> None:
    session.do(SkipQuestion("1.18.handelse", skipped=True))
    session.do(WriteReportText("reg", "6.1", "Ändå något.", seen=""))
    found = session.state.answer("1.18.handelse")
    assert (found.value, found.skipped) == ("Ändå något.", False)


def test_insatser_stand_below_the_answer_and_not_in_its_place(session: PlanSession) -> None:
    session.do(SetObject("insats", "tjanster", {"title": "Flyttade tjänster", "area": "resurs", "state": "avslutad",
                                                "end": "2027-05", "plans": ["gemensam"]}))
    assert "Flyttade tjänster" in one(session, "ny", "3.3").text
    session.do(SetAnswer("1.11.redogorelse", "Vi flyttade tre tjänster."))
    assert one(session, "ny", "3.3").text == "Vi flyttade tre tjänster."
    text = build_submission([report_of(session, "ny")], "Redovisning").model_dump_json()
    assert text.index("Vi flyttade tre tjänster.") < text.rindex("Flyttade tjänster")


def test_a_frozen_report_keeps_what_was_frozen(session: PlanSession) -> None:
    session.do(SetAnswer("1.18.handelse", "Som det var."))
    session.do(FreezeReport("reg"))
    session.do(SetAnswer("1.18.handelse", "Som det blev."))
    assert (one(session, "reg", "6.1").text, one(session, "rss", "4.1").text) == ("Som det var.", "Som det blev.")
    with pytest.raises(InputError, match="frystes"):
        session.do(WriteReportText("reg", "6.1", "Något annat."))
    assert answer(session, "1.18.handelse") == "Som det blev."


def test_an_answer_of_last_year_is_carried_until_it_is_confirmed_in_either_place(
        session: PlanSession, tmp_path: Path) -> None:
    session.do(SetAnswer("1.18.handelse", "Förra året."))
    following = carry_over(session, tmp_path / "nasta.nvplan").session
    following.do(SetObject("rapporttillfalle", "reg", {"title": "reg", "form": "region2021", "actor": "region"}))
    assert one(following, "reg", "6.1").standing == "overfort"
    following.do(ConfirmReportText("reg", "6.1"))
    assert one(following, "reg", "6.1").standing == "skrivet"
    assert not following.state.answer("1.18.handelse").carried
    with pytest.raises(InputError, match="inte överfört"):
        following.do(ConfirmReportText("reg", "6.1"))


def test_carrying_a_report_over_answers_the_question_to_be_confirmed(session: PlanSession, tmp_path: Path) -> None:
    session.do(WriteReportText("reg", "6.1", "Pandemin."))
    session.do(WriteReportText("reg", "1.2.5", "Privata är med."))
    later = create_plan(tmp_path / "senare.nvplan", "07", 2028)
    later.do(SetObject("rapporttillfalle", "reg", {"title": "reg", "form": "region2021", "actor": "region"}))
    assert later.do(CarryReportOver("reg", other=session)) == ["1.2.5", "6.1"]
    found = later.state.answer("1.18.handelse")
    assert (found.value, found.carried) == ("Pandemin.", True)
    assert [one(later, "reg", number).standing for number in ("1.2.5", "6.1")] == ["overfort", "overfort"]
    assert later.do(CarryReportOver("reg", other=session)) == []
    later.do(Undo())
    assert later.state.answer("1.18.handelse").value is None


# -- a file of 0.1.0 ---------------------------------------------------------------------------------------------------
@pytest.fixture
def old(tmp_path: Path) -> PlanSession:
    path = tmp_path / "lan.nvplan"
    shutil.copy(KEPT, path)
    return PlanSession.open(path)


def test_the_texts_of_an_older_file_are_answers_now_and_what_says_otherwise_stays(old: PlanSession) -> None:
    assert answer(old, "1.18.handelse") == "Pandemin försenade allt."
    assert one(old, "rapporttillfalle-1", "6.1").text == "Pandemin försenade allt."
    assert one(old, "rapporttillfalle-2", "4.1").text == "Kommunerna fick vänta.", "two reports said different things"
    assert one(old, "rapporttillfalle-3", "3.4").text == answer(old, "2.8.redovisning") == "Vi anställer två om året."
    assert (one(old, "rapporttillfalle-3", "3.3").text, answer(old, "1.11.redogorelse")) == (
        "Vi flyttade fyra tjänster.", "Vi flyttade tre tjänster.")
    assert one(old, "rapporttillfalle-3", "1.1").text == "Alla insatser är igång."
    kept = {body["id"]: sorted(body["answers"]) for body in old.repository.list(TABLE)}
    assert kept == {"rapporttillfalle-2": ["rss2021:4.1"], "rapporttillfalle-4": ["redovisning2023:2.2"],
                    "rapporttillfalle-3": ["redovisning2023:1.1", "redovisning2023:3.3"]}


def test_a_report_that_was_frozen_says_what_it_said(old: PlanSession) -> None:
    assert one(old, "rapporttillfalle-4", "2.2").text == "Kvinnor och män fick lika."
    assert answer(old, "1.18.jamstalldhet") is None
