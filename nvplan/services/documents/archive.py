"""The archive: everything in the plan, or one actor's part, as a file with manifest and checksums, to be read back."""

from __future__ import annotations

from nvplan.services.documents.contributions import archive_bytes
from nvplan.services.documents.registry import Request
from nvplan.services.reading.open_plan import OpenPlan


def content(session: OpenPlan, request: Request) -> bytes:
    """Return the archive's bytes; the same plan always gives the same.

    It holds no contact person. Without names, e-mail addresses and telephone numbers in texts are cleared too; such an
    archive is for reading, for it says something else than the plan where one stood.
    """
    return archive_bytes(session, request.actor, without_names=request.without_names)
