"""A type of shared object is declared once, has every word it needs, and falls back on nothing in silence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import nvplan
from nvplan.model.county import Actor
from nvplan.model.objects import ABOUT, ACTOR_TYPE, TYPES, ObjectType
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import fields as fields_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import planner_objects as planner_objects_texts
from tests.architecture.sources import parsed

PACKAGE = Path(nvplan.__file__).parent
#: Rooms that know what a few types are about, and say so: what is beside a list, what forms grow, what an import names.
_KNOWS = {
    "tui/screens/objects/list_keys.py": "what F4 opens beside a list",
    "services/writing/returned/columns.py": "which rows of a returned form are new objects",
}


@pytest.mark.parametrize("name", ABOUT)
def test_a_type_has_every_word_it_needs(name: str) -> None:
    about = ABOUT[name]
    assert all(objects_texts.KINDS[name])
    assert documents_lists_texts.TYPES[name]
    assert set(fields_texts.FIELDS[name]) == {field.name for field in about.fields}
    assert all(label for label, _ in fields_texts.FIELDS[name].values())
    if about.listed:
        assert all(planner_objects_texts.PLACES[name])
        assert planner_objects_texts.EMPTY[name]
        assert planner_objects_texts.NEW[name]
        assert all(planner_objects_texts.COUNTED[name])
    if about.key is not None:
        assert all(objects_texts.KEYS[name])


@pytest.mark.parametrize("name", ABOUT)
def test_what_is_declared_of_a_type_is_about_fields_that_it_has(name: str) -> None:
    about = ABOUT[name]
    model = Actor if name == ACTOR_TYPE else TYPES[name]
    known = fields_by_name(name)
    named = {*about.columns, *about.called, *about.facets, *about.watched, *(about.key.fields if about.key else ())}
    assert named <= set(known)
    assert set(known) == set(model.model_fields) - {"id", "carried"}
    assert all(known[facet].codes or known[facet].target in ABOUT for facet in about.facets)
    assert not about.watched or "history" in known
    assert not about.stamped or {"role", "date"} <= set(known)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_says_whose_it_is_and_has_no_other_actor_unsaid(name: str) -> None:
    about, known = ABOUT[name], fields_by_name(name)
    actors = {field for field, spec in known.items() if spec.target == ACTOR_TYPE}
    assert actors == {*((about.owner.field,) if about.owner.field else ()), *about.owner.taking_part}


def test_whose_it_is_cannot_be_left_out() -> None:
    declaration = {field: getattr(ABOUT["beslut"], field) for field in ("name", "fields", "columns", "follows")}
    with pytest.raises(TypeError, match="owner"):
        ObjectType(**declaration)


def _tables_of_types(path: Path) -> Iterator[int]:
    """Yield the lines where a module sets a table or list of several types by name."""
    for node in parsed(path).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        for one in ast.walk(value) if value is not None else ():
            if isinstance(one, ast.Dict):
                names = [key.value for key in one.keys if isinstance(key, ast.Constant)]
            elif isinstance(one, ast.Tuple | ast.List | ast.Set):
                names = [part.value for part in one.elts if isinstance(part, ast.Constant)]
            else:
                continue
            if len(names) > 1 and set(names) <= set(ABOUT):
                yield one.lineno


def test_no_other_room_keeps_a_table_of_types() -> None:
    found = {str(path.relative_to(PACKAGE)): lines for path in sorted(PACKAGE.rglob("*.py"))
             if path.parent.name != "texts" and (lines := list(_tables_of_types(path)))}
    assert set(found) == set(_KNOWS), found
