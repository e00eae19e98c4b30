"""Each rule speaks where it is broken, and there only; a plan that comes close is left in peace."""

from __future__ import annotations

import pytest

from nvplan.catalog.review_rules import rules
from nvplan.services.review.findings import checks
from nvplan.texts import review as review_texts
from tests.services.review.cases import CASES, Case
from tests.services.review.plans import NOT_THERE_YET, found, places

#: Rules with a file of tests of their own, for they read what is written in reports.
_OF_REPORTS = ("rapporter-malbild", "rapporter-sida-vid-sida", "rapport-text-utan-svar",
               "rapport-text-aldre-an-svar")
_IDS = [case.rule for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_a_broken_plan_gives_that_finding_and_no_other(case: Case) -> None:
    ours = {place for rule, place in places(case.broken) if rule == case.rule}
    others = {rule for rule, _ in places(case.broken)} - {case.rule, *case.beside}

    assert ours == set(case.places)
    assert not others


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_a_plan_that_comes_close_is_left_in_peace(case: Case) -> None:
    assert {rule for rule, _ in places(case.sound)} <= set(case.beside)


@pytest.mark.parametrize("case", CASES, ids=_IDS)
def test_the_sentence_is_whole_and_has_the_level_of_its_row(case: Case) -> None:
    for finding in found(case.broken):
        assert finding.text.endswith((".", "”."))
        assert "{" not in finding.text
        assert "None" not in finding.text
        assert finding.level == rules()[finding.rule].level


def test_every_rule_has_a_row_a_function_a_sentence_and_a_case() -> None:
    assert set(rules()) == set(checks()) == set(review_texts.TEXTS) == {*_IDS, *NOT_THERE_YET, *_OF_REPORTS}
    assert len(set(_IDS)) >= 25


def test_rows_are_written_as_sentences() -> None:
    for rule in rules().values():
        assert rule.reason.endswith("."), rule.id
        assert rule.remedy.endswith("."), rule.id
        assert not rule.title.endswith("."), rule.id
