"""What a file of the catalogue is called where a county has requirement sets in a folder of its own."""

from __future__ import annotations

#: The folder with a county's own requirement sets, on disk and in the names of its files.
OWN_SETS = "lanets"


def catalog_file(name: str) -> str:
    """Return a file of the catalogue as a fault names it: in data/, or in the county's own folder."""
    return f"{name} i länets egen mapp" if name.startswith(f"{OWN_SETS}/") else f"data/{name}"
