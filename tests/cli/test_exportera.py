"""The command that writes documents, as a person types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import nvplan
from tests.example import example_plan


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example county; no test may change it."""
    path = tmp_path_factory.mktemp("plan") / "exempel.nvplan"
    example_plan(path)
    return str(path)


@pytest.mark.parametrize("name", ["checklista", "gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner",
                                  "insatser", "underlag", "jamforelse", "protokoll", "workshop-underlag"])
def test_every_document_is_written_and_its_path_printed(plan: str, tmp_path: Path, name: str) -> None:
    done = nvplan("exportera", plan, name, "--format", "md,html", "--till", str(tmp_path))
    assert (done.code, done.err) == (0, "")
    paths = [Path(line) for line in done.out.splitlines()]
    assert [path.suffix for path in paths] == [".md", ".html"]
    assert all(path.stat().st_size > 500 for path in paths)
    text = paths[0].read_text(encoding="utf-8")
    assert ("Överenskommelsen 2023 (avslutad)" in text) is (name != "protokoll"), "no meeting spoke of requirements"


def test_documents_with_one_format_need_none_named(plan: str, tmp_path: Path) -> None:
    assert nvplan("exportera", plan, "kalender", "--till", str(tmp_path)).out.endswith(".ics\n")
    assert nvplan("exportera", plan, "arkiv", "--till", str(tmp_path)).out.endswith(".json\n")
    missing = nvplan("exportera", plan, "insatser", "--till", str(tmp_path))
    assert missing.code == 2
    assert "--format" in missing.err
    assert "xlsx" in missing.err


def test_the_minutes_of_one_meeting(plan: str, tmp_path: Path) -> None:
    done = nvplan("exportera", plan, "protokoll", "--mote", "mellanrum", "--format", "md", "--till", str(tmp_path))
    assert "Protokoll: Workshop om mellanrum" in Path(done.out.strip()).read_text(encoding="utf-8")
    refused = nvplan("exportera", plan, "protokoll", "--mote", "saknas", "--format", "md", "--till", str(tmp_path))
    assert refused.code == 1
    assert "mellanrum" in refused.err


def test_a_comparison_with_a_revision(plan: str, tmp_path: Path) -> None:
    done = nvplan("exportera", plan, "jamforelse", "--mot", "300", "--format", "md", "--till", str(tmp_path))
    assert "med hur den stod den 5 september 2026" in Path(done.out.strip()).read_text(encoding="utf-8")
    refused = nvplan("exportera", plan, "jamforelse", "--mot", "99999", "--format", "md", "--till", str(tmp_path))
    assert refused.code == 1
    assert "99999" in refused.err


def test_one_actor_s_part(plan: str, tmp_path: Path) -> None:
    done = nvplan("exportera", plan, "checklista", "--aktor", "Växjö", "--format", "md", "--till", str(tmp_path))
    path = Path(done.out.strip())
    assert path.name == "checklista Kronoberg 2027 Växjö kommun.md"
    text = path.read_text(encoding="utf-8")
    assert "Fem sjuksköterskor läser." in text
    assert "Strukturen används sedan 2025." not in text  # the region's


def test_everything_at_once(plan: str, tmp_path: Path) -> None:
    done = nvplan("exportera", plan, "allt", "--format", "md", "--till", str(tmp_path))
    assert done.code == 0
    names = [Path(line).name for line in done.out.splitlines()]
    assert names[-2:] == ["innehåll.docx", "innehåll.html"]
    assert "gemensam-plan Kronoberg 2027.md" in names


def test_the_help_is_in_swedish_and_names_the_options() -> None:
    done = nvplan("exportera", "--help")
    assert done.code == 0
    for option in ("--mote", "--mot", "--aktor", "--utan-namn", "--utan-data"):
        assert option in done.out
