"""Words of one's own beside an option go out in a form, come back, and stand in the documents as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.reading.search import search
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession

from .returning import KOMMUN, fill_in, filled_plan, left, numbers, take_in, written

SHORT = "1.7.brist"
ROW = (f"fraga-{SHORT}@{KOMMUN}", "Svar")
WORDS = "=sjuksköterskor, [b]natt[/b]"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = filled_plan(tmp_path)
    session.do(SetAnswer(SHORT, [f"annan:{WORDS}"], KOMMUN))
    return session


def test_a_form_that_nobody_wrote_in_says_nothing_new(session: PlanSession, tmp_path: Path) -> None:
    for form in ("xlsx", "docx"):
        path = written(session, tmp_path / form, "checklista", form, every_question=True)
        assert numbers(take_in(session, path)) == (0, 0, 0)


@pytest.mark.parametrize(("typed", "stored"), [
    ("Annan: logopeder; Läkare", ["annan:logopeder"]), ("Annan: tandhygienister och barnmorskor", None),
    ("Annan", None),
])
def test_what_comes_back_is_read(session: PlanSession, tmp_path: Path, typed: str, stored: list[str] | None) -> None:
    path = fill_in(written(session, tmp_path / "ut", "checklista", "xlsx", every_question=True), {ROW: typed})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    value = session.state.answer(SHORT, KOMMUN).value
    assert isinstance(value, list)
    assert (stored or [typed.replace(": ", ":").replace("Annan", "annan")])[0] in value


def test_a_word_that_no_option_is_called_is_refused_with_how_to_write_it(session: PlanSession, tmp_path: Path) -> None:
    path = fill_in(written(session, tmp_path / "ut", "checklista", "xlsx", every_question=True), {ROW: "trollkarlar"})
    found = take_in(session, path)
    assert numbers(found) == (0, 1, 0)
    assert "Skriv ”Annan:” före egna ord" in left(found)[0][1]


def test_the_words_stand_in_the_documents_and_are_found(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetAnswer("1.2.malgrupper", ["aldre", "annan:de som ingen sökt upp"]))
    plan = written(session, tmp_path / "plan", "gemensam-plan", "md", actor=None).read_text(encoding="utf-8")
    assert "äldre och de som ingen sökt upp" in plan.lower()
    assert "annan:de" not in plan
    history = written(session, tmp_path / "frysning", "arkiv", "json", actor=None).read_text(encoding="utf-8")
    assert "de som ingen sökt upp" in history
    assert any(row.place.startswith("fraga:1.2.malgrupper") for row in search(session, "ingen sökt upp"))


def test_words_beside_one_choice_go_out_come_back_and_are_a_sentence_of_the_plan(session: PlanSession, tmp_path: Path
                                                                                ) -> None:
    session.do(SetAnswer("2.2.kompetenskrav", "annat:två års tjänst i länet"))
    plan = written(session, tmp_path / "plan", "kontinuitet", "md", actor=None).read_text(encoding="utf-8")
    assert "Länets krav på läkarens kompetens: två års tjänst i länet." in plan
    session.do(SetAnswer("2.2.kompetenskrav", "annat"))
    plan = written(session, tmp_path / "igen", "kontinuitet", "md", actor=None).read_text(encoding="utf-8")
    assert "Länet har ett annat krav på läkarens kompetens." in plan
    session.do(SetAnswer("2.2.kompetenskrav", "specialist"))
    row = ("fraga-2.2.kompetenskrav@lan", "Svar")
    for number, typed in enumerate(("Annat: ST-läkare sista året", "Annat: “en; två, tre”")):
        form = written(session, tmp_path / f"ut{number}", "checklista", "xlsx", actor=None, every_question=True)
        assert numbers(take_in(session, fill_in(form, {row: typed})))[1] == 0
        assert session.state.answer("2.2.kompetenskrav").value == typed.replace("Annat: ", "annat:")


def test_words_beside_an_actor_s_one_choice_stand_in_the_plan_and_in_its_form(session: PlanSession, tmp_path: Path
                                                                              ) -> None:
    session.do(SetAnswer("3.8.malgrupp", "andra:personer i hemsjukvård", KOMMUN))
    session.do(SetAnswer("1.7.bedomning-lakare", "varierar:natt på distans", KOMMUN))
    plan = written(session, tmp_path / "plan", "patientkontrakt", "md", actor=None).read_text(encoding="utf-8")
    assert "har andra målgrupper än länet: personer i hemsjukvård" in plan
    joint = written(session, tmp_path / "plan", "gemensam-plan", "md", actor=None).read_text(encoding="utf-8")
    assert "når en läkare olika tider i olika verksamheter: natt på distans" in joint
    for form in ("xlsx", "docx"):
        path = written(session, tmp_path / form, "utskick", form)
        assert numbers(take_in(session, path)) == (0, 0, 0)
