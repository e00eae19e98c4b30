"""How numbers, roles, days and lists are written in a sentence: one alone in the singular, a role without a capital."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.document import Paragraph
from nvplan.model.numbers import without_unit
from nvplan.model.values import check_value, show_value
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import units as units_texts
from tests.services.documents.plans import build, shown


@pytest.mark.parametrize(("several", "one"), [
    ("personer", "person"), ("individer", "individ"), ("enheter", "enhet"), ("dagar", "dag"), ("månader", "månad"),
    ("minuter", "minut"), ("veckor", "vecka"), ("platser", "plats"), ("timmar per vecka", "timme per vecka"),
    ("tjänster", "tjänst"), ("heltider", "heltid"), ("vårdcentraler", "vårdcentral"), ("insatser", "insats"),
    ("utbildningar", "utbildning"), ("kommuner", "kommun"),
    ("årsarbetare", "årsarbetare"), ("läkare", "läkare"), ("svar", "svar"), ("meter", "meter"), ("%", "%"), ("", ""),
    ("privata vårdcentraler", "privata vårdcentraler")])
def test_a_unit_is_said_of_one_alone_in_its_singular(several: str, one: str) -> None:
    assert units_texts.of_one(several) == one


def test_no_question_tells_one_of_anything_in_the_plural() -> None:
    counted = [question for question in all_questions().values() if question.kind == "tal" and question.unit]
    assert len(counted) > 20
    for question in counted:
        told = show_value(question, "1")
        assert not re.fullmatch(r"1\s(dagar|timmar.*|veckor|månader|minuter|personer|enheter|platser|tjänster)", told)
        assert without_unit(told.replace("\u00a0", " "), question.unit).split()[0] == "1", "what is shown is read back"


def test_one_person_and_one_month_stand_in_a_plan_as_they_are_said(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    for question, value in (("3.3.oversyn", "bada"), ("3.3.oversyn-manader", "1"), ("3.1.storlek", "1")):
        session.do(SetAnswer(question, check_value(all_questions()[question], value)))
    text = shown(build(session, "patientkontrakt"))
    assert "Målgruppen är 1\u00a0person." in text
    assert "1\u00a0månad mellan översynerna" in text
    session.close()


def test_a_role_has_no_capital_after_a_colon_and_a_name_keeps_its_own(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    for actor, role in (("region", "MAS i regionen"), ("0780", "Växjös socialchef"), ("0764", "Socialchef"),
                        ("0760", "Vi delar på det.")):
        session.do(SetAnswer("2.1.roll", role, actor))
    told = {block.lead: block.text for block in build(session, "kontinuitet").blocks if isinstance(block, Paragraph)}
    assert told["Ansvarig roll för kontinuitet"].startswith(
        "Region Kronoberg: MAS i regionen. Alvesta: socialchef. Uppvidinge: Vi delar på det. Växjö: Växjös socialchef.")
    session.close()


@pytest.mark.parametrize(("role", "told"), [
    ("Primärvårdschef, regionen", "primärvårdschef, regionen"), ("Region Kronoberg, primärvårdschefen",
                                                                 "Region Kronoberg, primärvårdschefen"),
    ("Växjös socialchef", "Växjös socialchef"), ("HSD", "HSD")])
def test_a_role_within_a_sentence_has_no_capital(tmp_path: Path, role: str, told: str) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("2.0.planform", "egen"))
    session.do(SetAnswer("2.0.planagare", role))
    found = {block.lead: block.text for block in build(session, "kontinuitet").blocks if isinstance(block, Paragraph)}
    assert found["Planens form och tid"] == f"Länet har en egen handlingsplan för kontinuitet. Planens ägare: {told}."
    assert found[page_texts.OWNER] == f"{role}."
    session.close()


def test_days_stand_in_their_order_with_those_they_belong_to(example: PlanSession) -> None:
    told = {block.lead: block.text for block in build(example, "kontinuitet").blocks if isinstance(block, Paragraph)}
    assert told["När kommunerna var med, eller ska vara med"].startswith(
        "Alvesta: maj 2026. Ljungby och Växjö: 10 juni 2026. Markaryd: november 2026.")


def test_many_numbers_are_told_as_the_least_and_the_largest(western: PlanSession) -> None:
    told = {block.lead: block.text for block in build(western, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    assert told["Läkartid i kommunal vård"].startswith(
        "22 av 27 kommuner har svarat, från 9,5 till 84\u00a0timmar per vecka. "
        "Källa: 2026, avtalet om läkarmedverkan (påhittat exempel). För fem kommuner finns inget svar än. "
        "Vad var och en har svarat står i bilagan")
    assert told["Årsarbetare för samordning"].startswith("Västra Götalandsregionen: 1,5\u00a0årsarbetare. ")


@pytest.mark.parametrize(("items", "told"), [
    (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "barn och unga"], "a, b samt barn och unga"),
    (["a", "lagar och regler", "c"], "a, lagar och regler samt c"),
    (["”a och b”", "”c”"], "”a och b” och ”c”"),
    (["a", "patient- och anhörigorganisationer"], "a och patient- och anhörigorganisationer")])
def test_a_list_whose_last_items_have_an_och_of_their_own_says_samt(items: list[str], told: str) -> None:
    assert documents_texts.listed(items) == told


@pytest.mark.parametrize(("states", "told"), [
    (("pagaende", "paborjad"), "insatser som pågår har en kostnad"),
    (("planerad", "pagaende"), "insatser som planeras eller pågår har en kostnad"),
    (("pausad", "pausad"), "insatser som är pausade har en kostnad"),
    (("planerad", "pagaende", "pausad"), "insatser som planeras, pågår eller är pausade har en kostnad")])
def test_the_cost_names_the_states_that_there_are(tmp_path: Path, states: tuple[str, ...], told: str) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    for number, state in enumerate(states):
        session.do(SetObject("insats", f"i{number}", {"title": f"Insats {number}", "plans": ["gemensam"],
                                                      "state": state, **({"cost": "5"} if not number else {})}))
    found = {block.lead: block.text for block in build(session, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    assert told in found[page_texts.COST]
    session.close()


def test_how_long_the_agreement_s_plan_holds_is_told_as_proposed_until_it_is_decided(example: PlanSession) -> None:
    text = shown(build(example, "patientkontrakt"))
    assert "Planen föreslås gälla till och med 31 december 2028." in text
    assert "Planen gäller till och med" not in text
    assert "Införandet omfattar 74\u00a0enheter. Av dem drivs 15\u00a0enheter av privata utförare." in text
