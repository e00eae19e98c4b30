"""What remains before each step, on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runner import nvplan


def test_what_remains_is_listed_a_chapter_signed_off_and_a_change_of_standing_tells_it(tmp_path: Path) -> None:
    plan = str(tmp_path / "plan.nvplan")
    nvplan("ny", plan, "--lan", "07")
    listed = nvplan("kvar", plan)
    assert listed.code == 0
    assert listed.out.index("Före remiss") < listed.out.index("Före beslut")
    assert "Granska" in listed.out
    assert nvplan("kvar", plan, "--godkann", "1.2", "--av", "Ordförande", "--datum", "2027-02-01").code == 0
    rows = {row["chapter"]: row for row in nvplan("kvar", plan, "--json").json if row["chapter"]}
    assert (rows["1.2"]["done"], rows["1.1"]["done"]) == (True, False)
    assert nvplan("kvar", plan, "--godkann", "9.9", "--av", "Ordförande").code == 1
    told = nvplan("lage", plan, "remiss")
    assert told.code == 0
    assert "Det här är kvar före remiss:" in told.out
