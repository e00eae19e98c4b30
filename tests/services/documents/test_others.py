"""A new type of shared object is declared with its model and given words, and reaches lists and documents by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from nvplan.model.document import Heading, Table
from nvplan.model.objects import ABOUT, TYPES
from nvplan.model.objects.base import DateText, Reference, SharedObject, ShortText, Title
from nvplan.model.objects.declaration import ObjectType, Owner, date, refer, text
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.reading.object_fields import fields, fields_by_name
from nvplan.services.reading.object_list import object_table
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import fields as fields_texts
from nvplan.texts import objects as objects_texts


class Contract(SharedObject):
    """An invented type: an agreement with a private provider."""

    about: ClassVar[ObjectType] = ObjectType(
        name="avtal",
        fields=(text("title"), text("partner"), refer("actor", "aktor"), date("valid_to")),
        columns=("title", "partner", "valid_to"),
        owner=Owner("actor", open_to_all=False),
        follows=True,
    )

    title: Title
    partner: ShortText = ""
    actor: Reference = ""
    valid_to: DateText = ""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PlanSession]:
    """A plan in a program that has one more type."""
    monkeypatch.setitem(TYPES, "avtal", Contract)
    monkeypatch.setitem(ABOUT, "avtal", Contract.about)
    monkeypatch.setitem(objects_texts.KINDS, "avtal", ("Avtal", "Vad ni har avtalat."))
    monkeypatch.setitem(documents_lists_texts.TYPES, "avtal", "Avtal med utförare")
    monkeypatch.setattr(fields_texts, "FIELDS", {**fields_texts.FIELDS, "avtal": {
        "title": ("Avtal", ""), "partner": ("Utförare", ""), "actor": ("Aktör", ""), "valid_to": ("Gäller till", "")}})
    yield create_plan(tmp_path / "a.nvplan", "07", 2027)
    for cached in (fields, fields_by_name):
        cached.cache_clear()


def tables(session: PlanSession, actor: str = "") -> list[Table]:
    """Return the tables of the joint plan, for an actor where one is given."""
    request = Request(actor=session.state.actor(actor) if actor else None)
    document = find_document("gemensam-plan").build(session, request)
    return [block for block in document.blocks if isinstance(block, Table)]


def test_a_new_type_stands_in_lists_and_in_the_plan_and_only_its_owner_is_shown_it(session: PlanSession) -> None:
    given = {"title": "Läkartid", "partner": "Vårdhuset", "actor": "0764", "valid_to": "2027-12"}
    session.do(AddObject("avtal", given))
    assert object_table(session.state, "avtal").rows == (("avtal-1", "Läkartid", "Vårdhuset", "december 2027"),)
    found = next(one for one in tables(session) if one.caption == "Avtal med utförare")
    assert [column.title for column in found.columns] == ["Avtal", "Utförare", "Gäller till"]
    assert [cell.text for cell in found.rows[0]] == ["Läkartid", "Vårdhuset", "december 2027"]
    assert any(one.caption == "Avtal med utförare" for one in tables(session, "0764"))
    assert not any(one.caption == "Avtal med utförare" for one in tables(session, "0780"))


def test_a_plan_without_such_objects_says_nothing_of_them(session: PlanSession) -> None:
    document = find_document("gemensam-plan").build(session, Request())
    assert "Avtal med utförare" not in [block.text for block in document.blocks if isinstance(block, Heading)]
