"""The actors as people edit them: they frame the plan and stand in a table of their own, with the model in county."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from nvplan.model.objects.declaration import ObjectType, Owner, choice, refer, several, text

#: The actors are edited like the shared objects; an actor's own entry is its own.
ACTOR = ObjectType(
    name="aktor",
    fields=(
        text("name"), choice("type", "aktorsslag"), refer("members", "aktor"),
        several("asked_as", "fragas_som"), several("answers_as", "aktorsslag", system=True),
    ),
    columns=("name", "type", "members"),
    facets=("type",),
    called=("name",),
    owner=Owner("id", open_to_all=False),
    follows=True,
    printed="own",
)
