"""The insatser over time in a plan: whom the picture shows, how many pictures there are, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Picture
from nvplan.model.drawn import TimeLine
from nvplan.services.documents.efforts import efforts_of
from nvplan.services.documents.registry import Request
from nvplan.services.documents.time_line import time_lines
from nvplan.services.documents.view import View
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(str(tmp_path / "p.nvplan"), "07", 2027)


def pictures(session: PlanSession) -> list[Picture]:
    view = View(session, Request())
    return list(time_lines(view, efforts_of(view)))


def add(session: PlanSession, count: int, **fields: object) -> None:
    for number in range(count):
        session.do(AddObject("insats", {"title": f"Insats {number}", "plans": ["gemensam"], **fields}))


def spans(picture: Picture) -> TimeLine:
    assert isinstance(picture.drawn, TimeLine)
    return picture.drawn


def test_too_few_have_no_picture(session: PlanSession) -> None:
    add(session, 3, start="2027-01-01")
    add(session, 5)
    assert pictures(session) == []


def test_states_and_those_without_a_day_are_counted_in_words(session: PlanSession) -> None:
    add(session, 3, start="2027-03", state="pagaende")
    add(session, 1, end="2028", state="avbruten")
    add(session, 1, state="planerad")
    (one,) = pictures(session)
    assert "3 pågående, 1 avbruten" in one.alternative
    assert "1 insats saknar både start och slut." in one.alternative
    assert [(span.start, span.end) for span in spans(one).spans] == [("2027-03-01", "")] * 3 + [("", "2028")]


def test_the_years_are_those_of_the_insatser_near_the_plan(session: PlanSession) -> None:
    add(session, 4, start="2015-01-01", end="2040-12-31")
    (one,) = pictures(session)
    assert (spans(one).first, spans(one).last) == ("2026-01-01", "2029-12-31")


def test_many_are_shared_between_pictures_and_none_is_left_out(session: PlanSession) -> None:
    add(session, 60, start="2027-01-01")
    found = pictures(session)
    assert [one.title for one in found] == [f"Insatserna över tid ({number} av 3)" for number in (1, 2, 3)]
    assert sum(len(spans(one).spans) for one in found) == 60
