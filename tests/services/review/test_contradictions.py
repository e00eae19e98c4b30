"""What answers say against each other, beyond the one case that each rule has among the cases."""

from __future__ import annotations

from nvplan.model.plan import Answer, PlanState
from nvplan.services.review.findings import review_state
from tests.services.review.plans import NOT_THERE_YET, TODAY, Answers, found, places, state, thing

NOBODY = state()


def texts(rule: str, answers: Answers) -> list[str]:
    """Return what a rule says of a plan with these answers."""
    return [one.text for one in found(state(answers)) if one.rule == rule]


def test_an_empty_plan_is_told_what_is_missing_in_a_few_lines() -> None:
    told = review_state(NOBODY, TODAY)
    assert {one.rule for one in told} == set(NOT_THERE_YET)
    assert len(told) == 6
    assert all(one.level == "info" for one in told)
    joint = next(one.text for one in told if one.place == "plan:gemensam")
    assert "kärnfrågor i den gemensamma planen är inte klara: Ramar och mandat (" in joint
    assert "och" in joint
    assert [one.text for one in told if one.place == "mal:"] == [
        "Inget mål är inlagt för den gemensamma planen, planen för kontinuitet och planen för patientkontrakt."]


def test_what_is_there_is_no_longer_missing() -> None:
    some = state({"1.0.struktur": "byggs"}, [thing("insats", plans=["gemensam", "kontinuitet"])])

    def joint(plan: PlanState) -> str:
        return next(one.text for one in review_state(plan, TODAY) if one.place == "plan:gemensam")

    count = [int(joint(plan).split()[0]) for plan in (NOBODY, some)]
    assert count[0] - count[1] == 1
    assert [one.text for one in review_state(some, TODAY) if one.place == "insats:"] == [
        "Ingen insats är inlagd för planen för patientkontrakt. Den som finns hör till den gemensamma planen och "
        "planen för kontinuitet."]


def test_everyone_who_contradicts_the_county_is_told_in_one_finding() -> None:
    told = texts("svar-mot-svar", answers={"1.1.lage": "ej_paborjad", ("1.1.beslut", "0760"): "antagen",
                                           ("1.1.beslut", "0780"): "antagen"})
    assert len(told) == 1
    assert told[0].endswith("” (Uppvidinge kommun, Växjö kommun).")


def test_of_several_chosen_only_what_is_meant_is_told() -> None:
    assert not texts("svar-mot-svar", answers={"3.2.sju-anvands": "nej"})
    assert texts("svar-mot-svar", answers={"3.2.sju-anvands": "nej", "3.13.matt": ["sju-fragor", "antal"]}) == [
        "Svaret ”Nej” på ”Följer ni upp med SKR:s 7 frågor eller egna frågor om samma sak?” går inte ihop med svaret "
        "”Skillnaden i SKR:s 7 frågor” på ”Vilka mått följer ni överenskommelsen med?”."]


def test_sip_decided_and_unclear() -> None:
    decided = {"3.0.relation-beslut": "beslutat"}
    assert texts("sip-motsagelse", answers={**decided, "3.0.relation": [{"plan": "SIP", "relation": "oklart"}]})
    assert not texts("sip-motsagelse", answers={**decided, "3.0.relation": [{"plan": "SIP", "relation": "ar"}]})


def test_a_row_s_part_above_its_whole_is_told_with_its_row() -> None:
    rows = [{"kontakt": "Läkare", "med_kontakt": "30", "boende": "40"},
            {"kontakt": "Vårdkontakt", "med_kontakt": "41", "boende": "40"}]
    told = texts("del-storre-an-helhet", answers={("2.10.sabo", "0780"): rows})
    assert len(told) == 1
    assert told[0].endswith(", på rad 2.")


def test_limits_of_numbers_choices_and_cells() -> None:
    assert texts("svar-over-gransen", answers={"1.4.svarstid": "366"})[0].endswith("366 är mer än 365.")
    assert texts("svar-over-gransen", answers={"1.6.aktorer": ["inga", "skola"]})[0].count("Inga") == 1
    assert not texts("svar-over-gransen", answers={"1.4.svarstid": "365"})


def test_a_carried_last_day_counts_once_it_is_confirmed() -> None:
    plan = state({"1.0.till": Answer(value="2026-12-31", carried=True)})
    assert {rule for rule, _ in places(plan)} == {"overtaget-obekraftat"}


def test_a_part_of_a_sentence_does_not_run_into_the_word_before_it() -> None:
    assert texts("riktvarde-som-grans", answers={"2.8.anvandning": "tak"}) == [
        "Ni använder talet 1 100 som ett tak utan att skriva varför."]
