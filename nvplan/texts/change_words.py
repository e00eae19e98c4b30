"""What the change log, the list of clashes and undo call the fields, values and changes of a plan."""

from __future__ import annotations

from nvplan.texts import common as common_texts

REGION, RSS = "regionen", "RSS"
#: Whose assessment, and of which requirement.
ASSESSMENT = "{actor}: bedömning av {requirement}"
OBJECT = "{kind} ”{title}”"
CHANGED = "{what}"
REMOVED = "tog bort: {what}"
STANDING = "planens läge: {standing}"
OTHER = "en ändring i planen"
REPORT_PLACE = "svar {number} i {title}"
OTHER_PLACE = "en uppgift i planen"
OTHER_FIELD = "en uppgift"
PLAN_WHOLE, PLAN_OTHER = "uppgifterna om planen", "en uppgift om planen"
#: The fields of the plan's own document.
PLAN_FIELDS = {
    "county_code": "länets kod", "year": "år", "first_year": "första år", "last_year": "sista år",
    "followed_up": "år som är följda upp", "requirement_set": "krav enligt", "standing": "läge",
    "standing_date": "dag för läget", "standing_body": "organ som beslutade", "example": "exempel",
    "created": "skapad", "carried_from": "gjord ur planen för", "own_standing": "vad länet anger gäller",
    "catalog": "katalog",
}
#: Fields that objects have beside those of the form.
OTHER_FIELDS = {"carried": "från förra årets plan", "id": "id", "history": "steg"}
LABELLED = common_texts.LABELLED
NEXT_FIELD, NEXT_ITEM, NEXT_ROW = "; ", ", ", "; "
#: What came in, and whose it was.
FROM_ACTOR = "{what} från {actor}"
