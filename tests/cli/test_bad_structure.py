"""A county's own structure, times and conditions that cannot be: one sentence each, by command, and nothing changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import nvplan
from tests.cli.test_bad_input import one_sentence


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A plan with two målområden under each other, an insats with an end, one under it, and a private provider."""
    path = str(tmp_path_factory.mktemp("plan") / "k.nvplan")
    nvplan("ny", path, "--lan", "07", "--ar", "2027")
    for kind, identity, given in (
            ("malomrade", "vard", {"title": "Vård"}), ("malomrade", "team", {"title": "Team", "parent": "vard"}),
            ("malomrade", "natt", {"title": "Natt", "parent": "team"}),
            ("insats", "sip", {"title": "SIP", "end": "2028"}),
            ("insats", "norr", {"title": "SIP i norr", "parent": "sip"}),
            ("aktor", "linden", {"type": "privat", "name": "Linden AB"})):
        put = nvplan("objekt", path, kind, "satt", identity, "--json", stdin=json.dumps(given))
        assert put.code == 0, put.err
    return path


@pytest.mark.parametrize(("kind", "identity", "given", "parts"), [
    ("malomrade", "vard", {"parent": "natt"}, ("”Vård” kan inte ligga under ”Natt”",)),
    ("malomrade", "vard", {"parent": "vard"}, ("Ligger under", "sig själv")),
    ("malomrade", "", {"title": "Djupare", "parent": "Natt"}, ("nivå 4", "högst 3")),
    ("insats", "sip", {"parent": "norr"}, ("”SIP” kan inte vara del av ”SIP i norr”",)),
    ("delmal", "", {"title": "Klart", "effort": "sip", "date": "våren 2029"},
     ("Delmålet ”Klart” (våren 2029)", "insatsens slut (2028)")),
    ("malomrade", "", {"title": "Tid", "time": "2030–2024"}, ("Gäller", "slutar innan den börjar")),
    ("insats", "", {"title": "Tid", "start": "2029", "end": "våren 2028"}, ("före starten",)),
    ("delmal", "", {"title": "Tid", "effort": "SIP", "date": "våren 20266"}, ("Klart senast", "våren 20266")),
    ("mal", "", {"title": "Tid", "date": "hösten 19"}, ("Nås senast", "hösten 19")),
    ("beslut", "", {"title": "Villkor", "subject": "gemensam", "outcome": "antagen_villkor",
                    "condition_actors": ["Linden AB"]}, ("Linden AB", "inte fattar")),
    ("beslut", "", {"title": "Villkor", "subject": "gemensam", "outcome": "antagen_villkor",
                    "condition_actors": ["region"], "condition_least": 2}, ("Minst så många av dem",)),
    ("insats", "", {"title": "Pengar", "yearly_costs": ["2027: mycket"]}, ("mycket",)),
    ("insats", "", {"title": "Vart", "structure": ["finns-inte"]}, ("finns-inte",)),
    ("tjanst", "", {"title": "Ekan", "service": "hittepa"}, ("hittepa",)),
    ("annanplan", "", {"title": "Plan", "kind": "ambulans", "in_force": "2029–2027"}, ("slutar innan den börjar",)),
    ("matkalla", "", {"title": "Källa", "interval": "ibland"}, ("ibland",)),
    ("aktor", "", {"type": "delregion", "name": "Norr", "members": ["region"]}, ("Region Kronoberg",)),
])
def test_what_cannot_be_is_told_in_one_sentence_and_nothing_is_stored(
        laid: str, kind: str, identity: str, given: dict[str, object], parts: tuple[str, ...]) -> None:
    before = Path(laid).read_bytes()
    put = nvplan("objekt", laid, kind, "satt", *([identity] if identity else []), stdin=json.dumps(given))
    one_sentence(put, *parts)
    assert Path(laid).read_bytes() == before


@pytest.mark.parametrize(("span", "parts"), [
    ("2030-2024", ("sluta 2024, före 2030",)), ("2024–2124", ("2124",)), ("våren 2024", ("våren 2024",)),
    ("2024-", ("2024-",))])
def test_years_that_cannot_be_a_plans_make_no_plan(tmp_path: Path, span: str, parts: tuple[str, ...]) -> None:
    path = tmp_path / "a.nvplan"
    one_sentence(nvplan("ny", str(path), "--lan", "07", "--ar", span), *parts)
    assert not path.exists()
