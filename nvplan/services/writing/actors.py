"""What an actor that a person gives is held to: the model of the plan file trusts what it reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from nvplan.catalog.counties import REGION
from nvplan.model.county import ActorType
from nvplan.model.errors import InputError
from nvplan.model.objects import SharedObject
from nvplan.model.objects.base import Reference, Title
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.store.journal import Body
from nvplan.texts import objects as objects_texts

#: The kinds of body that belong to the county and are in every plan from the beginning.
HOME = (REGION, "kommun")
#: A body of kommuner between them and the county.
SUBREGION = "delregion"
#: What may say which kommuner it has: where a county has several RSS, each reports for its own.
WITH_MEMBERS = (SUBREGION, "rss")


class ActorInput(SharedObject):
    """An actor as it is typed: the model of the plan file trusts what it reads, a person's input is held to more."""

    type: ActorType
    name: Title
    answers_as: tuple[ActorType, ...] = ()
    members: tuple[Reference, ...] = ()
    asked_as: tuple[Literal["kommun", "rss"], ...] = ()


def check_actor(identity: str, before: Body, read: Mapping[str, Any]) -> None:
    """Make sure that an actor may be added or changed so.

    Raises:
        InputError: its id is taken for the county, or it belongs to the county and is not to be changed so.
    """
    if identity == WHOLE_COUNTY:
        raise InputError(objects_texts.ACTOR_RESERVED.format(id=identity))
    if before.get("type") in HOME and any(read.get(name, before.get(name)) != before.get(name)
                                           for name in ("name", "type")):
        raise InputError(objects_texts.ACTOR_FIXED_CHANGE.format(name=before.get("name", identity)))
    if before and read.get("type", before["type"]) != before["type"]:
        raise InputError(objects_texts.ACTOR_TYPE_CHANGE)
    own = {**before, **read}
    if own.get("type") not in WITH_MEMBERS and own.get("members"):
        raise InputError(objects_texts.MEMBERS_ONLY)
    if own.get("type") != SUBREGION and own.get("asked_as"):
        raise InputError(objects_texts.SUBREGION_ONLY)
    if not before and read.get("type") in HOME:
        raise InputError(objects_texts.ACTOR_NOT_ADDED)
