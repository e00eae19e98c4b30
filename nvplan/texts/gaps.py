"""The distance between how it is and how the county wants it, in words."""

from __future__ import annotations

TOLD = "{title}: {present} ({when}) mot {target}. {left}"
LEFT = "Kvar: {distance}."
REACHED = "Målvärdet är nått."
MORE = "{count} mål till har ett läge och ett målvärde."
NOTHING = "Glappet räknas ut när ett mål i planen har målvärde och ett mätt värde eller basvärde."
TABLE = "Glapp mellan läge och mål"
COLUMN_GOAL, COLUMN_PRESENT, COLUMN_LEFT = "Mål", "Läge nu", "Kvar till målvärdet"
LEFT_REACHED = "nått"
