"""The light dataclasses do what the standard ones do, for whoever uses one."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field, replace
from functools import cached_property
from typing import Any

import pytest

from nvplan.model import light


@light.dataclass(frozen=True)
class Light:
    """Made by us."""

    name: str
    number: int = 0
    parts: tuple[str, ...] = ()
    noted: dict[str, int] = field(default_factory=dict, compare=False)

    @cached_property
    def told(self) -> str:
        """Something that is kept beside the fields."""
        return f"{self.name} {self.number}"


@dataclasses.dataclass(frozen=True)
class Standard:
    """The same, made by the standard library."""

    name: str
    number: int = 0
    parts: tuple[str, ...] = ()
    noted: dict[str, int] = field(default_factory=dict, compare=False)


@light.dataclass(frozen=True)
class Deeper(Light):
    """One that has more."""

    more: str = ""


@dataclasses.dataclass(frozen=True)
class Mixed(Light):
    """A standard one with a light one below."""

    more: str = ""


@light.dataclass
class Open:
    """One that may be changed."""

    name: str

    def __post_init__(self) -> None:
        self.name = self.name.strip()


@light.dataclass(frozen=True, kw_only=True)
class Named:
    """One whose fields are given by name."""

    name: str
    other: str = ""


@pytest.mark.parametrize("given", [(("a",), {}), (("a", 2), {}), (("a",), {"parts": ("x",)}), ((), {"name": "a"})])
def test_it_takes_and_tells_what_the_standard_one_does(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    args, named = given
    ours, theirs = Light(*args, **named), Standard(*args, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs).replace("Standard", "Light")
    assert ours == Light(*args, **named)
    assert hash(ours) == hash(Light(*args, **named))
    assert [one.name for one in dataclasses.fields(ours)] == [one.name for one in dataclasses.fields(theirs)]


@pytest.mark.parametrize("given", [
    ((), {}), (("a",), {"name": "b"}), (("a",), {"unknown": 1}), ((), {"unknown": 1}), (("a", 1, (), {}, 5), {}),
])
def test_it_refuses_what_the_standard_one_refuses(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    args, named = given
    for cls in (Light, Standard):
        with pytest.raises(TypeError):
            cls(*args, **named)


def test_one_that_is_frozen_is_not_changed() -> None:
    one = Light("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    assert replace(one, number=3) == Light("a", 3)
    assert one == Light("a")


def test_what_is_kept_beside_the_fields_makes_no_difference() -> None:
    one, other = Light("a", 1), Light("a", 1)
    assert one.told == "a 1"
    assert one == other
    assert len({one, other}) == 1


def test_each_has_its_own_of_what_is_made_for_it() -> None:
    assert Light("a").noted is not Light("a").noted
    assert Light("a", noted={"x": 1}) == Light("a")  # it is not compared


def test_one_that_has_more_is_another_kind() -> None:
    for cls in (Deeper, Mixed):
        one = cls("a", more="b")
        assert (one.name, one.number, one.more) == ("a", 0, "b")
        assert one != Light("a")
        assert pickle.loads(pickle.dumps(one)) == one
        with pytest.raises(dataclasses.FrozenInstanceError):
            one.name = "b"  # type: ignore[misc]


def test_one_that_may_be_changed_has_no_hash_and_is_finished_when_made() -> None:
    one = Open(" a ")
    assert one.name == "a"
    one.name = "b"
    assert one == Open("b")
    with pytest.raises(TypeError):
        hash(one)


def test_fields_that_are_given_by_name_are_given_in_no_other_way() -> None:
    assert Named(name="a").other == ""
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[call-arg]


def test_a_pattern_matches_by_place() -> None:
    match Light("a", 5):
        case Light(name, number):
            assert (name, number) == ("a", 5)
        case _:
            pytest.fail("it did not match")
