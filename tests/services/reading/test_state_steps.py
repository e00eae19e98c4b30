"""A plan that is read step by step, each step only what is new, says what it says when it is read from nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.model.errors import NvplanError
from nvplan.services.reading.state import StateReader
from nvplan.services.writing.commands import Command, RemoveObject, SetAnswer, SetObject, Undo
from nvplan.services.writing.creating import create_plan

NAMES = st.sampled_from(["a", "b", "c", "d"])
PLANS = st.sampled_from([["kontinuitet"], ["gemensam"], [], ["kontinuitet", "patientkontrakt"]])

STEPS = st.one_of(
    st.builds(lambda name, plans, role: SetObject("insats", name, {"title": name, "plans": plans, "role": role}),
              NAMES, PLANS, st.sampled_from(["", "chef"])),
    st.builds(lambda name, actor: SetObject("beslut", name, {"title": name, "subject": "malbild", "actor": actor,
                                                           "outcome": "vantar"}),
              NAMES, st.sampled_from(["0764", "0780"])),
    st.builds(lambda value: SetAnswer("1.1.beslut", value, "0764"), st.sampled_from(["antagen", "vantar", None])),
    st.builds(RemoveObject, st.sampled_from(["insats", "beslut"]), NAMES),
    st.builds(Undo),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=2, max_size=12))
def test_step_by_step_is_as_from_nothing(steps: list[Command[object]]) -> None:
    with TemporaryDirectory() as folder:
        session = create_plan(str(Path(folder) / "p.nvplan"), "07", 2027)
        for step in steps:
            with suppress(NvplanError):  # nothing to undo, nothing to take away
                session.do(step)
            read = StateReader(session.repository).read()
            assert session.state == read
            assert list(session.state.objects["insats"]) == list(read.objects["insats"])
