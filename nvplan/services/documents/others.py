"""The shared objects that no part of a plan document is written for: a list of each type, made from its declaration."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.document import Block, Heading, Table, TableColumn
from nvplan.model.objects import TYPES, SharedObject
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.kinds import LOOKS, read_only
from nvplan.services.documents.view import View
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.texts import documents_lists as documents_lists_texts


def others_section(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return a list of each type whose declaration says that it is printed as one, with what the reader may see.

    An object that says which plans it belongs to stands in those; any other stands in the joint plan.
    """
    blocks: list[Block] = []
    for model in TYPES.values():
        found = [one for one in view.objects(model) if _belongs(one, plans)] if model.about.printed == "list" else []
        if found:
            blocks += [Heading(level=level, text=documents_lists_texts.TYPES[model.about.name]), _table(view, found)]
    return blocks


def _belongs(one: SharedObject, plans: Sequence[PlanKey]) -> bool:
    own = getattr(one, "plans", ()) or ("gemensam",)
    return bool(set(own) & set(plans))


def _table(view: View, found: Sequence[SharedObject]) -> Table:
    about = found[0].about
    specs = [fields_by_name(about.name)[name] for name in about.columns]
    return Table(
        caption=documents_lists_texts.TYPES[about.name],
        first_column_is_header=True,
        columns=tuple(TableColumn(title=spec.label, kind=read_only(LOOKS[spec].cell), weight=LOOKS[spec].list_weight)
                      for spec in specs),
        rows=tuple(tuple(view.cell(one, spec.name) for spec in specs) for one in found),
    )
