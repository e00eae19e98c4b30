"""What there is to do now: what is late first, then near, to confirm, unanswered and endless, each with whom."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from nvplan.services.reading.due import Due, due
from nvplan.services.reading.todo import ToDo, ahead, to_do
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.overview.overview_rows import date_rows

TODAY = dt.date(2026, 11, 23)


def found_in(session: PlanSession) -> list[ToDo]:
    """Return what there is to do."""
    return to_do(session.state, TODAY, due(session.state, TODAY))


def effort(session: PlanSession, title: str, **fields: object) -> None:
    """Write an insats."""
    session.do(SetObject("insats", "", {"title": title, "state": "pagaende", **fields}))


def test_a_new_plan_waits_only_for_its_actors(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    [left] = found_in(session)
    assert left.what == "aktörer har frågor kvar"
    assert left.count == 9
    assert left.place.startswith("fraga:")


def test_what_is_late_is_told_by_day_alone_and_by_number_together(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    effort(session, "Sen", end="2026-11-20", actor="region")
    first = found_in(session)[0]
    assert (first.what, first.count, first.when, first.late) == ("Insats ska vara klar: Sen", 0, "3 dagar sent", True)
    effort(session, "Senare", end="2026-11-21", actor="0780")
    effort(session, "Senast", end="2026-11-22", actor="rss")
    first = found_in(session)[0]
    assert (first.what, first.count) == ("insatser har passerat sin dag", 3)
    assert first.who == "Region Kronoberg, Växjö, RSS"
    assert first.place == "framat:"


def test_what_is_near_is_to_do_and_no_longer_ahead(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    effort(session, "Snart", end="2026-12-01", actor="region")
    effort(session, "Sedan", end="2026-12-20", actor="region")
    near = found_in(session)[0]
    assert (near.what, near.when, near.urgent, near.late) == ("Insats ska vara klar: Snart", "om 8 dagar", True, False)
    coming = ahead(session.state, TODAY, due(session.state, TODAY))
    assert "Insats ska vara klar: Sedan" in [one.what for one in coming]
    assert "Insats ska vara klar: Snart" not in [one.what for one in coming]


def test_a_project_without_an_end_is_told_and_what_may_go_on_is_not(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    effort(session, "Går vidare", spread="breddinford")
    assert not [one for one in found_in(session) if "slutdatum" in one.what]
    effort(session, "Projektet", spread="projekt", actor="0780")
    last = found_in(session)[-1]
    assert (last.what, last.count, last.who) == ("projekt eller pilot saknar slutdatum", 1, "Växjö")
    assert last.place == f"insats:{last.among[0]}"


def test_what_came_from_last_year_is_to_be_confirmed(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    effort(session, "Från förra året", spread="breddinford")
    session.do(SetAnswer("1.0.struktur", "byggs"))
    session.close()
    session = carry_over(tmp_path / "a.nvplan", tmp_path / "b.nvplan").session
    told = [(one.count, one.what) for one in found_in(session)][:2]
    assert told == [(1, "post från 2027 att bekräfta"), (1, "svar från 2027 att bekräfta")]


def test_the_year_stands_at_each_day_that_is_shown_where_they_do_not_share_the_plans_year(tmp_path: Path) -> None:
    state = create_plan(tmp_path / "a.nvplan", "07", 2027).state
    spring, winter = (Due(day, "Rapport", "rapporttillfalle", "rapporttillfalle:r") for day in (
        "2027-03-31", "2026-12-01"))
    [alone] = date_rows([spring], state, TODAY)
    assert "31 mar" in alone(60).plain
    assert "2027" not in alone(60).plain
    first, last = date_rows([winter, spring], state, TODAY)
    assert "1 dec 2026" in first(60).plain
    assert "31 mar 2027" in last(60).plain
