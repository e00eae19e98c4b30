"""Questions, goals and words follow `replaces` to the set that a plan uses, and the checker says what a set leaves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.catalog.anchors import QUESTIONS
from nvplan.catalog.checking import left_without, set_notes
from nvplan.catalog.following import answers_to, followed, goal_in_use, goals_for, requirements_for
from nvplan.catalog.location import data_folder, data_from
from nvplan.catalog.questions import all_questions, as_asked, plan_form
from nvplan.catalog.requirements import find_set, latest_verified, requirements
from nvplan.model.errors import CatalogError
from nvplan.model.lineage import Lineage
from nvplan.model.plan import PlanInfo
from nvplan.services.data_check import data_faults
from tests.architecture.test_house import SOURCES
from tests.catalog.copies import change_row, copy_of_data, row_number
from tests.catalog.whole_set import MERGED, SET, SPLIT, folder_with_whole_set
from tests.cli.runner import nvplan


def _info(requirement_set: str) -> PlanInfo:
    return PlanInfo(county_code="07", year=2027, requirement_set=requirement_set)


@pytest.fixture
def newer(tmp_path: Path) -> Iterator[Path]:
    """The catalogue with a set that replaces OK2023 whole."""
    folder = folder_with_whole_set(tmp_path)
    with data_from(folder):
        yield folder


def test_a_chain_a_split_a_merge_and_a_loop() -> None:
    found = Lineage({"b": ("a",), "c": ("b",), "d1": ("c",), "d2": ("c",), "m": ("x", "y"), "p": ("q",), "q": ("p",)})
    assert found.standing_for("a", {"c"}) == ("c",)
    assert found.standing_for("a", {"d1", "d2"}) == ("d1", "d2")
    assert found.standing_for("x", {"m"}) == found.standing_for("y", {"m"}) == ("m",)
    assert found.standing_for("d1", {"a"}) == ("a",), "a plan on an older set shows what was replaced"
    assert found.standing_for("m", {"x", "y"}) == ("x", "y")
    assert found.standing_for("a", {"a", "c"}) == ("a",)
    assert found.standing_for("a", {"b", "c"}) == ("b",), "what lies beyond the nearest is another version of it"
    assert found.standing_for("a", {"m"}) == ()
    assert found.standing_for("p", {"a"}) == (), "a loop ends"
    assert set(found.loops()) == {"p", "q"}
    assert found.related("a", "d1")
    assert found.related("d1", "a")
    assert not found.related("x", "y")


def _with_requirement(requirement_set: str) -> set[str]:
    return {one.id for one in all_questions().values()
            if any(row.set == requirement_set for row in requirements_for(one, _info(requirement_set)))}


def test_a_set_that_replaces_another_whole_leaves_no_question_without_its_requirement(newer: Path) -> None:
    direct = {one.id for one in all_questions().values()
              if any(requirements()[row].set == "OK2023" for row in one.requirements)}
    assert data_faults() == []
    assert latest_verified() == SET
    assert len(direct) >= 305
    assert _with_requirement(SET) >= _with_requirement("OK2023") >= direct
    assert len(_with_requirement(SET)) >= len(direct)
    assert [one for one in set_notes() if "2026" in one] == []


def test_splits_and_merges_reach_the_question(newer: Path) -> None:
    assert followed((SPLIT,), SET) == (f"26-{SPLIT}a", f"26-{SPLIT}b")
    assert followed(MERGED, SET) == (f"26-{MERGED[0]}",)
    assert followed(("21-SAM-1",), SET) == (f"26-{SPLIT}a", f"26-{SPLIT}b"), "through OK2023, which nothing skips"
    assert followed((f"26-{SPLIT}a", SPLIT), SET) == (f"26-{SPLIT}a",), "the content itself chose among the parts"
    assert answers_to((SPLIT,), f"26-{SPLIT}b")
    assert answers_to((f"26-{SPLIT}b",), SPLIT)
    assert not answers_to((SPLIT,), "26-KON-01")


def test_the_checker_says_which_questions_a_set_leaves(tmp_path: Path) -> None:
    folder = folder_with_whole_set(tmp_path, left_out=("PK-14",))
    with data_from(folder):
        left = left_without(find_set(SET))
    assert "3.11.bidrag" in left
    assert "3.11.rutin" in left
    printed = nvplan("katalog", "kontrollera", "--data", str(folder))
    assert printed.code == 0
    assert f"{len(left)} frågor blir utan krav med överenskommelsen 2026 (påhittad)" in printed.out
    assert "3.11.bidrag" in printed.out


def test_goals_come_from_the_set_in_use(newer: Path, tmp_path: Path) -> None:
    assert [goal.id for goal in goals_for(_info(SET))] == [f"26-{goal.id}" for goal in goals_for(_info("OK2023"))]
    assert [goal.set for goal in goals_for(_info("OK2021"))] == ["OK2023"] * 7, "the oldest ones told stand for it"
    found = goal_in_use("KON-M2", _info(SET))
    assert found is not None
    assert found.id == "26-KON-M2"


def test_goals_without_new_rows_are_the_last_verified_ones_that_the_set_keeps(tmp_path: Path) -> None:
    with data_from(folder_with_whole_set(tmp_path, goals=False, left_out=("KON-M4",))):
        assert [goal.id for goal in goals_for(_info(SET))] == ["KON-M1", "KON-M2", "KON-M3", "KON-M5", "KON-RV1",
                                                               "KON-RV2"]


def test_words_speak_of_the_set_in_use_where_they_hold_for_it(newer: Path) -> None:
    question = all_questions()["1.4.systemledning"]
    assert question.background.count("Överenskommelsen 2023 (avslutad)") == 1, "where the words come from"
    assert "Överenskommelsen 2026 (påhittad) beskriver" in as_asked(question, _info(SET)).background
    assert as_asked(question, _info("OK2023")).background == question.background
    assert as_asked(question, _info("OK2024")).background == question.background, "a set that is silent is not named"


def test_words_stay_with_their_own_set_where_the_new_one_binds_otherwise(tmp_path: Path) -> None:
    folder = folder_with_whole_set(tmp_path)
    path = folder / "krav" / f"{SET}.jsonl"
    change_row(path, row_number(path, "26-SAM-06"), modality="ska")
    with data_from(folder):
        asked = as_asked(all_questions()["1.4.systemledning"], _info(SET)).background
    assert "Överenskommelsen 2023 (avslutad) beskriver" in asked, "a central is never told as a ska, nor a ska as one"


def test_no_place_for_a_name_is_left_open_anywhere() -> None:
    for one in all_questions().values():
        for requirement_set in ("OK2021", "OK2023", "OK2024", "PROP2025-26-19"):
            asked = as_asked(one, _info(requirement_set))
            assert not re.search(r"[{}]", asked.asks + asked.background), one.id


# -- ids that code names ---------------------------------------------------------------------------------------------
_NAMED = re.compile(r"(?:[123]\.\d{1,2}\.[a-zåäö]"
                    r"|(?:SAM|HFF|USV|RES|PRI|TIL|LAND|KON|PK|MED|EH|AMB|RED|EKO)-(?:M|RV)?\d)")


def test_ids_of_content_stand_in_one_module() -> None:
    """A document, rule or screen names what it reads through `catalog.anchors`, which the loaders check."""
    found = [f"{path.name}:{node.lineno} {node.value}" for path in SOURCES
             if path.name != "anchors.py" and "texts" not in path.parts
             for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Constant) and isinstance(node.value, str) and _NAMED.match(node.value)]
    assert found == []


@pytest.mark.parametrize("identity", sorted(QUESTIONS))
def test_every_id_that_code_names_is_there_as_it_is_read(identity: str) -> None:
    found, needed = all_questions()[identity], QUESTIONS[identity]
    assert found.kind == needed.kind
    assert set(needed.parts) <= {one.id for one in found.options} | {one.id for one in found.columns}


def _without(path: Path, identity: str) -> None:
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if f'"id":"{identity}"' not in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def test_a_catalogue_without_an_id_that_code_names_is_refused_in_words(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    _without(folder / "fragor" / "kontinuitet.jsonl", "2.4.betydande")
    _without(folder / "mal.jsonl", "KON-M5")
    path = folder / "fragor" / "gemensam.jsonl"
    change_row(path, row_number(path, "1.1.startad"), kind="text")
    with data_from(folder):
        told = "\n".join(data_faults())
        with pytest.raises(CatalogError, match=r"2\.4\.betydande saknas"):
            plan_form("kontinuitet")
    assert "2.4.betydande saknas" in told
    assert "KON-M5 saknas" in told
    assert "1.1.startad ska vara av slaget datum" in told


def test_a_loop_is_refused_in_requirements_goals_and_sets(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    change_row(folder / "krav" / "OK2021.jsonl", 1, replaces=["SAM-01"])
    change_row(folder / "mal.jsonl", 1, replaces=["KON-M2"])
    change_row(folder / "mal.jsonl", 2, replaces=["KON-M1", "KON-M99"])
    with data_from(folder):
        told = data_faults()
    loops = [one for one in told if "ersätter till slut sig självt" in one]
    assert {"”21-SAM-1”", "”SAM-01”", "”KON-M1”", "”KON-M2”"} <= {re.search("”.*?”", one)[0] for one in loops}  # type: ignore[index]
    assert any("mal.jsonl" in one and "”KON-M99”" in one for one in told)
    change_row(folder / "kravmangder.jsonl", 1, replaces="OK2023")
    with data_from(folder):
        assert any("kravmangder.jsonl" in one and "sig självt" in one for one in data_faults())


def test_the_data_folder_of_the_program_is_untouched_by_a_copy(newer: Path) -> None:
    assert data_folder() == newer
