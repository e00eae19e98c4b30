"""Contact details reach the paper and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.catalog.reporting import report_items
from nvplan.files.ports import WRITER
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.exporting import Piece, contents, export
from nvplan.services.reports.contacts import FIELDS, contacts_path, read_contacts
from nvplan.services.reports.opening import number_of
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import build, cells, new_county, page

DETAILS = {"kontaktperson": "Kim Kontakt", "telefon": "0470-12 34 56", "epost": "kim@exempel.se",
           "organisationsnummer": "232100-0065", "bankgiro": "123-4567", "ekonomichef": "Eli Ekonom",
           "ekonomichef_epost": "eli@exempel.se", "namnfortydligande": "Robin Region"}


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return new_county(tmp_path)


def _file(folder: Path, content: object) -> Path:
    path = folder / "uppgifter.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_the_names_of_the_details_point_at_the_fields_they_mean() -> None:
    for document, fields in FIELDS.items():
        known = {number_of(item): item for item in report_items(f"{document}2023")}
        personal = {number for number, item in known.items() if item.personal and item.value != "underskrift"}
        assert personal <= set(fields.values())
        assert set(fields.values()) <= set(known)


@pytest.mark.parametrize("document", ["rekvisition", "ekonomi"])
def test_the_fields_stay_blank_for_ink_where_nobody_gives_any(session: PlanSession, document: str) -> None:
    found = cells(build(session, document, actor=session.state.actor("region")))
    assert found["1.3 Kontaktperson"] == found["1.7 E-postadress"] == ""
    signature = found["Underskrift"]
    assert not signature


@pytest.mark.parametrize("document", ["rekvisition", "ekonomi"])
def test_given_details_stand_on_the_form_but_not_without_names(session: PlanSession, document: str) -> None:
    actor = session.state.actor("region")
    contacts = {"region": DETAILS}
    text = page(build(session, document, actor=actor, contacts=contacts))
    assert "Kim Kontakt" in text
    assert "232100-0065" in text
    assert ("Eli Ekonom" in text) == (document == "ekonomi")
    without = page(build(session, document, actor=actor, contacts=contacts, without_names=True))
    for word in ("Kim", "Eli", "Robin", "@exempel.se", "0470"):
        assert word not in without
    assert "Kim" not in page(build(session, document, actor=session.state.actor("rss"), contacts=contacts))


def test_no_trace_is_left_in_the_plan_its_history_or_any_data(session: PlanSession, tmp_path: Path) -> None:
    request = Request(actor=session.state.actor("region"), contacts={"region": DETAILS})
    before = Path(session.address).read_bytes()
    for document in ("rekvisition", "ekonomi"):
        built = DOCUMENTS[document].build(session, request)
        assert "Kim" not in built.data
        (_, content), = contents(session, Piece(DOCUMENTS[document], request), ["json"], writer=WRITER)
        for word in ("Kim", "Eli", "Robin", "@exempel.se"):
            assert word.encode() not in content
        paths = list(export(session, [DOCUMENTS[document]], ["md"], tmp_path, request, writer=WRITER))
        assert "Kim Kontakt" in paths[0].read_text(encoding="utf-8")
    assert Path(session.address).read_bytes() == before
    for path in tmp_path.iterdir():
        if path.suffix not in (".md", ".json") and path.is_file():
            assert b"Kim" not in path.read_bytes()


def test_the_file_beside_the_settings_is_read_where_no_other_is_named(tmp_path: Path) -> None:
    assert read_contacts() == {}
    contacts_path().parent.mkdir(parents=True, exist_ok=True)
    contacts_path().write_text(json.dumps(DETAILS), encoding="utf-8")
    assert read_contacts() == {"alla": DETAILS}
    assert read_contacts(_file(tmp_path, {"rss": {"fax": " 1 "}})) == {"rss": {"fax": "1"}}


@pytest.mark.parametrize(("content", "words"), [
    ("{", "går inte att läsa"), ("[]", "går inte att läsa"), ({"telefn": "1"}, "telefn"), ({"fax": 5}, "fax"),
    ({"fax": "a\nb"}, "fax"), ({"region": {"fax": "x" * 301}}, "fax"), ("\ud83d", "går inte att läsa"),
])
def test_a_file_that_will_not_do_gets_a_sentence(tmp_path: Path, content: object, words: str) -> None:
    path = tmp_path / "uppgifter.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str)
                     else json.dumps(content).encode())
    with pytest.raises(InputError, match=words):
        read_contacts(path)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="går inte att läsa"):
        read_contacts(tmp_path / "saknas.json")
