"""The documents behind the catalogue: what `Source.document` names."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.catalog.faults import id_faults, read_with_own
from nvplan.catalog.location import remembered
from nvplan.model.source_document import SourceDocument

DOCUMENTS = "kallor.jsonl"


@remembered
def documents() -> Mapping[str, SourceDocument]:
    """Return the documents by id, those with line numbers first.

    Raises:
        CatalogError: data/kallor.jsonl does not hold.
    """
    return {row.id: row for row in read_with_own(DOCUMENTS, SourceDocument, id_faults)}
