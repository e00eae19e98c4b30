"""What a plan says of how far it has come: a pace, a spread, a routine and a section are what they are called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.model.document import Heading, Paragraph
from nvplan.model.objects import Attachment, Effort
from nvplan.services.documents.attachments import validity
from nvplan.services.writing.commands import Command, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from tests.services.documents.plans import build, shown, tables

_GOAL = {"title": "1 500 personer", "plans": ["patientkontrakt"], "unit": "antal", "unit_text": "personer",
         "direction": "hogre", "baseline": "210", "baseline_year": 2026, "target": "1500", "date": "2028-12-31"}


def plan_of(path: Path, *commands: Command[str]) -> PlanSession:
    """Make a plan in which these things have been done."""
    session = create_plan(path / "a.nvplan", "07", 2027)
    for command in commands:
        session.do(command)
    return session


def measured(number: int, value: str, date: str) -> Command[str]:
    """Return that a value of the goal was measured."""
    return SetObject("matning", f"m{number}", {"goal": "mal-1", "title": "Erbjudna", "value": value, "unit": "antal",
                                               "date": date})


@pytest.mark.parametrize("name", ["patientkontrakt", "handlingsplaner"])
def test_a_pace_takes_two_measurements(tmp_path: Path, name: str) -> None:
    session = plan_of(tmp_path, SetObject("mal", "mal-1", _GOAL), measured(1, "210", "2026-06-30"))
    paces = set(page_texts.PACE.values())

    def told() -> str:
        return next(row[2].text for table in tables(build(session, name)) for row in table.rows
                    if row[0].text == "1 500 personer")

    assert not [pace for pace in paces if pace in told()], "the base alone has no pace"
    text = shown(build(session, name))
    assert page_texts.FROM_HERE in text, "one value is not told as two"
    assert "på linjen" not in text
    session.do(measured(2, "900", "2027-06-30"))
    assert page_texts.PACE["fore"] in told()
    session.close()


@pytest.mark.parametrize("spread", sorted(documents_plans_texts.WANTED))
def test_what_is_planned_is_told_as_what_is_wanted_and_not_as_done(tmp_path: Path, spread: str) -> None:
    fields = {"title": "Läkarlinje", "plans": ["gemensam", "kontinuitet"], "spread": spread, "reached": 0,
              "reach_of": 8}
    session = plan_of(tmp_path, SetObject("insats", "i", {**fields, "state": "planerad"}))
    wanted = documents_plans_texts.WANTED[spread]
    for name in ("gemensam-plan", "kontinuitet", "handlingsplaner"):
        assert wanted in shown(build(session, name))
    session.do(SetObject("insats", "i", {**fields, "state": "pagaende"}))
    assert wanted not in shown(build(session, "gemensam-plan"))
    session.close()


def test_what_is_everywhere_is_as_many_as_the_table_of_states_has_in_use(example: PlanSession) -> None:
    document = build(example, "gemensam-plan")
    matrix = next(one for one in tables(document) if one.caption == documents_plans_texts.MATRIX)
    at = next(number for number, column in enumerate(matrix.columns) if column.title == "Breddinförd")
    in_use = sum(int(row[at].text) for row in matrix.rows if row[0].text in ("Påbörjad", "Pågående", "Avslutad"))
    doing = next(one.text for one in document.blocks
                 if isinstance(one, Paragraph) and one.lead == page_texts.DOING)
    assert f"är {statements_texts.count(in_use)} införda överallt" in doing
    assert documents_plans_texts.EFFORTS_ABOUT in shown(document), "what the row of planned ones means"
    assert any(one.spread == "breddinford" and one.state == "planerad"
               for one in example.state.objects["insats"].values() if isinstance(one, Effort))


@pytest.mark.parametrize(("fields", "said"), [
    ({"kind": "rutin", "status": "godkant", "date": "2020-02-12", "valid_to": "2021-02-12"},
     "Rutinen slutade gälla den 12 februari 2021."),
    ({"status": "utgaget"}, "Underlaget gäller inte längre."),
    ({"status": "godkant", "valid_to": "2099-12-31"}, ""),
])
def test_a_decided_routine_whose_time_has_run_out_says_so(tmp_path: Path, fields: dict[str, str], said: str) -> None:
    session = plan_of(tmp_path, SetAnswer("2.6.rutin", "beslutad_bada"), SetObject(
        "underlag", "u", {"title": "Rutin för utskrivning.", "questions": ["2.6.rutin"], **fields}))
    routine = next(one.text for one in build(session, "kontinuitet").blocks
                   if isinstance(one, Paragraph) and one.lead == "Rutin för registrering")
    assert "är beslutad" in routine
    assert routine.startswith(f"{said} Förut gällde det här: Rutinen" if said else "Rutinen"), "today comes first"
    session.close()


@pytest.mark.parametrize(("valid_to", "told"), [
    ("2026-12-28", "går ut inom en månad"), ("2026-12-31", "går ut inom två månader"),
    ("2027-02", "går ut inom tre månader"), ("2027-05-30", "går ut inom sex månader"), ("2027-05-31", "gäller"),
    ("2026-11-27", "har gått ut"),
])
def test_how_soon_something_runs_out_is_told_by_the_nearest_month(valid_to: str, told: str) -> None:
    found = Attachment.model_validate({"id": "u", "title": "Avtal", "valid_to": valid_to})
    assert validity(found, dt.date(2026, 11, 28)) == told


def test_a_section_that_the_list_at_the_end_names_stands_in_the_plan(island: PlanSession) -> None:
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt"):
        blocks = build(island, name).blocks
        headings = [block.text for block in blocks if isinstance(block, Heading)]
        end = next(place for place, block in enumerate(blocks)
                   if isinstance(block, Heading) and block.text == documents_plans_texts.UNANSWERED)
        named = [block.lead for block in blocks[end:] if isinstance(block, Paragraph) and block.lead]
        assert named
        assert set(named) <= set(headings)


def test_a_plan_without_hinders_has_no_word_of_them(island: PlanSession) -> None:
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner"):
        document = build(island, name)
        assert documents_plans_texts.OBSTACLES not in [one.text for one in document.blocks if isinstance(one, Heading)]
        assert "inga hinder" not in shown(document)


def test_what_many_actors_gave_stands_in_order_of_size_and_of_time(western: PlanSession) -> None:
    found = {one.caption.partition(". ")[2]: [row[0].text for row in one.rows]
             for one in tables(build(western, "gemensam-plan"))}
    assert found["Årsarbetare för samordning"] == [
        f"{number}\u00a0årsarbetare" for number in ("0,25", "0,5", "0,75", "1,0", "1,5")]
    assert found["Läkartid i kommunal vård"][:4] == [
        f"{number}\u00a0timmar per vecka" for number in ("9,5", "11", "22,5", "84")]
    assert found["Sista dag för avtalen om läkarmedverkan"][:3] == ["31 december 2026", "Juni 2027", "31 december 2028"]
    owners = found["Planens ägare"][:-1]
    assert owners[0] == "Socialchef", "the largest group first"


def test_what_two_plans_share_has_a_heading_only_where_they_share_something(island: PlanSession, example: PlanSession
                                                                            ) -> None:
    def chapters(session: PlanSession) -> list[str]:
        return [one.text for one in build(session, "handlingsplaner").blocks
                if isinstance(one, Heading) and one.level == 1]

    assert chapters(example)[-1] == documents_actions_texts.PART_SHARED
    assert documents_actions_texts.PART_SHARED not in chapters(island)
    assert chapters(island)[-2:] == [documents_plans_texts.UNANSWERED, documents_plans_texts.ABBREVIATIONS]
