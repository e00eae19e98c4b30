"""Counties and kommuner: all of them, found however they are written, with the actors that a plan starts from."""

from __future__ import annotations

import pytest

from nvplan.catalog.counties import counties, find_county, first_actors
from nvplan.catalog.figures import funding_basis
from nvplan.model.collation import sort_key
from nvplan.model.errors import UnknownNameError


def test_there_are_21_counties_and_290_kommuner() -> None:
    assert len(counties()) == 21
    codes = [kommun.code for county in counties() for kommun in county.municipalities]
    assert len(codes) == len(set(codes)) == 290
    assert all(kommun.code.startswith(county.code) for county in counties() for kommun in county.municipalities)


def test_counties_stand_in_the_order_of_their_codes() -> None:
    assert [county.code for county in counties()] == sorted(county.code for county in counties())


@pytest.mark.parametrize("written", [
    "07", "7", " 07 ", "Kronoberg", "kronoberg", "KRONOBERG", "Kronobergs", "Kronobergs län", "kronobergs lan",
    "Kronoberg län", "kronobergslän", "Region Kronoberg", "region kronobergs län", "Region-Kronoberg",
])
def test_kronoberg_is_found_however_it_is_written(written: str) -> None:
    assert find_county(written).code == "07"


@pytest.mark.parametrize(("written", "code"), [
    ("Sörmland", "04"), ("Södermanland", "04"), ("Region Sörmland", "04"), ("Jönköpingslän", "06"),
    ("Kalmarlän", "08"), ("VGR", "14"), ("Västra Götalandsregionen", "14"), ("vastra gotaland", "14"),
    ("Örebrolän", "18"), ("Jämtland Härjedalen", "23"), ("Jämtland", "23"), ("Region Uppsala län", "03"),
    ("Region Stockholms län", "01"), ("Dalarna", "20"), ("Ska\u030ane", "12"),
])
def test_every_other_spelling_of_the_sources_is_found(written: str, code: str) -> None:
    assert find_county(written).code == code


def test_every_name_in_the_money_tables_means_its_county() -> None:
    for entry in funding_basis():
        assert {find_county(name).code for name in entry.names} == {entry.county_code}


@pytest.mark.parametrize("written", ["Kronobrg", "", "  ", "26", "Norge", "län"])
def test_what_is_no_county_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(UnknownNameError, match="till exempel 07 eller Kronoberg"):
        find_county(written)


def test_a_misspelt_county_gets_the_nearest_names() -> None:
    with pytest.raises(UnknownNameError, match="Menar ni Kronoberg"):
        find_county("Kronobrg")


def test_gotland_is_one_body_that_answers_as_region_kommun_and_rss() -> None:
    gotland = find_county("Gotland")
    assert gotland.is_one_body
    (body,) = first_actors(gotland)
    assert body.name == "Region Gotland"
    assert all(body.acts_as(kind) for kind in ("region", "kommun", "rss"))
    assert [county.name for county in counties() if county.is_one_body] == ["Gotlands län"]


def test_kronoberg_starts_with_its_region_one_rss_and_eight_kommuner_in_swedish_order() -> None:
    actors = first_actors(find_county("07"))
    assert [actor.type for actor in actors] == ["region", "rss"] + ["kommun"] * 8
    assert [actor.name.split()[0] for actor in actors[2:]] == [
        "Alvesta", "Lessebo", "Ljungby", "Markaryds", "Tingsryds", "Uppvidinge", "Växjö", "Älmhults"]
    assert actors[2].id == "0764"


def test_vastra_gotaland_has_49_kommuner_and_several_rss() -> None:
    actors = first_actors(find_county("VGR"))
    kommuner = [actor for actor in actors if actor.type == "kommun"]
    assert len(kommuner) == 49
    assert [kommun.name for kommun in kommuner] == sorted((kommun.name for kommun in kommuner), key=sort_key)
    bodies = [actor for actor in actors if actor.type == "rss"]
    assert {body.name for body in bodies} >= {"Fyrbodal", "Boråsregionen", "Göteborgsregionen", "Skaraborg"}
    assert len({actor.id for actor in actors}) == len(actors)
    assert all(body.id.isascii() and body.id.startswith("rss-") for body in bodies)


def test_the_countys_own_names_for_its_rss_win() -> None:
    bodies = [actor for actor in first_actors(find_county("14"), rss=("Ett", "Två")) if actor.type == "rss"]
    assert [body.name for body in bodies] == ["Ett", "Två"]
