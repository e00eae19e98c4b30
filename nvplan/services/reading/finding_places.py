"""What a finding's place is called where it is told as a value: of a receipt in a list, or of what changed in one."""

from __future__ import annotations

from typing import Any, cast

from nvplan.catalog.counties import counties
from nvplan.model.kinds.field import Target
from nvplan.model.objects import ABOUT, Receipt
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.reading.object_references import Documents, choices
from nvplan.texts import common as common_texts

#: What a place names out of the content; a requirement is named by its assessment as well.
_IN_CONTENT = ("krav", "fraga")
_ASSESSMENT = "kravbedomning"
_FIELD = "place"


def is_finding_place(kind: str, name: str) -> bool:
    """Whether a field of an object holds a finding's place."""
    return kind == Receipt.about.name and name == _FIELD


def finding_place(stored: Any, documents: Documents) -> str:
    """Return a place as Granska calls it, the question's own words or the object's name, and whose it is.

    What is not known any more, and a place that somebody has written in the file, stands as it is.
    """
    kind, _, identity = str(stored).partition(":")
    wanted, _, actor = identity.partition("@")
    kind = "krav" if kind == _ASSESSMENT else kind
    if kind == "plan":
        return common_texts.PLAN_NAME.get(wanted, str(stored))
    known = choices(cast(Target, kind), documents) if kind in (*ABOUT, *_IN_CONTENT) else {}
    told = known.get(wanted) or known.get(wanted.upper()) or str(stored)
    whose = "" if actor in ("", WHOLE_COUNTY) else choices("aktor", documents).get(actor) or _kommun(actor)
    return f"{told} · {whose}" if whose else told


def _kommun(code: str) -> str:
    return next((one.short for county in counties() for one in county.municipalities if one.code == code), "")
