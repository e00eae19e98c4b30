"""What a person has chosen to export: what does not go together is said, and one fault does not end the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nvplan.files.ports import WRITER
from nvplan.files.write.files import kept_beside, write_new
from nvplan.model.errors import InputError
from nvplan.services.documents.asking import offered_actors, offered_meetings, offered_versions
from nvplan.services.documents.registry import EVERYTHING
from nvplan.services.exchange.chosen import Chosen, Failed, Step, Written, check, misfits, write_chosen
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_plans import FreezePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A new plan."""
    return create_plan(tmp_path / "a.nvplan", "07", 2027)


def chosen(tmp_path: Path, *documents: str, formats: tuple[str, ...] = ("md",), **others: object) -> Chosen:
    return replace(Chosen(documents, formats, str(tmp_path / "ut")), **others)  # type: ignore[arg-type]


def test_what_does_not_go_together_is_found(tmp_path: Path) -> None:
    formats, documents = misfits(chosen(tmp_path, "checklista", "kalender", formats=("docx", "html")))
    assert (formats, [one.name for one in documents]) == ([], ["kalender"])
    formats, documents = misfits(chosen(tmp_path, "protokoll", formats=("xlsx", "pdf")))
    assert (formats, documents) == (["xlsx"], [])
    assert misfits(chosen(tmp_path, EVERYTHING, formats=("ics", "xlsx"))) == ([], [])


@pytest.mark.parametrize(("wanted", "words"), [
    (Chosen((), ("md",), "ut"), "minst ett dokument"), (Chosen(("checklista",), (), "ut"), "ett format"),
    (Chosen(("checklista",), ("ics",), "ut"), "Inget av dokumenten"), (Chosen(("underlag",), ("md",), " "), "mapp"),
])
def test_choices_that_give_nothing_are_refused(wanted: Chosen, words: str) -> None:
    with pytest.raises(InputError, match=words):
        check(wanted)


def test_every_file_is_told_before_it_is_written(session: PlanSession, tmp_path: Path) -> None:
    steps: list[Step] = []
    wanted = chosen(tmp_path, "underlag", "kalender", formats=("md", "json", "ics"))
    outcomes = list(write_chosen(session, wanted, steps.append, writer=WRITER))
    assert [(step.number, step.of, step.format) for step in steps] == [
        (1, 4, "Markdown"), (2, 4, "Json"), (3, 4, "Json"), (4, 4, "Kalender")]
    assert all(isinstance(one, Written) and one.path.is_file() and one.kept is None for one in outcomes)


def test_the_package_tells_every_file_but_its_contents_page(session: PlanSession, tmp_path: Path) -> None:
    steps: list[Step] = []
    outcomes = list(write_chosen(session, chosen(tmp_path, EVERYTHING, "underlag"), steps.append, writer=WRITER))
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert {step.of for step in steps} == {len(outcomes)}
    assert len(outcomes) == len(steps) + 2


def test_a_document_that_cannot_be_made_does_not_end_the_others(session: PlanSession, tmp_path: Path) -> None:
    wanted = chosen(tmp_path, "protokoll", "underlag", meeting="finns-inte")
    outcomes = list(write_chosen(session, wanted, lambda step: None, writer=WRITER))
    assert [type(one) for one in outcomes] == [Written, Failed]
    assert "finns-inte" in outcomes[1].reason  # type: ignore[union-attr]


def test_a_folder_that_is_a_file_ends_it_with_one_sentence(session: PlanSession, tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="ut"):
        list(write_chosen(session, chosen(tmp_path, "underlag", "insatser"), lambda step: None, writer=WRITER))


def test_what_is_raised_between_two_files_ends_the_export_and_leaves_whole_files(session: PlanSession,
                                                                                   tmp_path: Path) -> None:
    def stop(step: Step) -> None:
        if step.number == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(write_chosen(session, chosen(tmp_path, EVERYTHING), stop, writer=WRITER))
    assert len(list((tmp_path / "ut").iterdir())) == 2


def test_the_file_that_had_the_name_before_is_found(tmp_path: Path) -> None:
    first, second = (write_new(tmp_path, "checklista", ".md", content) for content in (b"1", b"2"))
    assert kept_beside(second) == first
    assert kept_beside(first) is None
    assert kept_beside(write_new(tmp_path, "rapport (2)", ".md", b"3")) is None


def test_what_can_be_asked_for_comes_latest_first(session: PlanSession) -> None:
    for identity, day in (("a", "2026-02-01"), ("b", "2026-10-01"), ("c", "")):
        session.do(SetObject("mote", identity, {"title": identity.upper(), "date": day}))
    session.do(FreezePlan("Första"))
    session.do(FreezePlan("Andra"))
    assert [(one.id, one.detail) for one in offered_meetings(session)] == [
        ("b", "1 oktober 2026"), ("a", "1 februari 2026"), ("c", "")]
    assert [one.name for one in offered_versions(session)] == ["Andra", "Första"]
    assert offered_actors(session)[0].name == "Region Kronoberg"
