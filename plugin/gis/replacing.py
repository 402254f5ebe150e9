# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that are whole or as they were before: written beside their place, then renamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Where to write what is to stand at ``path`` once it is complete; nothing of it stays otherwise.

    Raises ``OutputError`` where it cannot be written.
    """
    partial = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except (OSError, RuntimeError) as error:
        raise OutputError(
            "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
            path=path,
            reason=error,
        ) from error
    finally:
        partial.unlink(missing_ok=True)
