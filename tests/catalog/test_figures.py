"""Goals, indicators, background and county history in data/: trends, warnings, nothing missing shown as zero."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal

import pytest

from nvplan.catalog import figures
from nvplan.catalog.counties import counties
from nvplan.catalog.location import data_folder
from nvplan.model.errors import UnknownNameError
from nvplan.model.figures import Figure
from nvplan.model.history import HISTORY_TOPICS, vision_group
from nvplan.model.trends import goal_level, trend
from nvplan.texts import figures as figures_texts

CODES = [county.code for county in counties()]

# -- goals, indicators, background ---------------------------------------------------------------------------------


def test_there_are_five_goals_and_a_guide_value_that_is_no_limit() -> None:
    values = {goal.id: goal.value for goal in figures.goals() if goal.is_limit}
    assert values == {"KON-M1": 55, "KON-M2": 20, "KON-M3": 20, "KON-M4": 80, "KON-M5": None}
    guides = [goal for goal in figures.goals() if not goal.is_limit]
    assert [goal.value for goal in guides] == [1100, 550]
    assert [goal_level(goal, Decimal(1)) for goal in guides] == [None, None]
    assert "varken golv eller tak" in guides[0].note
    assert all(goal.date == "" for goal in guides)


def test_an_increase_says_that_the_agreement_gives_no_base_year() -> None:
    increases = [goal for goal in figures.goals() if goal.is_increase]
    assert [goal.id for goal in increases] == ["KON-M2", "KON-M3", "KON-M5"]
    assert all(goal.base_year_stated is False for goal in increases)
    assert all("basår" in goal.note or "vilket år" in goal.note for goal in increases)


def test_the_trends_of_the_eighteen_indicators() -> None:
    found = [trend(entry) for entry in figures.indicators()]
    worse = [entry.order for entry in figures.indicators() if trend(entry) == "samre"]
    same = [entry.order for entry in figures.indicators() if trend(entry) == "oforandrad"]
    assert len(found) == 18
    assert worse == [2, 4, 10]
    assert same == [1, 17]
    assert Counter(entry.group for entry in figures.indicators()) == {
        "person_relation": 4, "medskapare": 4, "proaktiv": 4, "samordning": 4, "medarbetare": 2}
    assert [entry.order for entry in figures.indicators() if entry.direction == "lagre"] == [6, 10, 11, 12, 14]


def test_the_slide_year_is_no_year_of_measurement() -> None:
    for entry in figures.indicators():
        assert (entry.year, entry.year_meaning) == (2023, "publicering")
        assert entry.year_note == "2023 års bild, mätår anges inte"
        assert 2017 <= entry.comparison_year <= 2021


def test_only_the_impossible_number_of_doctors_is_warned_about() -> None:
    warned = [entry for entry in figures.indicators() if entry.warning]
    assert [entry.label for entry in warned] == ["ST-läkare i allmänmedicin"]
    doctors = warned[0].value * 10_514_719 / 1000
    assert doctors > 330_000
    assert "330 000" in warned[0].warning


def test_background_that_cannot_be_read_with_certainty_says_so() -> None:
    unsure = [entry for entry in figures.background() if not entry.verified]
    assert sorted(entry.value for entry in unsure) == [Decimal(-15), Decimal("0.3"), 6, 28, 32]
    assert all(entry.warning for entry in unsure)
    assert all(entry.verified for entry in figures.background() if not entry.warning)


def test_routines_in_sarskilt_boende_fell() -> None:
    entry = next(entry for entry in figures.background() if entry.label.startswith("Särskilda boenden"))
    assert (entry.value, entry.comparison_value) == (Decimal(48), Decimal(57))
    assert (entry.year, entry.comparison_year) == (2022, 2018)
    assert trend(entry) == "samre"


def test_every_figure_has_unit_time_and_source_lines() -> None:
    every: list[Figure] = [*figures.indicators(), *figures.background(), *figures.funding_totals()]
    every += [figure for history in figures.histories().values() for entry in history.rows for figure in entry.figures]
    for figure in every:
        assert figure.unit
        assert figure.date or figure.year
        assert figure.source.heading
        first, last = figure.source.lines
        assert 0 < first <= last


def test_every_share_says_of_whom() -> None:
    shares = [entry for entry in figures.background()
              if entry.unit == "procent" and entry.verified and "Ökning" not in entry.label]
    assert shares
    assert [entry.label for entry in shares if not entry.denominator] == []


# -- history -------------------------------------------------------------------------------------------------------


def test_every_county_has_every_topic() -> None:
    assert sorted(figures.histories()) == CODES
    for history in figures.histories().values():
        assert tuple(entry.topic for entry in history.rows) == HISTORY_TOPICS
        assert {entry.standing for entry in history.rows} == {"historik"}
        assert {(entry.year, entry.reported) for entry in history.rows} == {(2021, "2022-03")}


def test_an_empty_cell_is_missing_and_never_zero() -> None:
    empty = [entry for history in figures.histories().values() for entry in history.rows if entry.missing == "tom_cell"]
    assert Counter(entry.topic for entry in empty) == {"st": 5, "at": 5, "specialistsjukskoterskor_kommuner": 1}
    assert all(entry.text is None and entry.figures == () for entry in empty)
    raw = [json.loads(line) for line in (data_folder() / figures.HISTORY).read_text(encoding="utf-8").splitlines()]
    assert all("text" in entry for entry in raw)
    assert not [figure for entry in raw for figure in entry.get("figures", []) if figure["value"] == 0]
    assert figures_texts.MISSING == "saknas"


def test_cells_with_words_but_no_number_have_no_figure() -> None:
    gotland = figures.history("09")
    assert gotland.row("specialistsjukskoterskor_region").figures == ()
    assert gotland.row("specialistsjukskoterskor_region").text
    assert gotland.row("st").missing == "tom_cell"


def test_malbilder_group_as_socialstyrelsen_counts_them() -> None:
    visions = [history.row("malbild").vision for history in figures.histories().values()]
    assert Counter(vision_group(vision) for vision in visions if vision) == {
        "finns_2021": 11, "planerad_2022": 6, "senare_eller_okand": 4}


def test_shares_with_fast_lakarkontakt_keep_their_own_denominators() -> None:
    def share(code: str) -> list[tuple[Decimal, str]]:
        return [(figure.value, figure.denominator) for figure in figures.history(code).row("fast_lakarkontakt").figures]

    assert share("12") == [(Decimal(73), "invånare")]
    assert share("01") == [(Decimal(60), "listade patienter")]
    assert share("17") == [(Decimal(52), "svarande patienter")]
    assert share("19") == [(Decimal("78.5"), "listad befolkning")]
    assert share("10") == [(Decimal(6), "listade på regionens vårdcentraler"),
                           (Decimal("10.1"), "listade på regionens vårdcentraler")]
    assert share("14") == []
    reported = [code for code in CODES if share(code)]
    assert reported == ["01", "05", "08", "10", "12", "17", "19"]
    unreported = [code for code in CODES if figures.history(code).row("fast_lakarkontakt").missing == "ej_redovisat"]
    assert len(unreported) == 21 - len(reported) - 1


def test_plans_of_the_time_are_told_apart_from_what_was_so() -> None:
    figures_of_jonkoping = figures.history("06").row("at").figures
    assert [(figure.year, int(figure.value)) for figure in figures_of_jonkoping] == [
        (2021, 75), (2022, 78), (2023, 82), (2024, 86)]
    assert [figure.year_meaning for figure in figures_of_jonkoping] == ["matar", "planerat", "planerat", "planerat"]


def test_numbers_in_the_text_of_a_row_agree_with_its_figures() -> None:
    small = {"två": "2", "tre": "3", "fyra": "4", "fem": "5", "sex": "6"}
    for history in figures.histories().values():
        for entry in history.rows:
            if entry.topic == "malbild" or not entry.text:
                continue
            words = re.findall(r"[0-9]+(?:,[0-9]+)?|[a-zåäö]+", entry.text.lower())
            numbers = {small.get(word, word).replace(",", ".") for word in words}
            if entry.figures:
                assert f"{entry.figures[0].value:f}" in numbers, (entry.county_code, entry.topic)


def test_an_unknown_county_is_said_in_swedish() -> None:
    with pytest.raises(UnknownNameError, match="”99”"):
        figures.history("99")
