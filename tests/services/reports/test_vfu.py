"""VFU: weeks and places, kommun by kommun, for two terms."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.model.document import Facts
from nvplan.services.reports.vfu import vfu_table
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import answer, build, handed_in, new_county, page, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return new_county(tmp_path)


def _terms(session: PlanSession, actor: str, done: tuple[str, str], expected: tuple[str, str],
           years: tuple[str, str] = ("2026", "2027")) -> None:
    answer(session, "1.7.vfu", [
        {"termin": "Föregående vårtermin, genomfört", "ar": years[0], "veckor": done[0], "platser": done[1]},
        {"termin": "Vårterminen därefter, uppskattat", "ar": years[1], "veckor": expected[0], "platser": expected[1]},
    ], actor)


def test_the_numbers_and_their_sums_stand_by_kommun(session: PlanSession) -> None:
    _terms(session, "0780", ("310", "62"), ("335", "67"))
    _terms(session, "0764", ("40", "8"), ("30", "6"))
    found = vfu_table(session.state)
    assert [row.actor.name for row in found.rows if row.is_answered] == ["Alvesta kommun", "Växjö kommun"]
    assert found.total("done", "weeks") == 350
    assert found.total("expected", "places") == 73
    assert {row.actor.id: row.increase for row in found.rows if row.increase is not None} == {
        "0764": Decimal(-10), "0780": Decimal(25)}
    text = page(build(session, "vfu"))
    assert "1.2 Genomförda veckor, vårterminen 2026" in text
    assert "1.5 Uppskattade platser, vårterminen 2027" in text
    assert ("2 av 9 huvudmän har lämnat tal för båda vårterminerna. Det blir 15 fler VFU-veckor våren 2027 än våren "
            "2026.") in text
    assert "Lessebo kommun" not in text, "who has given nothing stands in a sentence, not in rows"
    assert "Inga tal har kommit från Region Kronoberg, Lessebo," in page(handed_in(session, "vfu"))
    assert text.count("Lessebo") == 1, "the underlag has it among what is missing"


def test_an_rss_gathers_the_kommuner_and_not_the_region(session: PlanSession) -> None:
    names = [row.actor.id for row in vfu_table(session.state, session.state.actor("rss")).rows]
    assert "region" not in names
    assert len(names) == 8
    assert [row.actor.id for row in vfu_table(session.state, session.state.actor("region")).rows] == ["region"]


def test_years_that_do_not_match_are_pointed_out(session: PlanSession) -> None:
    _terms(session, "0780", ("1", "1"), ("1", "1"))
    _terms(session, "0764", ("1", "1"), ("1", "1"))
    _terms(session, "0761", ("1", "1"), ("1", "1"), ("2025", "2026"))
    assert "Lessebo kommun har angett år 2025 där de andra har 2026." in page(build(session, "vfu"))
    _terms(session, "0780", ("1", "1"), ("1", "1"), ("2027", "2026"))


def test_terms_told_in_other_words_go_by_year(session: PlanSession) -> None:
    answer(session, "1.7.vfu", [{"termin": "VT", "ar": "2027", "veckor": "9", "platser": "3"},
                                {"termin": "VT", "ar": "2026", "veckor": "5", "platser": "2"}], "0780")
    row = next(row for row in vfu_table(session.state).rows if row.actor.id == "0780")
    assert [row.done.weeks, row.expected.weeks] == [5, 9]


def test_without_answers_nothing_is_summed(session: PlanSession) -> None:
    assert vfu_table(session.state).total("done", "weeks") is None
    for text in (page(handed_in(session, "vfu")), page(build(session, "vfu"))):
        assert "Summa" not in text
        assert "0 veckor" not in text
        assert "Ingen har lämnat VFU-tal än." in text
        assert "1.2 Genomförda" not in text, "an empty table says nothing"


def test_what_is_handed_in_is_the_table_and_no_instruction(session: PlanSession) -> None:
    _terms(session, "0780", ("310", "62"), ("1335", "67"))
    _terms(session, "0764", ("40", "8"), ("40", "8"))
    text = page(handed_in(session, "vfu"))
    assert "Summa av dem som har svarat" in text
    assert "1\u00a0335" in text
    assert "Så långt har svaren kommit" not in text
    assert "Anvisningar" not in text


def test_its_period_is_the_two_terms_and_not_a_year_that_ends_after_its_last_day(session: PlanSession) -> None:
    put(session, "rapporttillfalle", "v", title="VFU", form="vfu2023", period_start="2027-01-01",
        period_end="2027-12-31", deadline="2027-03-31")
    _terms(session, "0780", ("310", "62"), ("310", "67"))
    for document in (handed_in(session, "vfu"), build(session, "vfu")):
        facts = [*document.meta, *(one for block in document.blocks if isinstance(block, Facts) for one in block.items)]
        assert [one.value for one in facts if one.label == "Period"] == ["vårterminerna 2026 och 2027"]
        assert "Det blir lika många VFU-veckor våren 2027 som våren 2026." in page(document)
        assert "Summa" not in page(document), "the sum of one is the one"


def test_the_only_one_who_is_asked_is_told_of_by_name(tmp_path: Path) -> None:
    assert "Region Gotland har inte lämnat några VFU-tal än." in page(handed_in(new_county(tmp_path, "09"), "vfu"))
