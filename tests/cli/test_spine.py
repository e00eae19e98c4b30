"""A county goes from an empty folder to an exported checklist, by commands alone."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from nvplan.model.requirement import PLANS
from tests.cli.runner import nvplan

HOSTILE = ["[X] klar", "[/]", "[@click=app.quit]x[/]", "=cmd|' /C calc'!A0", "<b>&amp;</b>", "å"]


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


@pytest.mark.parametrize("name", ["07", "kronoberg", "Kronobergs län", "Region Kronoberg"])
def test_every_spelling_makes_the_same_county(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / "a.nvplan")
    assert nvplan("ny", path, "--lan", name).code == 0
    assert nvplan("status", path, "--json").json["county_code"] == "07"


def test_status_has_the_contract_of_the_design(plan: str) -> None:
    status = nvplan("status", plan, "--json").json
    assert list(status) == ["county_code", "year", "requirement_set", "standing", "revision", "plans", "requirements",
                            "efforts", "dates"]
    assert (status["year"], status["requirement_set"], status["standing"]) == (2027, "OK2023", "utkast")
    assert [row["plan"] for row in status["plans"]] == list(PLANS)
    for row in status["plans"]:
        assert list(row) == ["plan", "progress", "answered", "started", "to_confirm", "applicable", "next"]
        assert row["progress"] == 0
        assert row["applicable"] > 20
    assert set(status["requirements"]["ska"]) == {"met", "partly", "unmet", "unassessed"}
    assert status["efforts"]["planerad"]["pilot"] == 0


def test_an_answer_is_on_disk_and_counts(plan: str) -> None:
    first = nvplan("status", plan, "--json").json["plans"][0]
    assert nvplan("svara", plan, first["next"], "byggs").code == 0
    after = nvplan("status", plan, "--json").json["plans"][0]
    assert after["answered"] == 1
    assert after["next"] != first["next"]
    shown = nvplan("visa", plan, first["next"], "--json").json
    assert (shown["question"], shown["value"], shown["actor"]) == (first["next"], "byggs", "lan")


def test_a_question_per_actor_counts_the_share_that_has_answered(plan: str) -> None:
    assert nvplan("svara", plan, "1.0.agare", "utvecklingschef", "--aktor", "region").code == 0
    assert nvplan("svara", plan, "1.0.agare", "socialchef", "--aktor", "Växjö").code == 0
    row = nvplan("status", plan, "--json").json["plans"][0]
    assert (row["answered"], row["started"]) == (0, 1)
    assert row["progress"] * row["applicable"] == pytest.approx(2 / 9, abs=1e-2)


@pytest.mark.parametrize(("typed", "value"), [("0,33", 0.33), ("0.5", 0.5), ("1", 1)])
def test_a_number_is_what_a_swede_means(plan: str, typed: str, value: float) -> None:
    assert nvplan("svara", plan, "2.4.lakare-basvarde", typed).code == 0
    assert nvplan("visa", plan, "2.4.lakare-basvarde", "--json").json["value"] == value


def test_half_a_number_is_refused_and_the_last_good_one_stays(plan: str) -> None:
    nvplan("svara", plan, "2.4.lakare-basvarde", "0,33")
    refused = nvplan("svara", plan, "2.4.lakare-basvarde", "12,5x")
    assert refused.code == 1
    assert "12,5x" in refused.err
    assert nvplan("visa", plan, "2.4.lakare-basvarde", "--json").json["value"] == 0.33


@pytest.mark.parametrize("text", HOSTILE)
def test_user_text_is_text_from_the_command_to_the_documents(plan: str, tmp_path: Path, text: str) -> None:
    given = unicodedata.normalize("NFD", text) if text == "å" else text
    assert nvplan("svara", plan, "1.0.agare", given, "--aktor", "region").code == 0
    assert nvplan("visa", plan, "1.0.agare", "--aktor", "region", "--json").json["value"] == text
    done = nvplan("exportera", plan, "checklista", "--aktor", "region", "--format", "md,docx", "--till",
                  str(tmp_path / "ut"))
    assert done.code == 0
    markdown, word = (Path(line) for line in done.out.splitlines())
    assert text in _plain_markdown(markdown.read_text(encoding="utf-8"))
    assert text in _word_text(word)


def _plain_markdown(source: str) -> str:
    """Return what a Markdown reader shows: the text of every inline token, raw HTML not read as text."""
    tokens = [child for token in MarkdownIt().parse(source) for child in token.children or []]
    return "".join(token.content if token.type == "text" else "\n" for token in tokens)


def _word_text(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        tree = ElementTree.fromstring(parts.read("word/document.xml"))
    return "".join(node.text or "" for node in tree.iter() if node.tag.endswith("}t"))


def test_the_word_checklist_has_headings_tickable_boxes_and_swedish(plan: str, tmp_path: Path) -> None:
    done = nvplan("exportera", plan, "checklista", "--format", "docx", "--till", str(tmp_path))
    with zipfile.ZipFile(done.out.strip()) as parts:
        body, styles = parts.read("word/document.xml").decode(), parts.read("word/styles.xml").decode()
    assert body.count("w14:checkbox>") > 200
    assert 'w:val="Heading1"' in body
    assert 'w:lang w:val="sv-SE"' in styles


def test_an_empty_text_clears_and_undo_brings_back(plan: str) -> None:
    nvplan("svara", plan, "1.0.struktur", "finns")
    assert nvplan("svara", plan, "1.0.struktur", "").code == 0
    assert nvplan("visa", plan, "1.0.struktur", "--json").json["value"] is None
    assert nvplan("angra", plan).code == 0
    assert nvplan("visa", plan, "1.0.struktur", "--json").json["value"] == "finns"


def test_a_value_can_come_from_standard_in(plan: str) -> None:
    question = next(row["id"] for row in nvplan("fragor", "--json").json if row["kind"] == "langtext"
                    and row["per"] == "lan" and not row["condition"])
    assert nvplan("svara", plan, question, "-", stdin="rad ett\nrad två åäö\n").code == 0
    assert nvplan("visa", plan, question, "--json").json["value"] == "rad ett\nrad två åäö"


def test_gotland_is_one_body_and_vastra_gotaland_has_many(tmp_path: Path) -> None:
    gotland, west = str(tmp_path / "g.nvplan"), str(tmp_path / "v.nvplan")
    assert nvplan("ny", gotland, "--lan", "Gotland").code == 0
    assert nvplan("svara", gotland, "1.0.agare", "regiondirektör", "--aktor", "0980").code == 0
    shown = nvplan("visa", gotland, "1.0.agare", "--aktor", "region", "--json").json
    assert (shown["value"], shown["actor"]) == ("regiondirektör", "region")
    assert nvplan("ny", west, "--lan", "VGR").code == 0
    ambiguous = nvplan("svara", west, "1.0.agare", "x", "--aktor", "rss")
    assert ambiguous.code == 1
    assert "rss-fyrbodal" in ambiguous.err
