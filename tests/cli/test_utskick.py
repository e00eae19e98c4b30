"""`nvplan exportera FIL utskick`: a form for each actor, the texts beside it, reminders, and what is noted of it."""

from __future__ import annotations

import email
import email.policy
import json
from pathlib import Path

import pytest

from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan

LESSEBO = "0761"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    about = {"title": "Svar till planen", "actor": "rss", "last_day": "2026-10-16", "address": "samverkan@exempel.se",
             "ask": "samordnaren för nära vård"}
    assert nvplan("objekt", path, "insamling", "satt", stdin=json.dumps(about)).code == 0
    return path




def test_every_actor_but_the_one_that_asks_gets_its_form_and_a_mail(plan: str, tmp_path: Path) -> None:
    nvplan("objekt", plan, "utskick", "satt", stdin=json.dumps({"actor": LESSEBO, "form": "excel"}))
    done = nvplan("exportera", plan, "utskick", "--alla", "--till", str(tmp_path / "ut"))
    assert done.code == 0
    names = sorted(path.name for path in (tmp_path / "ut").iterdir())
    assert [name for name in names if name.startswith("utskick") and "Lessebo" in name] == [
        "utskick Kronoberg 2027 Lessebo kommun.xlsx"]
    assert len([name for name in names if name.endswith((".docx", ".xlsx"))]) == 9  # region and eight kommuner, not rss
    mail = email.message_from_bytes((tmp_path / "ut" / "mejl Kronoberg 2027 Lessebo kommun.eml").read_bytes(),
                                    policy=email.policy.default)
    assert [part.get_filename() for part in mail.iter_attachments()] == ["utskick Kronoberg 2027 Lessebo kommun.xlsx"]
    text = (tmp_path / "ut" / "mejl Kronoberg 2027 Lessebo kommun.txt").read_text(encoding="utf-8")
    for told in ("16 oktober 2026", "samverkan@exempel.se", "samordnaren för nära vård", "9 kärnfrågor", "1½ timme"):
        assert told in text
    rows = {row["actor"]: row for row in nvplan("objekt", plan, "utskick", "lista", "--json").json}
    assert rows[LESSEBO]["form"] == "excel"
    assert len({row["sent"] for row in rows.values()}) == 1


def test_who_has_not_answered_is_reminded_of_what_is_missing(plan: str, tmp_path: Path) -> None:
    nvplan("exportera", plan, "utskick", "--aktor", LESSEBO, "--till", str(tmp_path / "ut"))
    nvplan("svara", plan, "1.0.agare", "Socialchef", "--aktor", LESSEBO)
    done = nvplan("exportera", plan, "utskick", "--aktor", LESSEBO, "--paminnelser", "--till", str(tmp_path / "ut"))
    assert done.code == 0
    text = (tmp_path / "ut" / "påminnelse Kronoberg 2027 Lessebo kommun.txt").read_text(encoding="utf-8")
    assert "Vi har inte fått er del" in text
    assert "utskick Kronoberg 2027 Lessebo kommun.docx" in text
    told = nvplan("saknas", plan, "--paminnelse", "--aktor", LESSEBO).out
    assert text.splitlines() == told.splitlines(), "the command prints what the folder got"
    written = nvplan("saknas", plan, "--paminnelse", "--aktor", LESSEBO, "--till", str(tmp_path / "igen"))
    names = sorted(path.name for path in (tmp_path / "igen").iterdir())
    assert sorted(Path(line).name for line in written.out.splitlines()) == names
    assert "påminnelse Kronoberg 2027 Lessebo kommun.txt" in names
    assert nvplan("saknas", plan, "--till", str(tmp_path / "igen")).code == 1, "where to put what is not asked for"
    assert len(nvplan("saknas", plan, "--paminnelse", "--json").json) == 9
    found = PlanSession.open(plan).state.objects["utskick"][LESSEBO].__dict__
    assert (found["reminders"], found["reminded"]) == (1, found["sent"]), "twice a day is once"


def test_an_actor_or_all_is_chosen_and_all_is_for_forms(plan: str, tmp_path: Path) -> None:
    assert nvplan("exportera", plan, "utskick", "--till", str(tmp_path)).code == 2
    assert nvplan("exportera", plan, "checklista", "--alla", "--format", "md", "--till", str(tmp_path)).code == 2
    refused = nvplan("exportera", plan, "utskick", "--alla", "--format", "pdf", "--till", str(tmp_path))
    assert refused.code == 1
    assert "docx, xlsx" in refused.err
