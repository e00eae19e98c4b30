"""A rapporttillfälle from its beginning to the frozen report, and the next one from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.document import Heading, Table
from nvplan.model.errors import ConflictError, InputError, PlanFileError, UnknownNameError
from nvplan.model.objects import ReportOccasion
from nvplan.services.documents.registry import Request
from nvplan.services.reading.snapshots import open_snapshot
from nvplan.services.reports.beginning import next_year_to_report, proposals
from nvplan.services.reports.freezing import before_freezing
from nvplan.services.reports.occasions import compare
from nvplan.services.reports.opening import find_occasion, open_reports, report_of
from nvplan.services.reports.standing import by_item, standings, tally
from nvplan.services.reports.written import TABLE
from nvplan.services.writing.commands import Redo, RemoveObject, SetObject, Undo
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.commands_reports import (
    BeginReport,
    CarryReportOver,
    ConfirmReportText,
    FreezeReport,
    HandInReport,
    WriteReportText,
)
from nvplan.services.writing.restoring import backup_choices, restore_backup
from nvplan.services.writing.session import PlanSession
from nvplan.store.backups import PREVIOUS, backup_folder, make_backup
from nvplan.store.notices import listening
from tests.services.reports.counties import answer, build, handed_in, new_county, page, put
from tests.store.places import Place

NOW = dt.datetime(2027, 1, 15, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def session(place: Place) -> PlanSession:
    return new_county(place)


def _begun(session: PlanSession, *given: Any, **named: Any) -> ReportOccasion:
    identity = session.do(BeginReport(*given, **named))
    return find_occasion(session.state, identity)


# -- beginning ---------------------------------------------------------------------------------------------------------
def test_an_occasion_begins_with_what_can_be_proposed(session: PlanSession) -> None:
    one = _begun(session, "region2021")
    assert (one.receiver, one.actor, one.form) == ("Socialstyrelsen", "region", "region2021")
    assert (one.period_start, one.period_end, one.deadline) == ("2027-01-01", "2027-12-31", "2028-03-31")
    assert one.deadline_standing == "forslag"
    part = _begun(session, "region2021", part=True)
    assert (part.period_end, part.deadline) == ("2027-06-30", "2027-09-30")


def test_who_hands_it_in_must_be_clear(session: PlanSession, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--aktor"):
        session.do(BeginReport("ekonomi2023"))
    assert _begun(session, "ekonomi2023", session.state.actor("rss")).actor == "rss"
    with pytest.raises(InputError, match="lämnar inte in"):
        session.do(BeginReport("region2021", session.state.actor("rss")))
    assert _begun(session, "vfu2023").actor == ""


def test_an_outline_is_nothing_to_report_on(session: PlanSession) -> None:
    with pytest.raises(InputError, match="egen disposition"):
        session.do(BeginReport("gemensam_plan"))
    with pytest.raises(UnknownNameError):
        session.do(BeginReport("finns-inte"))


def test_what_can_be_begun_is_proposed_with_the_day_that_comes_next(session: PlanSession) -> None:
    found = {one.id: one for one in proposals(session.state)}
    assert set(found) == {"region2021@region", "rss2021@rss", "redovisning2023@region", "redovisning2023@rss",
                          "vfu2023", "rekvisition2023@region", "rekvisition2023@rss", "ekonomi2023@region",
                          "ekonomi2023@rss"}
    assert found["region2021@region"].has_parts
    assert not found["vfu2023"].has_parts
    region, november = found["region2021@region"], dt.date(2026, 11, 23)
    assert next_year_to_report(session.state, region, november) == 2026
    assert next_year_to_report(session.state, region, dt.date(2027, 4, 1)) == 2027
    session.do(BeginReport("region2021", year=2026))
    assert next_year_to_report(session.state, region, november) == 2027, "2026 is begun already"
    after = {one.id: one for one in proposals(session.state)}["region2021@region"]
    assert after.before is not None
    assert after.before.deadline == "2027-03-31"


@pytest.mark.parametrize("year", [0, 1999, 2200, -5])
def test_a_year_that_is_none_is_refused(session: PlanSession, year: int) -> None:
    with pytest.raises(InputError, match="från 2000 till 2199"):
        session.do(BeginReport("region2021", year=year))
    assert not session.state.objects.get("rapporttillfalle")


# -- writing -----------------------------------------------------------------------------------------------------------
def test_an_own_text_takes_the_place_of_the_draft_and_says_who_wrote_it(session: PlanSession) -> None:
    put(session, "insats", "team", title="Mobilt team", area="samverkan", state="pagaende", spread="pilot",
        actor="region")
    identity = session.do(BeginReport("region2021"))
    assert "Mobilt team (" in page(build(session, "redovisning-region"))
    session.do(WriteReportText(identity, "1.2.1", "Vårt eget svar\nmed två rader"))
    text = page(build(session, "redovisning-region"))
    assert "Vårt eget svar\nmed två rader" in text
    assert "Mobilt team (" not in text
    assert "Skrivet i rollen samordnare den 1 februari 2027." in text
    session.do(WriteReportText(identity, "region2021:1.2.1", " "))
    assert "Mobilt team (" in page(build(session, "redovisning-region"))
    assert session.repository.get(TABLE, identity) is None


def test_writing_can_be_undone_answer_by_answer(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.2.1", "Ett"))
    session.do(WriteReportText(identity, "1.2.2", "Två"))
    session.do(Undo())
    report = report_of(session, identity)
    assert report.text("region2021:1.2.1") is not None
    assert report.text("region2021:1.2.2") is None
    session.do(Redo())
    assert report_of(session, identity).text("region2021:1.2.2") is not None


@pytest.mark.parametrize(("form", "item", "words"), [
    ("region2021", "9.9", "finns inte"), ("region2021", "1", "inget eget svar"), ("region2021", "2.2", "inget eget"),
    ("ekonomi2023", "1.3", "sparas aldrig i planen"), ("ekonomi2023", "5.3", "sparas aldrig i planen"),
    ("ekonomi2023", "3.3", "räknas ut"), ("ekonomi2023", "2.4", "räknas ut"), ("ekonomi2023", "1.4", "inget eget svar"),
    ("vfu2023", "1.2", "inget eget svar"),
])
def test_what_is_no_text_of_the_report_is_refused(session: PlanSession, form: str, item: str, words: str) -> None:
    actor = session.state.actor("region") if form != "vfu2023" else None
    identity = session.do(BeginReport(form, actor))
    revision = session.state.revision
    with pytest.raises(InputError, match=words):
        session.do(WriteReportText(identity, item, "text"))
    assert session.state.revision == revision


def test_a_text_that_is_too_long_is_refused_whole(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    with pytest.raises(InputError, match="20001 tecken"):
        session.do(WriteReportText(identity, "1.1", "x" * 20_001))
    assert report_of(session, identity).text("region2021:1.1") is None


def test_the_agreements_name_and_the_deviations_are_written_on_the_money_form(session: PlanSession) -> None:
    identity = session.do(BeginReport("ekonomi2023", session.state.actor("region")))
    put(session, "rapporttillfalle", identity, certificate="alternativ_2")
    session.do(WriteReportText(identity, "2.3", "Överenskommelsen 2027"))
    session.do(WriteReportText(identity, "4.3", "Posten Löner saknar underlag."))
    text = page(build(session, "ekonomi", actor=session.state.actor("region")))
    assert "Överenskommelsen 2027" in text
    assert "Posten Löner saknar underlag." in text


# -- standing ----------------------------------------------------------------------------------------------------------
def test_what_is_answered_by_whom_and_what_is_missing(session: PlanSession) -> None:
    put(session, "insats", "team", title="Mobilt team", area="samverkan", state="pagaende", spread="pilot",
        actor="region")
    answer(session, "2.1.deltar", "ja", "0780")
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Klart"))
    found = by_item(standings(report_of(session, identity)))
    assert (found["region2021:1.6"].standing, found["region2021:1.6"].who) == ("skrivet", "samordnare")
    assert found["region2021:1.2.1"].standing == "utkast"
    assert found["region2021:3.3"].standing == "saknas"
    assert "Alvesta kommun" in found["region2021:1.5.2"].missing[0]
    counted = tally(found.values())
    assert counted.written == 1
    assert counted.total == len(found)
    assert "3.3" in page(build(session, "redovisning-region"))


# -- freezing ----------------------------------------------------------------------------------------------------------
def _frozen(session: PlanSession) -> str:
    put(session, "insats", "team", title="Mobilt team", area="samverkan", state="pagaende", spread="pilot",
        actor="region")
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Fryst svar"))
    assert "allmän handling" in session.do(FreezeReport(identity))
    return identity


def test_a_frozen_report_is_read_from_the_frozen_plan_ever_after(session: PlanSession) -> None:
    identity = _frozen(session)
    before = build(session, "redovisning-region")
    put(session, "insats", "team", title="Något helt annat", state="avslutad")
    answer(session, "1.18.aret", "Efteråt")
    after = build(session, "redovisning-region", occasion=identity)
    assert after == before
    text = page(after)
    assert "FRYST den 1 februari 2027" in text
    assert "allmän handling" in text
    assert "UTKAST" not in text
    assert "Mobilt team (" in text


def test_a_frozen_occasion_cannot_be_changed_in_any_way(session: PlanSession) -> None:
    identity = _frozen(session)
    revision = session.state.revision
    attempts: list[Callable[[], object]] = [
        lambda: session.do(WriteReportText(identity, "1.6", "Nytt")),
        lambda: session.do(WriteReportText(identity, "1.6", "")),
        lambda: session.do(FreezeReport(identity)), lambda: session.do(CarryReportOver(identity)),
        lambda: session.do(SetObject("rapporttillfalle", identity, {"title": "Nytt"})),
        lambda: session.do(SetObject("rapporttillfalle", identity, {"frozen": ""})),
        lambda: session.do(RemoveObject("rapporttillfalle", identity)), lambda: session.do(Undo()),
    ]
    for attempt in attempts:
        with pytest.raises(InputError):
            attempt()
    assert session.state.revision == revision
    assert "Fryst svar" in page(build(session, "redovisning-region"))
    with pytest.raises(PlanFileError):
        PlanSession(open_snapshot(session, find_occasion(session.state, identity).snapshot).repository).do(
            SetObject("insats", "x", {"title": "X"}))


def test_undo_goes_past_the_freezing_to_what_came_after(session: PlanSession) -> None:
    identity = _frozen(session)
    put(session, "insats", "ny", title="Ny")
    session.do(Undo())
    assert "ny" not in session.state.objects["insats"]
    assert find_occasion(session.state, identity).frozen


def test_a_merge_leaves_a_frozen_occasion_to_a_person(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Gemensamt"))
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes(Path(session.address).read_bytes())
    theirs = PlanSession.open(copy)
    theirs.do(WriteReportText(identity, "1.6", "Deras"))
    session.do(FreezeReport(identity))
    found = session.do(MergePlan(theirs))
    assert [one.kind for one in found if one.change["table"] == TABLE] == ["contradicts"]
    assert "Gemensamt" in page(build(session, "redovisning-region"))


def test_what_was_frozen_in_another_copy_stays_there(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    identity = session.do(BeginReport("region2021"))
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes(Path(session.address).read_bytes())
    theirs = PlanSession.open(copy)
    theirs.do(FreezeReport(identity))
    session.do(MergePlan(theirs))
    assert not find_occasion(session.state, identity).frozen
    assert "UTKAST" in page(build(session, "redovisning-region"))


def _told_when_restored(path: Path, revision: int) -> list[str]:
    told: list[str] = []
    number = next(one.number for one in backup_choices(path) if one.backup.revision == revision)
    with listening(told.append):
        restore_backup(path, number)
    return told


def test_a_restore_of_what_was_before_the_freezing_leaves_the_frozen_as_it_is(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    before = [session.state.revision]
    make_backup(Path(session.address), Path(session.address).read_bytes(), NOW)  # before there was a report at all
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Fryst svar"))
    put(session, "insats", "a", title="A")
    make_backup(Path(session.address), Path(session.address).read_bytes(), NOW)
    before.append(session.state.revision)
    session.do(FreezeReport(identity))
    for revision in before:
        put(session, "insats", "b", title="B")
        told = _told_when_restored(Path(session.address), revision)
        assert told == [f"Frysta redovisningar är kvar som de är, kopian ändrar dem inte: {identity}."]
        again = PlanSession.open(session.address)
        assert "b" not in again.state.objects["insats"]
        assert find_occasion(again.state, identity).frozen
        assert "Fryst svar" in page(build(again, "redovisning-region"))
        with pytest.raises(InputError):
            again.do(FreezeReport(identity))
        again.do(Undo())  # what the restoring took away comes back, and the frozen stays
        assert "b" in again.state.objects["insats"]
        assert find_occasion(again.state, identity).frozen


def test_a_restore_over_a_damaged_plan_brings_the_frozen_along_from_a_later_backup(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Fryst svar"))
    make_backup(Path(session.address), Path(session.address).read_bytes(), NOW)
    before = session.state.revision
    session.do(FreezeReport(identity))
    put(session, "insats", "a", title="A")
    Path(session.address).write_bytes(Path(session.address).read_bytes()[:-50])
    told = _told_when_restored(Path(session.address), before)
    again = PlanSession.open(session.address)
    assert told == [f"Frysta redovisningar är kvar som de är, kopian ändrar dem inte: {identity}."]
    assert "a" not in again.state.objects["insats"]
    assert find_occasion(again.state, identity).frozen
    assert "Fryst svar" in page(build(again, "redovisning-region"))
    with pytest.raises(InputError):
        again.do(FreezeReport(identity))


def test_a_restore_says_so_where_a_frozen_report_may_be_lost_and_cannot_be_undone(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    identity = session.do(BeginReport("region2021"))
    make_backup(Path(session.address), Path(session.address).read_bytes(), NOW)
    before = session.state.revision
    session.do(FreezeReport(identity))
    Path(session.address).write_bytes(Path(session.address).read_bytes()[:-50])
    (backup_folder(Path(session.address)) / PREVIOUS).unlink(missing_ok=True)
    told = _told_when_restored(Path(session.address), before)
    assert told[-1].startswith("Den skadade filen kan ha haft en fryst redovisning")
    again = PlanSession.open(session.address)
    assert [entry["command"] for entry in again.repository.history()][-1] == "aterstall"
    again.do(Undo())
    assert "aterstall" in [entry["command"] for entry in again.repository.history()]


# -- the next occasion -------------------------------------------------------------------------------------------------
def test_the_next_is_compared_with_the_frozen_one_and_takes_over_what_holds(session: PlanSession) -> None:
    first = _frozen(session)
    second = session.do(BeginReport("region2021"))
    assert find_occasion(session.state, second).previous == first
    changes = {one.item.id: one.change for one in compare(session, second)}
    assert changes["region2021:1.6"] == "borta"
    assert changes["region2021:1.2.1"] == "samma"
    assert session.do(CarryReportOver(second)) == ["1.6"]
    assert session.do(CarryReportOver(second)) == []
    text = page(build(session, "redovisning-region", occasion=second))
    assert "Fryst svar" in text
    assert "Ingen har bekräftat att det fortfarande gäller." in text
    assert by_item(standings(report_of(session, second)))["region2021:1.6"].standing == "overfort"
    session.do(ConfirmReportText(second, "1.6"))
    assert by_item(standings(report_of(session, second)))["region2021:1.6"].standing == "skrivet"
    with pytest.raises(InputError, match="inte överfört"):
        session.do(ConfirmReportText(second, "1.6"))


def test_what_is_already_written_is_never_overwritten_by_what_is_carried(session: PlanSession) -> None:
    _frozen(session)
    second = session.do(BeginReport("region2021"))
    session.do(WriteReportText(second, "1.6", "Årets svar"))
    assert session.do(CarryReportOver(second)) == []
    assert report_of(session, second).text("region2021:1.6").text == "Årets svar"  # type: ignore[union-attr]


def test_the_occasion_before_can_lie_in_last_years_plan(tmp_path: Path) -> None:
    last = new_county(tmp_path / "2026")
    _frozen(last)
    session = new_county(tmp_path / "2027")
    second = session.do(BeginReport("region2021"))
    with pytest.raises(InputError, match="ingen tidigare"):
        compare(session, second)
    assert session.do(CarryReportOver(second, other=last)) == ["1.6"]
    assert "Överfört från Region Kronoberg: redovisning för" in page(build(session, "redovisning-region"))


def test_without_a_choice_the_open_occasion_is_shown_and_else_the_last_frozen(session: PlanSession) -> None:
    first = _frozen(session)
    assert open_reports(session, "redovisning-region")[0].occasion.id == first  # type: ignore[union-attr]
    second = session.do(BeginReport("region2021"))
    assert open_reports(session, "redovisning-region")[0].occasion.id == second  # type: ignore[union-attr]


def test_an_occasion_of_another_form_is_refused(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    with pytest.raises(InputError, match="hör inte till ekonomi"):
        build(session, "ekonomi", occasion=identity)
    with pytest.raises(UnknownNameError):
        build(session, "ekonomi", occasion="finns-inte")
    assert Request().occasion == ""


# -- the document ------------------------------------------------------------------------------------------------------
def test_a_long_question_lends_its_first_sentence_to_the_heading(session: PlanSession) -> None:
    session.do(BeginReport("region2021"))
    headings = [block.text for block in build(session, "redovisning-region").blocks if isinstance(block, Heading)]
    assert "1.1 Beskriv hur den nära vården med primärvården som nav har utvecklats i stort." in headings
    assert "Fråga 1.1" not in headings
    assert "1.5.2 Beskriv hur arbetet med handlingsplaner har utvecklats och hur kommunerna har medverkat." in headings


def test_instructions_of_another_year_say_so_and_what_helps_to_write_is_not_handed_in(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021", year=2026))
    draft = page(build(session, "redovisning-region"))
    other = "Anvisningarna är från 2021, och dagarna i dem gällde då. Kontrollera vad som gäller för 2026."
    assert draft.count(other) == 1
    assert draft.count("har inte hittats") == 2, "that later questions are not known, and a template that came along"
    assert "Frågan gällde pandemin 2021." in draft
    for frozen in (False, True):
        if frozen:
            session.do(FreezeReport(identity))
        text = page(handed_in(session, "redovisning-region"))
        for inside in ("Anvisningarna är från", "har inte hittats", "Frågan gällde pandemin 2021.", "revision"):
            assert inside not in text


def test_what_is_handed_in_has_the_answers_and_who_answers_for_them_and_no_word_about_drafts(session: PlanSession
                                                                                          ) -> None:
    put(session, "insats", "team", title="Mobilt team", area="samverkan", state="pagaende", spread="pilot",
        actor="region", output="Tolv besök i veckan")
    answer(session, "1.15.fas", "2")
    identity = session.do(BeginReport("region2021", year=2026))
    put(session, "rapporttillfalle", identity, signer_roles=["Hälso- och sjukvårdsdirektör"], diary_numbers=["A 1"])
    session.do(WriteReportText(identity, "1.6", "Vårt eget svar"))
    document = handed_in(session, "redovisning-region")
    said = {fact.label: fact.value for fact in document.meta}
    assert said["Mottagare"] == "Socialstyrelsen"
    assert said["Ansvarar för redovisningen"] == "Hälso- och sjukvårdsdirektör"
    assert said["Diarienummer"] == "A 1"
    assert not {"Revision", "Planens läge"} & set(said)
    text = page(document)
    assert "Vårt eget svar" in text
    assert "Mobilt team: Tolv besök i veckan." in text
    for inside in ("Utkast", "utkast", "Läs och skriv om", "1.15.fas", "fas är länets omställning nu?", "i rollen"):
        assert inside not in text
    assert document.mark.startswith("UTKAST")
    session.do(FreezeReport(identity))
    assert handed_in(session, "redovisning-region").mark == "", "what is frozen carries no mark"


def test_a_question_that_is_not_owed_says_so_in_a_sentence_and_a_gap_is_marked(session: PlanSession) -> None:
    session.do(BeginReport("region2021"))
    text = page(handed_in(session, "redovisning-region"))
    assert "○ Inte besvarad. Frågan gäller bara om något nytt har införts." in text
    assert "Besvaras bara om" not in text, "that is told to those who write, and not back to who asked"
    assert text.count("○ Inte besvarad") > 1


def test_the_underlag_lists_what_is_left_and_who_has_not_answered(session: PlanSession) -> None:
    answer(session, "2.1.deltar", "ja", "0780")
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Klart"))
    table = next(block for block in build(session, "redovisning-region").blocks
                 if isinstance(block, Table) and block.caption.startswith("Att göra"))
    rows = {row[0].text.split(" ")[0]: row for row in table.rows}
    assert "1.6" not in rows
    assert rows["3.3"][1].text == "saknar svar"
    assert "Alvesta" in rows["1.5.2"][2].text


def test_before_it_is_frozen_a_report_lists_what_is_only_drafted_and_what_is_missing(session: PlanSession) -> None:
    put(session, "insats", "team", title="Mobilt team", area="samverkan", state="pagaende", spread="pilot",
        actor="region")
    identity = session.do(BeginReport("region2021"))
    session.do(WriteReportText(identity, "1.6", "Klart"))
    left = before_freezing(session, identity)
    missing, drafted = left.lines
    assert missing.startswith(f"{left.tally.missing} frågor saknar svar: 1.2.2, ")
    assert drafted.startswith(f"{left.tally.drafted} frågor har bara utkastet ur planen")
    assert "1.2.1" in drafted
    assert "1.6" not in missing + drafted


def test_equality_is_answered_as_a_whole(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    assert by_item(standings(report_of(session, identity)))["region2021:0.1"].standing == "saknas"
    session.do(WriteReportText(identity, "0.1", "Vi följer kvinnor och män var för sig."))
    assert by_item(standings(report_of(session, identity)))["region2021:0.1"].standing == "skrivet"
    assert "Vi följer kvinnor och män var för sig." in page(build(session, "redovisning-region"))


def test_the_underlag_says_what_is_left_to_do_and_nothing_of_a_report_that_is_handed_in(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    assert "Redovisningen är inte inlämnad. Läs, ändra, besluta" in page(build(session, "redovisning-region"))
    session.do(FreezeReport(identity))
    frozen = page(build(session, "redovisning-region"))
    assert "Den frysta redovisningen är inte inlämnad. Skicka in den." in frozen
    assert "ändra, besluta" not in frozen
    assert "Att göra innan redovisningen lämnas in" not in frozen
    assert "Det som inte var skrivet när redovisningen frystes" in frozen
    session.do(HandInReport(identity, "1 februari 2027"))
    assert "inte inlämnad" not in page(build(session, "redovisning-region"))


# -- two people, and the day it is handed in ---------------------------------------------------------------------------
def test_what_someone_else_wrote_in_between_is_not_written_over(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    other = PlanSession.open(Path(session.address), "annan")
    other.do(WriteReportText(identity, "1.1", "Deras svar"))
    with pytest.raises(ConflictError, match="Deras svar"):
        session.do(WriteReportText(identity, "1.1", "Vårt svar", seen=""))
    stands = report_of(session, identity).text("region2021:1.1")
    assert stands is not None
    assert stands.text == "Deras svar", "the session has read what stands there now"
    session.do(WriteReportText(identity, "1.1", "Vårt svar", seen="Deras svar"))
    session.do(WriteReportText(identity, "1.1", "Vårt svar", seen="något äldre"))


def test_one_stay_in_a_field_is_one_line_in_the_history(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021"))
    before = len(session.repository.history())
    for text in ("V", "Vå", "Vår"):
        session.do(WriteReportText(identity, "1.1", text, edit="ett"))
    assert len(session.repository.history()) == before + 1
    session.do(Undo())
    assert report_of(session, identity).text("region2021:1.1") is None


def test_the_day_is_noted_on_a_frozen_report_and_nothing_else_is(session: PlanSession) -> None:
    identity = session.do(BeginReport("region2021", year=2026))
    session.do(FreezeReport(identity))
    snapshot = find_occasion(session.state, identity).snapshot
    assert "lämnades in den 1 februari 2027" in session.do(HandInReport(identity, "1 februari 2027"))
    one = find_occasion(session.state, identity)
    assert (one.sent, one.frozen[:4], one.snapshot) == ("2027-02-01", "2027", snapshot)
    shown = report_of(session, identity).occasion
    assert shown is not None
    assert shown.sent == "2027-02-01", "the frozen report says when it was handed in"
    session.do(Undo())
    assert find_occasion(session.state, identity).sent == ""
    session.do(Redo())
    assert "inte längre" in session.do(HandInReport(identity, ""))
    with pytest.raises(InputError, match="fryst"):
        put(session, "rapporttillfalle", identity, note="Ändrad")


@pytest.mark.parametrize(("day", "words"), [("2027-02", "vilken dag"), ("2028-01-01", "inte varit än"),
                                            ("2025-12-31", "före perioden"), ("i går", "inget datum")])
def test_a_day_that_cannot_be_is_refused(session: PlanSession, day: str, words: str) -> None:
    identity = session.do(BeginReport("region2021", year=2026))
    with pytest.raises(InputError, match=words):
        session.do(HandInReport(identity, day))
    assert find_occasion(session.state, identity).sent == ""
