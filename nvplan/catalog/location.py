"""Where data/ is: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import nvplan
from nvplan import texts
from nvplan.model.errors import CatalogError


@cache
def data_folder() -> Path:
    """Return the folder with the catalogue's files.

    Raises:
        CatalogError: the program was installed without its data.
    """
    package = Path(nvplan.__file__).resolve().parent
    for folder in (package / "_data", package.parent / "data"):
        if (folder / "lan.csv").is_file():
            return folder
    raise CatalogError(texts.CATALOG_MISSING.format(folder=package / "_data"))
