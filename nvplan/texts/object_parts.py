"""What belongs to an object and is opened from its form: the milestones of an insats."""

from __future__ import annotations

KEY, HELP = "Delmål", "Visar insatsens delmål. Ni lägger till och ändrar dem härifrån."
LATER = "Fyll i det som saknas först, så att insatsen sparas."
DONE, LEFT = "✓", "·"
WHEN_DONE = "klart {date}"
FACT = "Delmål (F6)"
