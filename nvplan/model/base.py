"""The base that every model shares: immutable, strict about unknown fields, no NaN."""

from __future__ import annotations

import sys
from types import ModuleType

from pydantic import BaseModel, ConfigDict


def _without_plugins() -> None:
    """Keep what else happens to be installed out of the models, and pydantic from looking for it among all of that.

    It reads importlib's and the mail library's modules to do so, a fortieth of the time until a plan is seen. Where a
    later pydantic asks elsewhere it looks as it always did.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = tuple  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)


_without_plugins()


class Frozen(BaseModel):
    """An immutable value; an unknown field is an error, so that a misspelt column in data/ is found.

    A model is built when it is first used: a plan is seen before most of them are.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)
