"""Where a county has several RSS each tells of its own kommuner, and every page says whose the report is."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.document import Table
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reports.opening import open_reports
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import answer, build, handed_in, new_county, page, put

FYRBODAL, BORAS = "rss-fyrbodal", "rss-borasregionen"
#: Lysekil and Munkedal; Mark and Borås; a kommun that no RSS has said is its own.
FIRST, SECOND, UNPLACED = ("1484", "1430"), ("1463", "1490"), "1415"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    made = new_county(tmp_path, "14")
    put(made, "aktor", FYRBODAL, members=list(FIRST))
    put(made, "aktor", BORAS, members=list(SECOND))
    for identity, actor in (("a", FIRST[0]), ("b", SECOND[0]), ("c", UNPLACED), ("d", FYRBODAL), ("e", "region")):
        put(made, "insats", identity, title=f"Insats {identity}", area="slutenvard", state="pagaende", spread="pilot",
            actor=actor)
    return made


def told(session: PlanSession, rss: str) -> str:
    """Return what one RSS hands in."""
    return page(handed_in(session, "redovisning-rss", actor=session.state.actor(rss)))


def test_each_rss_tells_its_own_kommuners_insatser_and_none_is_left_out(session: PlanSession) -> None:
    first, second = told(session, FYRBODAL), told(session, BORAS)
    assert [one for one in "abcde" if f"Insats {one} (" in first] == ["a", "c", "d"]
    assert [one for one in "abcde" if f"Insats {one} (" in second] == ["b", "c"]


def test_each_rss_tells_its_own_answers_and_not_the_regions(session: PlanSession) -> None:
    answer(session, "1.18.rss", "Sex möten i Fyrbodal", FYRBODAL)
    answer(session, "1.18.rss", "Två kurser i Borås", BORAS)
    for actor in ("region", *FIRST, SECOND[0]):
        answer(session, "1.4.samordnare", "Ja, tjänsten finns", actor)
    first, second = told(session, FYRBODAL), told(session, BORAS)
    assert "Sex möten i Fyrbodal" in first
    assert "Två kurser" not in first
    assert "Två kurser i Borås" in second
    assert "Fyrbodal" not in second
    assert "Lysekil och Munkedal" in first
    assert "Mark" not in first.replace("Markaryd", "")
    assert "Västra Götalandsregionen" not in first + second, "the region reports for itself"


def test_the_underlag_says_which_kommuner_have_no_rss_and_lists_only_ones_own_as_silent(session: PlanSession) -> None:
    answer(session, "1.4.samordnare", "Ja, tjänsten finns", FIRST[0])
    document = build(session, "redovisning-rss", actor=session.state.actor(FYRBODAL))
    assert "Planen säger inte vilken RSS som redovisar för 45 kommuner." in page(document)
    table = next(one for one in document.blocks if isinstance(one, Table) and one.caption.startswith("Att göra"))
    row = next(row for row in table.rows if row[0].text.startswith("1.3 "))
    assert row[2].text.startswith("saknas från ")
    assert "Munkedal" in row[2].text
    assert "Borås" not in row[2].text


def test_a_county_whose_kommuner_all_have_an_rss_is_warned_of_nothing(session: PlanSession) -> None:
    placed = {*FIRST, *SECOND}
    rest = [one.id for one in session.state.actors if one.type == "kommun" and one.id not in placed]
    put(session, "aktor", "rss-skaraborg", members=rest)
    assert "Planen säger inte vilken RSS" not in page(
        build(session, "redovisning-rss", actor=session.state.actor(FYRBODAL)))
    assert "Insats c (" not in told(session, FYRBODAL)


def test_every_page_of_a_report_says_whose_it_is(session: PlanSession) -> None:
    for working in (False, True):
        document = DOCUMENTS["redovisning-rss"].build(
            session, Request(actor=session.state.actor(BORAS), working=working))
        assert document.subtitle.startswith("Boråsregionen, Västra Götalands län")
    alone = new_county(Path(session.address).parent)
    assert handed_in(alone, "redovisning-rss").subtitle.count("Kronobergs län") == 1
    assert handed_in(alone, "redovisning-region").subtitle == "Region Kronoberg, Kronobergs län"


def test_one_rss_alone_tells_all_kommuner_of_the_county(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "insats", "x", title="Insats x", area="slutenvard", state="pagaende", spread="pilot", actor="0780")
    document = handed_in(session, "redovisning-rss")
    assert "Insats x (" in page(document)
    assert "Planen säger inte" not in page(build(session, "redovisning-rss"))


@pytest.mark.parametrize(("county", "document", "told"), [
    ("09", "redovisning-rss", "Gotlands län"), ("09", "redovisning-region", "Region Gotland"),
    ("07", "redovisning-rss", "Kronobergs län"),
])
def test_the_column_for_the_county_has_the_county_and_that_for_the_region_the_region(
        tmp_path: Path, county: str, document: str, told: str) -> None:
    table = next(one for one in handed_in(new_county(tmp_path, county), document).blocks if isinstance(one, Table))
    assert table.rows[0][0].text == told


def test_a_question_of_another_day_stands_with_its_number_and_says_when_it_is_answered(tmp_path: Path) -> None:
    session = new_county(tmp_path)
    put(session, "rapporttillfalle", "mars", title="Mars", form="region2021", actor="region", deadline="2027-03-31")
    text = page(handed_in(session, "redovisning-region"))
    assert "1.5.1 Beskriv arbetet i stora drag och ge en lägesbild.\nBesvaras i redovisningen i september." in text
    other = open_reports(session, "redovisning-region")[0].other_day
    assert [one.id for one in other if one.type == "delfraga"] == ["region2021:1.5.1"]


def test_a_report_without_an_occasion_is_of_no_period_that_nobody_has_set(session: PlanSession) -> None:
    actor = session.state.actor(FYRBODAL)
    assert "Period" not in [fact.label for fact in handed_in(session, "redovisning-rss", actor=actor).meta]
    put(session, "rapporttillfalle", "r", title="R", form="rss2021", actor=FYRBODAL, period_start="2026-01-01",
        period_end="2026-12-31")
    told = {fact.label: fact.value for fact in handed_in(session, "redovisning-rss", actor=actor).meta}
    assert told["Period"] == "1 januari 2026 – 31 december 2026"


def test_how_an_effect_is_followed_up_is_not_told_as_known(session: PlanSession) -> None:
    put(session, "insats", "a", effect="Vet inte ännu.", effect_known_by="Granskning av 40 planer")
    assert "Effekt: Vet inte ännu. Uppföljning: Granskning av 40 planer." in told(session, FYRBODAL)


def test_those_who_have_not_answered_stand_in_a_table_as_the_answers_do(session: PlanSession) -> None:
    put(session, "aktor", FYRBODAL, members=["1484", "1430", "1421", "1427", "1435", "1438", "1439", "1440", "1441"])
    answer(session, "1.4.samordnare", "Ja, tjänsten finns", FIRST[0])
    document = handed_in(session, "redovisning-rss", actor=session.state.actor(FYRBODAL))
    table = next(block for block in document.blocks if isinstance(block, Table)
                 and block.caption == "Samordnare och förändringsledare")
    assert table.rows[-1][0].text == "Inte besvarad"
