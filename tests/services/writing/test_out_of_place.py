"""An answer is never put in silence where its question is not asked: refused, or said, and found by Granska."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.files.ports import READER
from nvplan.model.document import Bullets, Paragraph
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.exchange.importing import import_file
from nvplan.services.reading.applying import out_of_place
from nvplan.services.review.findings import review
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import ConfirmCarried, SetAnswer, SetAnswers
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "k.nvplan", "07", 2027)


def many(*answers: SetAnswer) -> SetAnswers:
    return SetAnswers(answers)


def test_many_answers_at_once_are_refused_where_one_is_not_asked_for(session: PlanSession) -> None:
    with pytest.raises(InputError, match="ställs"):
        session.do(many(SetAnswer("1.2.fungerar", "Teamen."), SetAnswer("1.3.oenighet", "Om listor.")))
    assert session.state.answer("1.2.fungerar").value is None


def test_an_answer_may_be_given_together_with_the_one_it_depends_on(session: PlanSession) -> None:
    session.do(many(SetAnswer("1.3.oenighet", "Om listor."), SetAnswer("1.3.enig", "nej")))
    assert not list(out_of_place(session.state))


def test_an_answer_that_hides_another_says_so_and_so_does_clearing_it(session: PlanSession) -> None:
    session.do(many(SetAnswer("1.3.oenighet", "Om listor."), SetAnswer("1.3.enig", "nej")))
    told = session.do(SetAnswer("1.3.enig", "ja"))
    assert told == ("Svaret är sparat. Ett svar visas inte i planen, för frågan ställs inte som de andra svaren är nu: "
                    "”Vad är ni inte överens om, och hur löser ni det?”. Granska visar det.")
    assert [one.place for one in review(session) if one.rule == "svar-utan-fraga"] == ["fraga:1.3.oenighet@lan"]
    assert session.state.answer("1.3.oenighet").value == "Om listor."
    assert session.do(SetAnswer("1.3.enig", "delvis")) == "Svaret är sparat."
    assert "inte överens om" in nvplan("svara", session.address, "1.3.enig", "").out


def test_what_comes_in_where_it_is_not_asked_is_said(tmp_path: Path, session: PlanSession) -> None:
    other = create_plan(tmp_path / "annan.nvplan", "07", 2027)
    other.do(many(SetAnswer("1.3.oenighet", "Om listor."), SetAnswer("1.3.enig", "nej")))
    other.close()
    session.do(SetAnswer("1.3.enig", "ja"))
    found = import_file(session, tmp_path / "annan.nvplan", reader=READER, preview=False)
    assert session.state.answer("1.3.enig").value == "ja"
    assert any("inte överens om" in note and "Granska visar det." in note for note in found.notes)


def test_the_list_of_what_is_missing_tells_what_is_to_be_confirmed(tmp_path: Path, session: PlanSession) -> None:
    session.do(SetAnswer("1.0.struktur", "byggs"))
    session.do(SetAnswer("1.0.agare", "Socialchef", "0780"))
    session.close()
    with carry_over(tmp_path / "k.nvplan", tmp_path / "b.nvplan").session as carried:
        def lines() -> list[str]:
            blocks = DOCUMENTS["gemensam-plan"].build(carried, Request()).blocks
            place = next((at for at, one in enumerate(blocks) if isinstance(one, Paragraph)
                          and "att bekräfta" in one.text), None)
            found = blocks[place + 1] if place is not None else None
            return list(found.items) if isinstance(found, Bullets) else []

        assert len(lines()) == 2
        assert lines()[1].endswith(": Växjö")
        carried.do(ConfirmCarried(plan="gemensam"))
        assert lines() == []
