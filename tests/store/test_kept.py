"""A plan file of every schema version that there has been, kept as it was written: it opens, says the same, is changed.

The files are never made anew. A new version adds its own beside them before the step to it is written.
"""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from tinydb import TinyDB

from nvplan.model.objects import Effort
from nvplan.services.reading.snapshots import open_snapshot
from nvplan.services.writing.commands import SetAnswer, Undo
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import SCHEMA

KEPT = sorted((Path(__file__).parent / "kept").glob("schema-*.nvplan"))


def test_every_version_is_kept() -> None:
    assert [path.name for path in KEPT] == [f"schema-{version}.nvplan" for version in range(1, SCHEMA + 1)]


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_kept_file_opens_and_is_changed(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / kept.name
    shutil.copy(kept, path)
    session = PlanSession.open(path)
    state = session.state
    assert path.read_bytes() == kept.read_bytes()
    assert (state.info.county_code, state.info.year, state.revision) == ("09", 2027, 9)
    assert state.answer("1.0.agare", "region").value == "hälso- och sjukvårdsdirektör"
    assert state.answer("2.4.lakare-basvarde").value == "0.33"
    effort = state.objects["insats"]["sip"]
    assert isinstance(effort, Effort)
    assert (effort.state, effort.start, effort.cost) == ("pagaende", "2027-02", Decimal("12500.50"))
    assert "sam-03@region" in state.objects["kravbedomning"]
    frozen = open_snapshot(session, "Första versionen")
    assert frozen.state.answer("1.0.agare", "region").value == "utvecklingschef"
    session.do(Undo())
    assert session.state.answer("1.0.agare", "region").value == "utvecklingschef"
    session.do(SetAnswer("1.0.agare", "ny", "region"))
    assert PlanSession.open(path).state.revision == 11


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_stock_tinydb_reads_a_kept_file(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / kept.name
    shutil.copy(kept, path)
    database = TinyDB(path, encoding="utf-8")
    assert [row["title"] for row in database.table("insats").all()] == ["SIP för alla"]
    database.close()
