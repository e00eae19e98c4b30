"""What a report asks about a year is asked about the year that is reported, and not about the form's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.reporting import report_items
from nvplan.services.reports.opening import open_reports
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

RESOURCES = "redovisning2023:3.3"


@pytest.mark.parametrize(("fields", "year"), [
    ({}, "2027"),
    ({"period_start": "2025-01-01", "period_end": "2025-12-31"}, "2025"),
    ({"period_start": "2026-01"}, "2026"),
])
def test_the_question_names_the_year_of_the_period(tmp_path: Path, fields: dict[str, Any], year: str) -> None:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetObject("rapporttillfalle", "t", {"title": "Redovisning", "form": "redovisning2023", "actor": "region",
                                                   **fields}))
    report = open_reports(PlanSession.open(session.address), "redovisning-region", occasion="t")[0]
    text = next(item.text for item in report.items if item.id == RESOURCES)
    assert f"under {year} arbetat" in text


def test_the_catalogue_tells_it_with_the_form_s_own_year() -> None:
    asked = {form: [item.text for item in report_items(form)] for form in ("redovisning2023", "region2021")}
    assert any("under 2023 arbetat" in text for text in asked["redovisning2023"])
    assert any("insatserna under 2021" in text for text in asked["region2021"])
    assert not any("{" in text for texts in asked.values() for text in texts)
