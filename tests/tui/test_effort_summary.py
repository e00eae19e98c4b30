"""The table of insatser on the overview: no count is ever cut off, however narrow the block is."""

from __future__ import annotations

import pytest

from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.services.reading.status import NOT_GIVEN
from nvplan.tui.widgets.effort_summary import EffortSummary, EffortTable


@pytest.mark.parametrize("given", [True, False])
@pytest.mark.parametrize("width", [57, 66, 76, 120])
def test_the_sums_stand_under_their_headings_in_every_width(width: int, *, given: bool) -> None:
    counts = {row: dict.fromkeys((*EFFORT_SPREADS, NOT_GIVEN), 0) for row in (*EFFORT_STATES, NOT_GIVEN)}
    counts["pagaende"]["pilot"] = 12
    counts["planerad" if given else NOT_GIVEN]["projekt" if given else NOT_GIVEN] = 137
    table = EffortTable("Insatser", id="insatser")
    table.summary = EffortSummary(counts)
    lines = [table._heads(width), *(table._line(state, width) for state in table.summary.states)]
    assert all(line.cell_length <= width for line in lines)
    heads, last = lines[0].plain, lines[-1].plain
    assert heads.split()[-1] == "Summa"
    assert last.split()[-1] == "149"
    assert len(heads) == len(last)
    assert last.split()[0] == "Summa"
    assert ("Saknas" in heads) is not given
