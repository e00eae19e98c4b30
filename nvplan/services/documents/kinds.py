"""How each kind of field stands in a document: what its cells are, how much room they take, what may be answered."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.model.document import CellKind
from nvplan.model.kinds.field import KindName
from nvplan.model.kinds.rendering import ByKind
from nvplan.texts import documents as documents_texts


@dataclass(frozen=True)
class Look:
    """A kind in documents. Weights are shares of a table's width: of answers, and of a list to fill in."""

    cell: CellKind = "text"
    weight: int = 4
    list_weight: int = 2
    answers: str = ""
    """What may be answered, where it is neither free text nor the field's own options."""


def read_only(cell: CellKind) -> CellKind:
    """Return how a cell looks where nothing is chosen in it."""
    return "text" if cell == "choice" else cell


LOOKS: ByKind[Look] = ByKind(KindName, {
    "text": Look(list_weight=3),
    "langtext": Look(list_weight=4),
    "tal": Look("number", weight=2),
    "datum": Look("date", weight=2),
    "val": Look("choice"),
    "flerval": Look(list_weight=3),
    "ja_nej": Look(weight=2, answers=documents_texts.GRID_YES_NO),
    "tabell": Look(answers=documents_texts.GRID_TABLE),
    "register": Look(),
    "referens": Look(list_weight=3),
    "kronor": Look("number"),
    "manad": Look(weight=2),
    "underskrift": Look(),
})
