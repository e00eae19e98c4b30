"""The kinds of fields: one class a kind, used by questions, columns, objects' fields and report items alike."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.kinds.choice import OneOf, SeveralOf, YesNo
from nvplan.model.kinds.date import Date, Month
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Kind
from nvplan.model.kinds.number import Kronor, Number
from nvplan.model.kinds.register import Register
from nvplan.model.kinds.table import Table
from nvplan.model.kinds.words import LongText, Reference, Signature, Text


def kind_of(field: Field) -> Kind:
    """Return the kind of a field."""
    return KINDS[field.kind]


#: Every kind by its name.
KINDS: Mapping[KindName, Kind] = {kind.name: kind for kind in (
    Text(), LongText(), Number(), Date(), OneOf(), SeveralOf(), YesNo(), Table(kind_of), Register(), Reference(),
    Kronor(), Month(), Signature(),
)}

__all__ = ["KINDS", "kind_of"]
