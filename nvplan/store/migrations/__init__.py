"""Opens files of older schema versions: one module per version, each a pure step from tables to tables.

`v1.py` holds `step`, which turns the tables of schema 1 into those of schema 2. A step changes no table that it is
given; it returns new ones. The file on disk stays as it is until the first change, and its original bytes are then
kept among the backups.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nvplan.store.format import SCHEMA, Tables

Step = Callable[[Tables], Tables]


def _from_1(tables: Tables) -> Tables:
    """Read what the step needs of the catalogue only where there is an old file."""
    from nvplan.store.migrations.v1 import step

    return step(tables)


#: By the schema version that the step starts from.
STEPS: Mapping[int, Step] = {1: _from_1}


def migrate(tables: Tables, schema: int, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA) -> Tables:
    """Return the tables as they stand in the target version.

    Raises:
        KeyError: a version has no step, which a test rules out.
    """
    for version in range(schema, target):
        tables = steps[version](tables)
    return tables
