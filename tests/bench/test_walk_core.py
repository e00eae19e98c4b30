"""The walk through the core counts what a county meets."""

from __future__ import annotations

from nvplan.catalog.location import data_folder
from nvplan.catalog.questions import all_questions
from tests.bench.walk_core import PLANS, count_municipalities, keys, read, walk


def test_every_core_question_is_a_stop_and_one_per_actor_a_stop_for_each() -> None:
    plans, municipalities = read(data_folder()), count_municipalities(data_folder(), "10")
    assert municipalities == 5
    for plan in PLANS:
        core = [one for one in plans[plan] if one["core"]]
        total = walk(plans[plan], municipalities)
        assert total.questions == len(core) == sum(total.kinds.values())
        assert total.stops == walk(plans[plan], 0).stops + municipalities * sum(
            one.get("per") == "aktor" and "kommun" in (one.get("actors") or ("kommun",)) for one in core)
        assert total.keys > total.stops
        assert total.words > total.questions
    assert {one["id"] for questions in plans.values() for one in questions} == set(all_questions())


def test_an_answer_takes_the_keys_of_its_kind_and_one_to_go_on() -> None:
    assert keys({"kind": "ja_nej"}) == 2
    assert keys({"kind": "datum"}) == 11
    assert keys({"kind": "val", "options": [1, 2, 3, 4]}) == 4
    assert keys({"kind": "flerval", "options": [1, 2, 3, 4], "most": 2}) == 7
    columns = [{"required": True}, {"required": True, "kind": "tal"}, {"kind": "datum"}]
    assert keys({"kind": "tabell", "rows": ["a", "b"], "columns": columns}) == 13
