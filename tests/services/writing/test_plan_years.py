"""A plan of several years: the follow-up moves on inside the file, and nothing of the year before is lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.catalog import anchors
from nvplan.model.errors import InputError
from nvplan.model.plan_years import PlanYears
from nvplan.services.reading.carried import unconfirmed, unconfirmed_objects
from nvplan.services.reading.plan_years import years_of
from nvplan.services.reading.report_days import report_days
from nvplan.services.reading.snapshots import open_snapshot, snapshots
from nvplan.services.review.findings import review_state
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import ConfirmCarried, ConfirmDay, SetAnswer, SetObject, SkipQuestion, Undo
from nvplan.services.writing.commands_plans import FollowNextYear, MergePlan, SetPlanYears, SetStanding
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.example import example_session


@pytest.fixture
def plan(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "a.nvplan", "07", PlanYears(2024, 2030, 2026))
    session.do(SetAnswer("1.0.agare", "chefen", "region"))
    session.do(SetAnswer("1.0.struktur", "finns"))
    session.do(SkipQuestion("1.8.starker", True))
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "state": "pagaende"}))
    session.do(SetObject("insats", "klar", {"title": "Pilot", "state": "avslutad"}))
    session.do(SetObject("matning", "m26", {"title": "Läkare", "value": "41", "unit": "procent",
                                            "denominator": "befolkning", "date": "2026-10-01"}))
    session.do(SetStanding("beslutad", "2024-03-01", "Nämnden"))
    return session


def test_a_new_one_is_followed_up_for_the_year_it_is_when_nobody_says(tmp_path: Path) -> None:
    def then() -> dt.datetime:
        return dt.datetime(2026, 5, 4, 9, 0)

    for name, years, followed in (("a", PlanYears(2024, 2030), 2026), ("b", PlanYears(2027, 2030), 2027),
                                  ("c", PlanYears(2020, 2024), 2024)):
        assert create_plan(tmp_path / f"{name}.nvplan", "07", years, clock=then).state.info.year == followed


def test_the_follow_up_moves_on_and_the_year_before_is_frozen(plan: PlanSession) -> None:
    said = plan.do(FollowNextYear(2026))
    assert said == ("Uppföljningen gäller nu 2027. 2 svar och en gemensam post är märkta tills ni har bekräftat att de "
                    "gäller även 2027. 2026 är fryst som det såg ut.")
    info = plan.state.info
    assert (info.years.span, info.year, info.standing) == ("2024–2030", 2027, "beslutad")
    assert [stop.place for stop in unconfirmed(plan.state)] == ["1.0.struktur@lan", "1.0.agare@region"]
    assert [one.id for one in unconfirmed_objects(plan.state)] == ["sip"]
    assert plan.state.answer("1.0.agare", "region").value == "chefen"
    assert plan.state.answer("1.8.starker").skipped
    before = open_snapshot(plan, info.followed_up["2026"]).state
    assert (before.info.year, before.answer("1.0.struktur").carried) == (2026, False)
    assert before.objects["insats"]["sip"].model_dump()["title"] == "SIP för alla"


def test_each_years_progress_begins_anew_and_the_old_one_stands(plan: PlanSession) -> None:
    plan.do(FollowNextYear(2026))
    plan.do(SetObject("matning", "m27", {"title": "Läkare", "value": "44", "unit": "procent",
                                         "denominator": "befolkning", "date": "2027-10-01"}))
    years = {one.year: one for one in years_of(plan)}
    assert [one.phase for one in years.values()] == ["unseen", "unseen", "done", "now", "coming", "coming", "coming"]
    assert (years[2026].progress["gemensam"].whole, years[2027].progress["gemensam"].whole) == (1, 0)
    assert (years[2026].measurements, years[2027].measurements) == (1, 1)
    plan.do(ConfirmCarried(with_objects=True))
    assert {one.year: one for one in years_of(plan)}[2027].progress["gemensam"].whole == 1


def test_undo_takes_the_move_back_and_it_can_be_made_again(plan: PlanSession) -> None:
    before = plan.state
    plan.do(FollowNextYear(2026))
    plan.do(Undo())
    assert (plan.state.info, plan.state.answers, plan.state.objects) == (before.info, before.answers, before.objects)
    plan.do(FollowNextYear(2026))
    assert plan.state.info.year == 2027
    assert [one.name for one in snapshots(plan) if "Uppföljning" in one.name] == [
        "Uppföljning 2026", "Uppföljning 2026 (2)"]


def test_two_people_who_move_it_at_once_move_it_one_year(plan: PlanSession) -> None:
    with PlanSession.open(plan.address) as other:
        plan.do(FollowNextYear(2026))
        with pytest.raises(InputError, match="Uppföljningen gäller redan 2027"):
            other.do(FollowNextYear(2026))
        assert other.state.info.year == 2027


def test_the_last_year_and_a_yearly_plan_do_not_move_on(plan: PlanSession, tmp_path: Path) -> None:
    plan.do(SetPlanYears(PlanYears(2024, 2027)))
    plan.do(FollowNextYear(2026))
    with pytest.raises(InputError, match="2027 är planens sista år"):
        plan.do(FollowNextYear(2027))
    yearly = create_plan(tmp_path / "b.nvplan", "07", 2027)
    with pytest.raises(InputError, match="Planen gäller ett år, 2027"):
        yearly.do(FollowNextYear(2027))


def test_the_years_can_be_set_later_and_never_leave_out_what_is_followed_up(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2026)
    with PlanSession.open(session.address) as open_elsewhere:
        session.do(SetPlanYears(PlanYears(2024, 2030)))
        assert open_elsewhere.watch()
        assert open_elsewhere.state.info.years_told == "2024–2030 · uppföljning 2026"
    session.do(FollowNextYear(2026))
    for years, told in ((PlanYears(2027, 2030), "2026 är redan uppföljt"),
                        (PlanYears(2024, 2026), "Välj ett av planens år"),
                        (PlanYears(2024, 2030), "redan 2024–2030"), (PlanYears(2024, 2060), "37 år")):
        with pytest.raises(InputError, match=told):
            session.do(SetPlanYears(years))
    session.do(SetPlanYears(PlanYears(2025, 2031)))
    assert session.state.info.years.span == "2025–2031"


def test_the_days_that_recur_are_proposed_anew_and_the_countys_own_stay(plan: PlanSession) -> None:
    day = next(one for one in report_days(plan.state) if one.date.startswith("2026"))
    plan.do(ConfirmDay(day.id, "2026-09-30"))
    plan.do(SetObject("datum", "eget", {"title": "Egen dag", "date": "2026-06-01", "standing": "bekraftad"}))
    plan.do(FollowNextYear(2026))
    now = {one.id: one for one in report_days(plan.state)}
    assert (now[day.id].date[:4], now[day.id].is_confirmed) == ("2027", False)
    assert now["eget"].date == "2026-06-01"
    then = {one.id: one for one in report_days(
        open_snapshot(plan, plan.state.info.followed_up["2026"]).state)}
    assert then[day.id].date == "2026-09-30"


def test_nothing_of_the_example_is_lost_over_two_years(tmp_path: Path) -> None:
    plan = example_session(tmp_path / "k.nvplan")
    first = plan.state
    plan.do(SetPlanYears(PlanYears(first.info.year - 1, first.info.year + 3)))
    for year in (first.info.year, first.info.year + 1):
        plan.do(FollowNextYear(year))
        plan.do(ConfirmCarried(with_objects=True))
    assert {key: one.value for key, one in plan.state.answers.items()} == {
        key: one.value for key, one in first.answers.items()}
    for kind, known in first.objects.items():
        if kind != "datum":
            assert plan.state.objects[kind] == known, kind


def test_a_copy_from_before_the_move_is_taken_in_and_does_not_move_it_back(plan: PlanSession, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes(Path(plan.address).read_bytes())
    plan.do(FollowNextYear(2026))
    with PlanSession.open(copy) as theirs:
        theirs.do(SetAnswer("1.2.fungerar", "Det går framåt"))
        found = plan.do(MergePlan(theirs))
    assert [one.kind for one in found] == ["adds"]
    assert plan.state.info.year == 2027
    assert plan.state.answer("1.2.fungerar").value == "Det går framåt"


def test_next_plan_begins_after_the_last_year(plan: PlanSession, tmp_path: Path) -> None:
    made = carry_over(plan, tmp_path / "b.nvplan")
    assert (made.session.state.info.years.span, made.year) == ("2031", "2024–2030")
    long = carry_over(plan, tmp_path / "c.nvplan", PlanYears(2027, 2033)).session
    assert long.state.info.years_told == "2027–2033 · uppföljning 2027"
    with pytest.raises(InputError, match="gäller 2024–2030"):
        carry_over(plan, tmp_path / "d.nvplan", PlanYears(2022, 2026))


def test_a_plan_of_the_first_version_is_yearly_and_can_be_given_more_years(tmp_path: Path) -> None:
    kept = Path(__file__).parents[2] / "store" / "kept"
    files = sorted(kept.glob("*.nvplan"))
    assert files
    for number, file in enumerate(files):
        path = tmp_path / f"{number}.nvplan"
        path.write_bytes(file.read_bytes())
        with PlanSession.open(path) as session:
            year, before = session.state.info.year, session.state
            assert session.state.info.years == PlanYears.one(year)
            session.do(SetPlanYears(PlanYears(year, year + 2)))
            session.do(FollowNextYear(year))
            session.do(ConfirmCarried(with_objects=True))
            assert {key: one.value for key, one in session.state.answers.items()} == {
                key: one.value for key, one in before.answers.items()}
            assert session.state.info.years_told == f"{year}–{year + 2} · uppföljning {year + 1}"


def test_granska_tells_that_the_joint_plan_is_said_to_end_before_its_last_year(plan: PlanSession) -> None:
    def told() -> list[str]:
        return [one.text for one in review_state(plan.state, dt.date(2026, 6, 1))
                if one.rule == "giltighet-fore-planaret"]

    for date, finds in (("2029-12-31", True), ("2030-12-31", False)):
        plan.do(SetAnswer(anchors.JOINT_UNTIL, date))
        assert bool(told()) is finds
        assert all("Planen gäller 2024–2030" in one for one in told())
