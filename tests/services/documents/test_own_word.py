"""A county's own word for the patient's agreement stands in every document that is not a form of the state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from nvplan.services.documents.registry import KNOWN, Request
from nvplan.services.writing.session import PlanSession
from tests.own_term import OWN, plan_with_own_word, unofficial

#: What the state asks for in its own words, and the file that holds data.
_FORMS = ("redovisning-region", "redovisning-rss", "vfu", "rekvisition", "ekonomi", "arkiv")
#: Lists that come back filled in say the codes as the program reads them.
_COMES_BACK = ("insatser",)
#: What no reader sees: the keys of rows and events, the data that a pdf carries, and the document's name in commands.
_UNSEEN = {"data", "name", "key", "row_keys"}
#: The question that chooses the word offers it, in cells and in lists of choices.
_CHOICES, _OFFERED = {"choices"}, "Patientkontrakt\nDokumenterad"
_NAMED = ("patientkontrakt", "handlingsplaner", "checklista", "workshop-underlag", "utskick")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county with a word of its own."""
    return PlanSession.open(plan_with_own_word(tmp_path_factory.mktemp("ord") / "kronoberg.nvplan"))


def _seen(value: Any) -> Iterator[str]:
    """Yield the texts of a document that a reader sees."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if key not in (*_UNSEEN, *_CHOICES):
                yield from _seen(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _seen(inside)
    elif isinstance(value, str) and _OFFERED not in value:
        yield value


@pytest.mark.parametrize("name", [name for name in KNOWN if name not in (*_FORMS, *_COMES_BACK)])
def test_no_document_says_the_general_word(session: PlanSession, name: str) -> None:
    document = KNOWN[name]
    actor = session.state.actor("0780") if document.recipients else None
    shown = json.loads(document.build(session, Request(actor=actor)).model_dump_json())
    told = list(_seen(shown))
    assert [line for text in told for line in unofficial(text)] == []
    if name in _NAMED:
        assert any(OWN in text.lower() for text in told)
