"""Dataclasses that are cheap to declare: their methods are shared, where the standard ones are compiled for each class.

The standard decorator compiles six functions for a frozen class, 0.55 ms of them. Until a plan was seen that was 31 ms
of 530, most of it for classes that had no instance yet; these take a seventh of it. To make an instance takes somewhat
longer, so a class with thousands of instances at a time is better off with the standard one. They are dataclasses in
every other way: `replace`, `fields` and `match` work, and a type checker sees the standard decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass


_Fields: TypeAlias = tuple[dataclasses.Field[Any], ...]
#: Where a dataclass says how it was made.
_PARAMS = "__dataclass_params__"


def _light(cls: Any = None, /, *, frozen: bool = False, kw_only: bool = False) -> Any:
    """Make a class a dataclass, as `dataclasses.dataclass` with these options does."""
    if cls is None:
        return lambda of: _made(of, frozen=frozen, kw_only=kw_only)
    return _made(cls, frozen=frozen, kw_only=kw_only)


if not TYPE_CHECKING:
    dataclass = _light


def _made(cls: Any, *, frozen: bool, kw_only: bool) -> Any:
    frozen_below = any(getattr(base, _PARAMS).frozen for base in cls.__mro__[1:] if hasattr(base, _PARAMS))
    dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only, frozen=frozen and frozen_below)(cls)
    cls.__dataclass_params__.frozen = frozen  # so that a standard one may have it below
    fields = dataclasses.fields(cls)
    methods = {"__init__": _init(cls, fields), "__repr__": _repr(fields), "__eq__": _equals(fields),
               "__hash__": _hash(fields) if frozen else None,
               **({"__setattr__": _refuse_set, "__delattr__": _refuse_delete} if frozen else {})}
    for name, method in methods.items():
        if name not in cls.__dict__:  # what the class says itself goes before, as with the standard decorator
            setattr(cls, name, method)
    return cls


def _init(cls: type, fields: _Fields) -> Callable[..., None]:
    """Return `__init__`: what is given by place or by name, else the default."""
    assert all(one.init for one in fields), cls
    missing = dataclasses.MISSING
    names = tuple(one.name for one in fields if not one.kw_only)
    known = frozenset(one.name for one in fields)
    defaults = {one.name: one.default for one in fields if one.default is not missing}
    factories = [(one.name, one.default_factory) for one in fields if one.default_factory is not missing]
    finish = getattr(cls, "__post_init__", None)

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: N807 - it becomes the class's own
        values = {**defaults, **dict(zip(names, args, strict=False)), **given}
        for name, make in factories:
            if name not in values:
                values[name] = make()
        if len(values) != len(known) or len(args) > len(names) or (given and _misused(names[:len(args)], given, known)):
            raise TypeError(_refusal(cls, fields, args, given))
        self.__dict__.update(values)
        if finish is not None:
            finish(self)

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    return __init__


def _misused(placed: tuple[str, ...], given: dict[str, Any], known: frozenset[str]) -> bool:
    """Whether something is given that there is no field for, or twice."""
    return not known.issuperset(given) or not given.keys().isdisjoint(placed)


def _refusal(cls: type, fields: _Fields, args: tuple[Any, ...], given: dict[str, Any]) -> str:
    names = [one.name for one in fields]
    needed = [one.name for one in fields if one.default is one.default_factory is dataclasses.MISSING]
    placed = [one.name for one in fields if not one.kw_only][:len(args)]
    lacks = [name for name in needed if name not in placed and name not in given]
    extra = [name for name in given if name not in names or name in placed]
    return f"{cls.__qualname__}() got {len(args)} values by place; it lacks {lacks} and has no place for {extra}"


def _compared(fields: _Fields) -> Callable[[Any], Any]:
    names = [one.name for one in fields if one.compare]
    return attrgetter(*names) if names else lambda _: ()


def _equals(fields: _Fields) -> Callable[[Any, object], bool]:
    values = _compared(fields)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        return bool(values(self) == values(other)) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(fields: _Fields) -> Callable[[Any], int]:
    values = _compared(fields)

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(fields: _Fields) -> Callable[[Any], str]:
    names = [one.name for one in fields if one.repr]

    def __repr__(self: Any) -> str:  # noqa: N807
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({told})"

    return __repr__


def _refuse_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
