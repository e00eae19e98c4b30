"""A file that is written step by step, what is new each time, has the bytes of one that is written from nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.store.format import Encoder, Table, encode

STEPS = st.lists(st.tuples(st.sampled_from(["put", "add", "drop", "first", "same"]), st.integers(0, 5), st.text()),
                 max_size=12)


def changed(table: Table, step: str, place: int, text: str) -> Table:
    """Return the table after a step, as the store makes it: a new mapping, with what has not changed as it was."""
    numbers = list(table)
    number = numbers[place % len(numbers)] if numbers else "1"
    document = {"id": number, "text": text}
    if step == "put":
        return {**table, number: document}
    if step == "add":
        return {**table, str(len(table) + 10 * place + 7): document}
    if step == "drop":
        return {one: body for one, body in table.items() if one != number}
    if step == "first":
        return {"0": document, **{one: body for one, body in table.items() if one != "0"}}
    return dict(table)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_step_by_step_is_as_from_nothing(steps: list[tuple[str, int, str]]) -> None:
    encoder, table = Encoder(), {str(number): {"id": str(number), "text": "å"} for number in range(1, 4)}
    for revision, (step, place, text) in enumerate(steps, 1):
        table = changed(table, step, place, text)
        tables = {"insats": table, "plan": {"1": {"id": "plan"}}}
        assert encoder.encode(tables, revision) == encode(tables, revision)
