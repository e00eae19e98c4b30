"""A register's objects are looked up by what they say; found is what one finds who asks each of them."""

from __future__ import annotations

from pathlib import Path

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import all_questions
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.reading.bound import fact
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from tests.example import example_session


def asked_one_by_one(session: PlanSession) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for identity, binding in bindings().items():
        one = fact(all_questions()[identity], binding, WHOLE_COUNTY)
        if one.is_plain_register and binding.type in session.state.objects:
            entries = [one.entry(each) for each in session.state.objects[binding.type].values()]
            found[identity] = [entry for entry in entries if entry is not None]
    return found


def told(session: PlanSession, identity: str) -> object:
    return session.state.answer(identity).value or []


def test_a_register_says_what_each_of_its_objects_says(tmp_path: Path) -> None:
    session = example_session(tmp_path / "p.nvplan")
    found = asked_one_by_one(session)
    assert len(found) > 8
    assert sum(map(len, found.values())) > 20
    assert {identity: told(session, identity) for identity in found} == found


def test_an_insats_in_several_plans_is_in_the_register_of_each(tmp_path: Path) -> None:
    session = example_session(tmp_path / "p.nvplan")
    session.do(SetObject("insats", "ny", {"title": "Ny", "plans": ["gemensam", "patientkontrakt"]}))
    session.do(SetObject("insats", "utan", {"title": "Utan plan"}))
    found = asked_one_by_one(session)
    assert {identity: told(session, identity) for identity in found} == found
    assert [identity for identity, rows in found.items()
            if any(row["id"] == "ny" for row in rows if isinstance(row, dict))] == ["1.15.insatser", "3.14.insatser"]
