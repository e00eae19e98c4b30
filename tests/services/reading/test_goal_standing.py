"""A goal against the straight line: where it is expected to be, on which side it is, and how that is told."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from nvplan.model.goal_line import against, line_of
from nvplan.model.objects import Goal, Measurement
from nvplan.services.reading.goal_standing import in_order, small_line, spark, standing_of, told, where_words
from tests.cli.runner import nvplan


def goal(**fields: Any) -> Goal:
    """Return a goal of 20 per cent from 0,31, if nothing else is said."""
    return Goal.model_validate({"id": "mal-1", "title": "Högre index", "measure": "coc_lakare", "unit": "index",
                                "baseline": "0.31", "baseline_year": 2025, "target": "0.372", "date": "2027-12-31",
                                **fields})


def measured(value: str, date: str, **fields: Any) -> Measurement:
    return Measurement.model_validate({"id": f"m{date}", "goal": "mal-1", "value": value, "date": date, "unit": "index",
                                       **fields})


def test_the_line_is_straight_from_base_to_target_and_level_outside() -> None:
    line = line_of(goal())
    assert line is not None
    assert line.at(dt.date(2025, 12, 31)) == Fraction(31, 100)
    assert line.at(dt.date(2026, 12, 31)) == Fraction(341, 1000)
    assert line.at(dt.date(2027, 12, 31)) == Fraction(372, 1000)
    assert line.at(dt.date(2020, 1, 1)) == line.at(line.start)
    assert line.at(dt.date(2040, 1, 1)) == line.at(line.end)


@pytest.mark.parametrize(("value", "side", "difference"), [
    ("0.35", "fore", "0.009"), ("0.341", "pa", "0.000"), ("0.3", "efter", "0.041"), ("0.3405", "efter", "0.0005")])
def test_a_value_is_before_or_after_the_line(value: str, side: str, difference: str) -> None:
    line = line_of(goal())
    assert line is not None
    found = against(line, dt.date(2026, 12, 31), Decimal(value))
    assert (found.side, found.difference) == (side, Decimal(difference))


def test_where_less_is_better_below_the_line_is_before_it() -> None:
    standing = standing_of(goal(baseline="0.5", target="0.4", direction="lagre"), [measured("0.44", "2026-12-31")])
    assert where_words(standing) == "före linjen med 0,01"


def test_a_share_tells_percentage_points() -> None:
    share = goal(measure="andel_lakarkontakt", unit="procent", baseline="40", target="55", denominator="befolkning")
    standing = standing_of(share, [measured("45", "2026-12-31", unit="procent", denominator="befolkning")])
    assert where_words(standing) == "efter linjen med 2,5 procentenheter"
    assert "40\u00a0% (31 december 2025) till 55\u00a0% (31 december 2027)" in told(standing)
    assert "ingen prognos" in told(standing)


@pytest.mark.parametrize("lacking", ["baseline", "baseline_year", "target", "date"])
def test_without_base_year_target_or_day_there_is_no_line(lacking: str) -> None:
    standing = standing_of(goal(**{lacking: "" if lacking == "date" else None}), [measured("0.35", "2026-12-31")])
    assert (standing.line, standing.latest, small_line(standing)) == (None, None, "")
    assert "kräver utgångsvärde, basår" in told(standing)


def test_a_target_before_its_base_has_no_line() -> None:
    assert line_of(goal(date="2025-12-31")) is None
    assert line_of(goal(date="2025-06")) is None


def test_a_measurement_before_the_base_is_not_compared() -> None:
    standing = standing_of(goal(), [measured("0.29", "2024-12-31")])
    assert standing.latest is None
    assert "före utgångsläget" in told(standing)


def test_the_base_alone_has_no_side_of_the_line() -> None:
    standing = standing_of(goal(), [measured("0.31", "2025-06-30")])
    assert standing.latest is None
    assert where_words(standing) == ""
    assert "takten syns inte än" in told(standing)


def test_the_line_begins_where_the_base_was_measured() -> None:
    standing = standing_of(goal(), [measured("0.31", "2025-06-30"), measured("0.35", "2026-06-30")])
    assert standing.line is not None
    assert standing.line.start == dt.date(2025, 6, 30)


def test_values_of_one_actor_or_of_another_goal_are_not_the_countys() -> None:
    others = [measured("0.9", "2026-12-31", actor="region"), measured("0.9", "2026-11-30", goal="mal-2"),
              measured("0.9", "2026-10-31", group="Barn och unga")]
    assert standing_of(goal(), others).measured == ()


def test_a_share_of_others_than_the_goal_s_is_no_step_towards_it() -> None:
    share = goal(measure="andel_lakarkontakt", unit="procent", baseline="40", target="55", denominator="befolkning")
    listed = measured("60", "2026-12-31", unit="procent", denominator="listade")
    population = measured("45", "2026-06-30", unit="procent", denominator="befolkning")
    assert standing_of(share, [listed, population]).measured == (population,)


def test_the_share_beside_an_index_is_of_everybody() -> None:
    def share(value: str, date: str, **fields: Any) -> Measurement:
        return measured(value, date, measure="andel_lakarkontakt", goal="", unit="procent", **fields)

    found = [share("22", "2026-12-31", denominator="listade", group="Barn och unga"),
             share("63", "2026-12-31", denominator="malgrupp"), share("48", "2026-12-31", denominator="listade"),
             share("46", "2026-06-30", denominator="befolkning")]
    assert "är 46\u00a0% (befolkningen, 30 juni 2026)" in told(standing_of(goal(), found))
    assert "är 48\u00a0% (listade, 31 december 2026)" in told(standing_of(goal(), found[:3]))
    assert "inte mätt" in told(standing_of(goal(), found[:2]))


def test_the_share_always_stands_beside_an_index() -> None:
    share = measured("46.7", "2026-06-30", measure="andel_lakarkontakt", goal="", unit="procent", denominator="listade")
    told_with = told(standing_of(goal(), [share, measured("0.35", "2026-12-31")]))
    assert told_with.endswith("Andelen med namngiven fast läkarkontakt är 46,7\u00a0% (listade, 30 juni 2026).")
    assert "läkarkontakt är inte mätt" in told(standing_of(goal(), []))
    other = goal(measure="annat", unit="antal")
    assert "läkarkontakt" not in told(standing_of(other, [share]))


def test_an_index_among_the_first_brings_the_goal_for_the_share() -> None:
    late = measured("0.3", "2026-12-31")
    share_goal = goal(id="mal-2", measure="andel_lakarkontakt", unit="procent", baseline="40", target="55")
    shares = measured("54", "2026-12-31", goal="mal-2", unit="procent", denominator="listade")
    found = [standing_of(goal(id=f"mal-{number}"), [late.model_copy(update={"goal": f"mal-{number}"})])
             for number in (3, 4, 5)]
    shown = in_order([standing_of(share_goal, [shares]), *found])
    assert [one.goal.id for one in shown] == ["mal-3", "mal-2", "mal-4", "mal-5"]


def test_goals_behind_come_first_and_those_without_a_value_last() -> None:
    found = [standing_of(goal(id=f"mal-{number}"), [measured(value, "2026-12-31", goal=f"mal-{number}")])
             for number, value in ((2, "0.37"), (3, "0.3"))]
    found.insert(0, standing_of(goal(id="mal-1"), []))
    assert [one.goal.id for one in in_order(found)] == ["mal-3", "mal-2", "mal-1"]


def test_movement_is_drawn_from_two_values_on() -> None:
    values = [measured(value, f"2026-0{month}-01") for month, value in ((1, "0.31"), (2, "0.33"), (3, "0.37"))]
    assert spark(standing_of(goal(), values), 5) == "▂▄█"
    assert spark(standing_of(goal(), values), 2) == "▂█"
    assert spark(standing_of(goal(), values[:1]), 5) == ""
    assert spark(standing_of(goal(), [values[0], values[0].model_copy(update={"date": "2026-05-01"})]), 5) == "▄▄"


def test_the_small_line_goes_from_base_to_the_targets_mark() -> None:
    assert small_line(standing_of(goal(), [])) == "▁" + "·" * 22 + "◇"
    drawn = small_line(standing_of(goal(), [measured("0.372", "2027-12-31")]))
    assert (drawn[0], drawn[22:], len(drawn)) == ("▁", "█◇", 24)


def test_the_command_tells_every_goal(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    assert "inga mål" in nvplan("mal", path).out
    nvplan("objekt", path, "mal", "satt", stdin=json.dumps(
        {"title": "Index", "measure": "coc_lakare", "baseline": 0.31, "baseline_year": 2025, "target": 0.372,
         "date": "2027-12-31"}))
    nvplan("objekt", path, "matning", "satt", stdin=json.dumps(
        {"goal": "mal-1", "measure": "coc_lakare", "value": 0.35, "date": "2026-12-31"}))
    printed = nvplan("mal", path)
    assert "Senast 0,35 (31 december 2026), före linjen med 0,009" in printed.out
    [row] = nvplan("mal", path, "--json").json
    assert (row["side"], row["expected"], row["difference"], row["base"], row["target"]) == (
        "fore", 0.341, 0.009, 0.31, 0.372)
    assert [one["value"] for one in row["series"]] == [0.35]
