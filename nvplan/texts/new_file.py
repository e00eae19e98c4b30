"""The Swedish strings about where the file of a new plan lies."""

from __future__ import annotations

MAKE_FOLDER, MAKE_FOLDER_YES = "Ska mappen skapas?", "Skapa mappen och planen"
FOLDER_MISSING = "Mappen {folder} finns inte."


def lies_in(folder: str, *, is_missing: bool = False) -> str:
    """Return in which folder the file will lie, and that the program asks to make it where it is missing."""
    if is_missing:
        return f"Mappen {folder} finns inte. nvplan frågar om den ska skapas."
    return f"Filen läggs i mappen {folder}. Skriv en annan mapp före namnet om ni vill."
