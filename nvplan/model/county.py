"""Counties, kommuner and the actors of a plan."""

# No `from __future__ import annotations` here: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from nvplan.model.base import Frozen

#: What kind of body an actor is. Only the first three answer for requirements of the agreement.
ActorType = Literal["region", "kommun", "rss", "delregion", "skr", "privat", "ovrig"]

#: The one county where region and kommun are the same body (Socialstyrelsen 2022, 003 lines 869-873).
GOTLAND = "09"


class Municipality(Frozen):
    """A kommun with SCB's four-digit code."""

    code: str
    name: str
    short: str
    county_code: str


class County(Frozen):
    """A län with SCB's two-digit code, its region and every spelling that the sources use."""

    code: str
    name: str
    short: str
    region: str
    aliases: tuple[str, ...] = ()
    rss_suggested: tuple[str, ...] = ()
    municipalities: tuple[Municipality, ...] = ()

    @property
    def is_one_body(self) -> bool:
        """Whether region and kommun are the same body."""
        return self.code == GOTLAND


class Actor(Frozen):
    """A body that takes part in the county's plan; `id` is `region`, `rss`, a kommun's code or the county's own."""

    id: str
    type: ActorType
    name: str
    answers_as: tuple[ActorType, ...] = ()
    """Further kinds that the body answers as: Gotland's region is kommun as well."""
    members: tuple[str, ...] = ()
    """For a delregion, and for an RSS where the county has several: the ids of its kommuner."""
    asked_as: tuple[ActorType, ...] = ()
    """For a delregion: the kinds of body whose questions the county puts to it as well."""

    @property
    def is_both(self) -> bool:
        """Whether region and kommun are this one body."""
        return self.acts_as("region") and self.acts_as("kommun")

    def acts_as(self, kind: str) -> bool:
        """Whether the actor answers for what is asked of this kind of body."""
        return kind == self.type or kind in self.answers_as or kind in self.asked_as
