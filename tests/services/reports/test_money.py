"""The arithmetic of the money: against the agreement's tables, and against what people type."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.catalog.counties import counties
from nvplan.catalog.figures import money
from nvplan.model.errors import InputError
from nvplan.services.reports.money import account, account_line, accounts, allotments
from nvplan.services.reports.money_forms import fill
from nvplan.services.reports.opening import open_reports
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import build, cells, new_county, page, put

NBSP = "\u00a0"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return new_county(tmp_path)


# -- against the agreement's tables ------------------------------------------------------------------------------------
def test_the_proposals_of_all_counties_sum_to_the_agreements_totals(tmp_path: Path) -> None:
    region = kommuner = Decimal(0)
    for county in counties():
        plan = new_county(tmp_path, county.code, rss=() if county.is_one_body else ("RSS",))
        actors = {one.id: allotments(plan.state, one) for one in plan.state.actors if one.type in ("region", "rss")}
        region += sum(one.total for found in actors.values() for one in found if one.recipient == "region")
        kommuner += sum(one.total for found in actors.values() for one in found if one.recipient == "kommuner")
        plan.close()
    assert region == money(2023).column_sum("region", "total") == 5_043_000_000
    assert kommuner == money(2023).column_sum("kommuner", "total") == 1_050_000_000


@pytest.mark.parametrize(("county", "actor", "amounts"), [
    ("07", "region", [96_423_963]), ("07", "rss", [28_519_976]), ("09", "region", [43_355_825, 6_650_626]),
])
def test_a_recipient_gets_its_own_rows(tmp_path: Path, county: str, actor: str, amounts: list[int]) -> None:
    state = new_county(tmp_path, county).state
    body = state.actor(actor)
    assert body is not None
    found = allotments(state, body)
    assert [one.total for one in found] == amounts
    assert all(one.year == 2023 and one.source.lines for one in found)


def test_several_rss_are_given_no_share_that_nobody_knows(tmp_path: Path) -> None:
    session = new_county(tmp_path, "14", rss=("RSS Ett", "RSS Två"))
    for body in session.state.actors:
        if body.type == "rss":
            assert allotments(session.state, body) == []
            assert "Med flera RSS" in page(build(session, "rekvisition", actor=body))


def test_an_amount_of_another_year_is_told_with_its_year_and_never_filled_in(session: PlanSession) -> None:
    built = build(session, "rekvisition", actor=session.state.actor("region"))
    assert cells(built)["2.4 Belopp som rekvireras"] == "", "what is not known is blank for ink"
    text = page(built)
    amount = f"96{NBSP}423{NBSP}963{NBSP}kr"
    assert f"Tabellen för 2023 ger regionen {amount} (källa: Överenskommelsen 2023, Bilaga 3" in text
    assert "Beloppet gäller 2023. Kontrollera vad som gäller för er period." in text


def test_in_the_tables_own_year_the_amount_is_proposed_and_says_so(session: PlanSession) -> None:
    put(session, "rapporttillfalle", "r", title="R", form="rekvisition2023", actor="region", period_start="2023-01-01",
        period_end="2023-12-31", deadline="2023-12-01")
    value = cells(build(session, "rekvisition", actor=session.state.actor("region")))["2.4 Belopp som rekvireras"]
    assert value == f"96{NBSP}423{NBSP}963{NBSP}kr", "what is signed holds an amount and no note"
    assert "Bilaga 3. Medel till regionerna (exklusive VFU-satsning) (förslag, kontrollera mot beslutet)" in (
        page(build(session, "rekvisition", actor=session.state.actor("region"))))
    assert cells(build(session, "rekvisition", actor=session.state.actor("region")))[
        "2.3 Överenskommelsens benämning"].startswith("God och nära vård 2023")


def test_gotlands_region_is_told_both_rows_and_their_sum(tmp_path: Path) -> None:
    session = new_county(tmp_path, "09")
    text = page(build(session, "rekvisition"))
    assert f"Tillsammans {43_355_825 + 6_650_626:,}{NBSP}kr".replace(",", NBSP) in text


def test_both_pages_of_a_form_say_the_same_of_year_and_amount(tmp_path: Path) -> None:
    session = new_county(tmp_path, "14", rss=("RSS Ett", "RSS Två"))
    first, second = (one for one in session.state.actors if one.type == "rss")
    put(session, "medel", "m", title="M", actor=first.id, year=2026, granted="11 800 000")
    built = build(session, "rekvisition", actor=first)
    assert cells(built)["2.4 Belopp som rekvireras"] == f"11{NBSP}800{NBSP}000{NBSP}kr"
    assert cells(built)["2.5 Rekvisitionen avser perioden"] == "kalenderåret 2026"
    assert "Hämtat ur Medel i planen: belopp som rekvireras; rekvisitionen avser perioden." in page(built)
    assert "Hämta beloppet ur beslutet" not in page(built)
    assert "Kontrollera beloppet mot beslutet." in page(built)
    other = build(session, "rekvisition", actor=second)
    assert cells(other)["2.4 Belopp som rekvireras"] == cells(other)["2.5 Rekvisitionen avser perioden"] == ""
    assert "2027" not in page(other), "nobody has said which year"
    assert "Hämta beloppet ur beslutet." in page(other)
    assert "inget rapporttillfälle" not in page(other)
    assert "Lägg upp ett rapporttillfälle med period och sista dag" in page(other)


def test_money_that_is_paid_out_is_not_asked_for_without_a_word(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", granted="1000")
    assert "redan utbetalda" not in page(build(session, "rekvisition", actor=session.state.actor("region")))
    put(session, "medel", "m", received="1000")
    assert f"Enligt Medel i planen är 1{NBSP}000{NBSP}kr för 2027 redan utbetalda." in page(
        build(session, "rekvisition", actor=session.state.actor("region")))
    put(session, "rapporttillfalle", "r", title="R", form="rekvisition2023", actor="region", period_start="2027-01-01",
        period_end="2027-12-31", deadline="2027-12-01", sent="2027-03-01")
    assert "redan utbetalda" not in page(build(session, "rekvisition", actor=session.state.actor("region"))), (
        "what was asked for before it was paid out was asked for in time")


# -- what is left ------------------------------------------------------------------------------------------------------
def test_what_is_left_is_what_was_received_less_the_costs(session: PlanSession) -> None:
    put(session, "insats", "team", title="Mobilt team", cost="250 000,50")
    put(session, "medel", "m", title="Nära vård", actor="region", received="1 000 000", repay_by="2028-03-31",
        costs=["team: 300 000,25", "Löner: 99 999,75"])
    found = account(session.state, "region", 2027)
    assert found.used == Decimal("400000.00")
    assert found.unused == found.left == Decimal("600000.00")
    assert [(cost.title, cost.effort) for cost in found.costs] == [("Mobilt team", "team"), ("Löner", "")]
    assert found.repay_by == "2028-03-31"
    put(session, "medel", "m", repaid="2028-02-01", repaid_amount="100 000")
    assert account(session.state, "region", 2027).left == Decimal("500000.00")


def test_without_posts_the_costs_are_those_of_the_insatser(session: PlanSession) -> None:
    put(session, "insats", "a", title="A", cost="700")
    put(session, "insats", "b", title="B")
    put(session, "medel", "m", title="M", actor="region", received="1000", efforts=["a", "b"])
    found = account(session.state, "region", 2027)
    assert [found.used, found.unused] == [700, 300]
    assert any("B" in fault and "ingen kostnad" in fault for fault in found.faults)


def test_used_money_is_that_of_what_has_begun_and_of_the_year(session: PlanSession) -> None:
    put(session, "insats", "a", title="Pågår", state="pagaende", cost="700", start="2027-01-01", end="2027-06-30")
    put(session, "insats", "b", title="Planeras", state="planerad", cost="50", start="2027-09-01", end="2027-12-31")
    put(session, "insats", "c", title="Två år", state="pagaende", cost="60", start="2026-09-01", end="2027-12-31")
    put(session, "medel", "m", title="M", actor="region", received="1000", efforts=["a", "b", "c"])
    found = account(session.state, "region", 2027)
    assert [(one.title, one.amount) for one in found.costs] == [("Pågår", 700), ("Två år", None)]
    assert found.faults == ("Insatsen Planeras har inte börjat. Den räknas inte till det som är använt.",
                            "Det framgår inte hur mycket av kostnaden för Två år som hör till 2027. Skriv den i "
                            "Kostnad per år på insatsen, eller som en post.")
    put(session, "insats", "c", yearly_costs=["2026: 20", "2027: 40"])
    assert account(session.state, "region", 2027).used == 740


def test_an_insats_that_two_sums_paid_for_is_counted_once_and_pointed_out(session: PlanSession) -> None:
    put(session, "insats", "a", title="A", cost="700")
    for one in ("m1", "m2"):
        put(session, "medel", one, title=one, actor="region", received="1000", efforts=["a"])
    found = account(session.state, "region", 2027)
    assert found.used == 700
    assert "m1" in found.faults[0]
    assert "m2" in found.faults[0]


def test_costs_above_the_money_leave_nothing_and_are_the_actors_own(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", received="1000", costs=["Löner: 1 250"])
    found = account(session.state, "region", 2027)
    assert [found.unused, found.exceeded] == [0, 250]
    assert f"Kostnaderna är 250{NBSP}kr högre än bidraget" in page(build(session, "ekonomi",
                                                                         actor=session.state.actor("region")))


def test_unknown_is_not_zero(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", received="1000")
    found = account(session.state, "region", 2027)
    assert found.used is None
    assert found.unused is None
    assert cells(build(session, "ekonomi", actor=session.state.actor("region")))[
        "3.4 Medel som inte har förbrukats (Bidrag – kostnader)"] == ""


def test_years_and_actors_are_kept_apart(session: PlanSession) -> None:
    put(session, "medel", "a", title="A", actor="region", year=2026, received="1")
    put(session, "medel", "b", title="B", actor="region", received="2")
    put(session, "medel", "c", title="C", actor="rss", received="4")
    assert [(one.actor, one.year, one.received) for one in accounts(session.state)] == [
        ("region", 2026, Decimal(1)), ("region", 2027, Decimal(2)), ("rss", 2027, Decimal(4))]


# -- the form ----------------------------------------------------------------------------------------------------------
def _accounts(session: PlanSession, **fields: object) -> str:
    put(session, "rapporttillfalle", "e", **{
        "title": "E", "form": "ekonomi2023", "actor": "region", "period_start": "2027-01-01",
        "period_end": "2027-12-31", **fields})
    return page(build(session, "ekonomi", actor=session.state.actor(str(fields.get("actor", "region")))))


def test_the_form_says_what_is_missing_at_its_place(session: PlanSession) -> None:
    text = _accounts(session)
    assert "Båda diarienumren från Regeringskansliet ska stå på handlingen, 0 av 2 finns" in text
    assert "Ekonomichefen, eller motsvarande, har inte valt alternativ 1 eller 2" in text
    assert "underskrift i original" in text
    assert "UTKAST" in text
    for word in ("inskickad", "inlämnad av nvplan", "är inlämnat"):
        assert word not in text.lower()


def test_one_diary_number_is_not_two_and_two_alike_are_one(session: PlanSession) -> None:
    assert "1 av 2 finns" in _accounts(session, diary_numbers=["S2027/1"])
    assert "diarienumren är lika" in _accounts(session, diary_numbers=["S2027/1", "s 2027/1"])
    complete = _accounts(session, diary_numbers=["S2027/1", "S2027/2"])
    assert "av 2 finns" not in complete
    assert "S2027/2" in complete


def test_the_numbers_of_the_agreement_are_written_once_for_both_forms_of_a_year(session: PlanSession) -> None:
    put(session, "rapporttillfalle", "r", title="R", form="rekvisition2023", actor="region", period_start="2027-01-01",
        period_end="2027-12-31", diary_numbers=["S2027/1", "S2027/2"])
    assert "S2027/2" in _accounts(session)
    assert "S2027/2" not in _accounts(session, actor="rss")
    other = _accounts(session, actor="region", diary_numbers=["S2027/9"])
    assert "1 av 2 finns" in other
    assert "Överenskommelsen har två diarienummer: S2027/9 här och S2027/1 i den andra blanketten" in other
    fuller = _accounts(session, actor="region", diary_numbers=["s 2027/1"])
    assert "av 2 finns" not in fuller
    assert "två diarienummer" not in fuller
    assert "S2027/2" in fuller, "the decision to pay goes with its agreement"


def test_sums_that_do_not_add_up_are_pointed_out_with_both_amounts(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", received="1000", costs=["Löner: 400"])
    _accounts(session)
    with session.transaction("satt", "e", "rapporttillfalle") as change:  # as an older file may have it
        known = change.get("rapporttillfalle", "e") or {}
        change.put("rapporttillfalle", "e", {**known, "received": "900", "costs": "300", "unused": "1"})
    again = PlanSession.open(session.address)
    text = page(build(again, "ekonomi", actor=again.state.actor("region")))
    assert f"mottaget bidrag är 900{NBSP}kr på rapporttillfället men 1{NBSP}000{NBSP}kr under Medel" in text
    assert f"kostnader är 300{NBSP}kr på rapporttillfället men 400{NBSP}kr under Medel" in text
    assert f"angivna till 1{NBSP}kr, men bidraget minus kostnaderna blir 500{NBSP}kr" in text


def test_amounts_are_written_on_the_funds_and_an_older_files_can_only_be_emptied(session: PlanSession) -> None:
    with pytest.raises(InputError, match="skrivs på aktörens medel"):
        put(session, "rapporttillfalle", "e", title="E", form="ekonomi2023", actor="region", received="900")
    put(session, "rapporttillfalle", "e", title="E", form="ekonomi2023", actor="region")
    with session.transaction("satt", "e", "rapporttillfalle") as change:
        change.put("rapporttillfalle", "e", {**(change.get("rapporttillfalle", "e") or {}), "received": "900"})
    put(session, "rapporttillfalle", "e", received="900", note="Samma som förut")
    with pytest.raises(InputError, match="Mottagna medel"):
        put(session, "rapporttillfalle", "e", received="901")
    put(session, "rapporttillfalle", "e", received="")
    assert "received" not in (session.repository.get("rapporttillfalle", "e") or {})


def test_the_finance_managers_alternatives_exclude_each_other(session: PlanSession) -> None:
    _accounts(session, certificate="alternativ_2")
    report = open_reports(session, "ekonomi", session.state.actor("region"))[0]
    fields = fill(report, {}, without_names=False).fields
    assert (fields["4.1"].chosen, fields["4.2"].chosen) == (False, True)
    assert fields["4.3"].missing


def test_the_day_for_repaying_is_a_suggestion_until_it_is_confirmed(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", received="1000", costs=["Löner: 400"])
    assert f"600{NBSP}kr är kvar. Förslag på sista dag för återbetalning: 31 mars 2028" in _accounts(session)
    put(session, "datum", "d2023-09", title="Betala tillbaka", date="2028-03-15", standing="bekraftad")
    assert f"600{NBSP}kr är kvar och ska betalas tillbaka senast den 15 mars 2028." in _accounts(session)
    put(session, "medel", "m", repay_by="2028-02-01")
    assert "senast den 1 februari 2028" in _accounts(session)


# -- bad input ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("fields", "words"), [
    ({"received": "tusen"}, "Utbetalt"), ({"received": "1,5,0"}, "Utbetalt"), ({"received": "1.000"}, "Utbetalt"),
    ({"received": "-5"}, "Utbetalt"), ({"costs": ["Löner: 12x"]}, "Rad 1"), ({"costs": ["Löner: 1,2,3"]}, "Rad 1"),
    ({"costs": ["Löner: 1", "Resor"]}, "Rad 2"), ({"costs": ["Löner: -4"]}, "mindre än noll"),
    ({"costs": [": 4"]}, "Rad 1"), ({"costs": ["Löner: 100", "Resor: 50"], "used": "149"}, "150 kr tillsammans"),
    ({"received_date": "2027-06-01", "repay_by": "2027-05-31"}, "innan de är utbetalda"),
    ({"received_date": "2027-06-01", "repaid": "2027-05-01"}, "innan de är utbetalda"),
    ({"received": "100", "repaid_amount": "101"}, "är mer än"), ({"received_date": "2027-02-30"}, "Utbetalt den"),
    ({"actor": "0180"}, "Mottagare"), ({"efforts": ["finns-inte"]}, "Insatser"), ({"year": "tjugosju"}, "År"),
])
def test_bad_input_gets_a_sentence_at_its_place_and_nothing_is_stored(session: PlanSession, fields: dict[str, object],
                                                                      words: str) -> None:
    put(session, "medel", "m", title="M", actor="region", note="Kvar")
    before, revision = json.dumps(session.repository.get("medel", "m")), session.state.revision
    with pytest.raises(InputError) as caught:
        put(session, "medel", "m", **{"note": "Halv", **fields})
    assert words in str(caught.value)
    assert json.dumps(session.repository.get("medel", "m")) == before
    assert session.state.revision == revision


def test_posts_that_make_the_sum_are_taken(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", costs="Löner: 100\nResor: 50 kr", used="150")
    assert account(session.state, "region", 2027).used == 150


def test_the_form_holds_six_costs_and_the_guidance_all_of_them(session: PlanSession) -> None:
    posts = [f"Post {number}: {number}000" for number in range(1, 9)]
    put(session, "medel", "m", title="M", actor="region", received="100 000", costs=posts)
    text = page(build(session, "ekonomi", actor=session.state.actor("region")))
    form, guidance = text.split("Vägledning (skrivs inte under)")
    assert form.count("Post ") == 5
    assert "Övriga poster (3 stycken)" in form
    assert guidance.count("Post ") == 8


@pytest.mark.parametrize("document", ["rekvisition", "ekonomi"])
def test_the_form_says_by_when_it_is_to_be_there_and_the_guidance_that_no_day_is_set(
        session: PlanSession, document: str) -> None:
    actor = session.state.actor("region")
    label = {"rekvisition": "Rekvisitionen", "ekonomi": "Redovisningen"}[document] + " ska vara framme senast"
    built = build(session, document, actor=actor)
    form, guidance = page(built).split("Vägledning (skrivs inte under)")
    assert label not in [fact.label for fact in built.meta]
    assert "ingen dag är satt" not in form
    assert "ingen dag är satt" in guidance
    put(session, "rapporttillfalle", "r", title="R", form=f"{document}2023", actor="region", deadline="2028-03-31")
    form, guidance = page(build(session, document, actor=actor)).split("Vägledning (skrivs inte under)")
    assert "31 mars 2028" not in form, "nobody has confirmed it"
    assert "31 mars 2028, ett förslag som ni inte har bekräftat" in guidance
    put(session, "rapporttillfalle", "r", deadline_standing="bekraftad")
    said = {fact.label: fact for fact in build(session, document, actor=actor).meta}
    assert said[label].value == "31 mars 2028"


def test_an_amount_is_written_one_way_from_a_thousand_on(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", granted="1250", received="12500", costs=["Löner: 9999"])
    text = page(build(session, "ekonomi", actor=session.state.actor("region")))
    for amount in (f"1{NBSP}250{NBSP}kr", f"12{NBSP}500{NBSP}kr", f"9{NBSP}999{NBSP}kr", f"2{NBSP}501{NBSP}kr"):
        assert amount in text


@pytest.mark.parametrize("document", ["rekvisition", "ekonomi"])
def test_what_stands_on_a_page_to_sign_is_as_true_when_it_is_signed(session: PlanSession, document: str) -> None:
    assert build(session, document, actor=session.state.actor("region")).mark == "Gäller när den är undertecknad"


def test_the_guidance_names_the_fields_that_are_left_for_ink(session: PlanSession) -> None:
    text = page(build(session, "rekvisition", actor=session.state.actor("region")))
    assert ("Fylls i för hand\nOrganisationsnummer, kontaktperson, postadress, telefon inkl. riktnummer, faxnummer, "
            "e-postadress, Bankgiro/Plusgiro och önskad betalningsreferens") in text
    given = {"region": {"organisationsnummer": "232100-0065", "kontaktperson": "Ekonomidirektör"}}
    text = page(build(session, "rekvisition", actor=session.state.actor("region"), contacts=given))
    assert "Fylls i för hand\nPostadress, telefon" in text


def test_every_amount_that_the_plans_funds_say_is_told_as_taken_from_them(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", granted="1000", received="900", costs=["Löner: 700"])
    text = page(build(session, "ekonomi", actor=session.state.actor("region")))
    assert ("Hämtat ur Medel i planen: summa bidrag enligt överenskommelsen; summa bidrag som utbetalats från "
            "regeringen/Regeringskansliet; period som den ekonomiska redovisningen avser; bidrag som erhållits av "
            "regeringen/Regeringskansliet; summa kostnader.") in text


def test_the_money_that_is_left_is_told_once_and_in_a_sentence(session: PlanSession) -> None:
    put(session, "medel", "m", title="M", actor="region", received="900", costs=["Löner: 700"], year=2026)
    one = accounts(session.state)[0]
    assert account_line(one).endswith(f"kvar 200{NBSP}kr. Det som är kvar ska betalas tillbaka. Ingen dag är angiven.")
    put(session, "medel", "m", title="M", actor="region", received="900", costs=["Löner: 700"], year=2026,
        repay_by="2027-03-31")
    assert account_line(accounts(session.state)[0]).endswith(
        f"kvar 200{NBSP}kr. Det som är kvar ska betalas tillbaka senast den 31 mars 2027.")
