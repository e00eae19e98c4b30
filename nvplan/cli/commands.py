"""What a module with commands is given: a way to add them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Protocol


class Commands(Protocol):
    """Where a module adds its commands."""

    def __call__(self, name: str, run: Callable[[argparse.Namespace], int | None], help: str  # noqa: A002
                 ) -> argparse.ArgumentParser:
        """Add a command with one sentence of help and return its parser."""
