# SPDX-License-Identifier: GPL-2.0-or-later
"""What a call does to the machine: what it writes, moves, starts and connects to, told by Python itself.

The audit hook sees all of Python; what C libraries write shows in the snapshot of the folders.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

#: Events of the audit table of Python that nobody who only reads a file has a reason for.
FORBIDDEN = (
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile"),
    *("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "urllib.Request"),
    *("webbrowser.open", "ftplib.connect", "smtplib.connect", "pickle.find_class", "compile", "exec"),
)
#: Events that change files, each with the positions of its paths.
CHANGES = {
    **dict.fromkeys(("os.rename", "os.link", "os.symlink", "shutil.copyfile", "shutil.move"), (0, 1)),
    **dict.fromkeys(("os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.chmod", "shutil.rmtree"), (0,)),
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass
class Deeds:
    """What was seen while the watch was on; paths that lie in ``allowed`` are not told."""

    allowed: Path
    seen: list[str] = field(default_factory=list)

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note an audit event that a reader should not cause."""
        if event in FORBIDDEN:
            # Modules that are imported only now are compiled from their own files.
            if event not in ("compile", "exec"):
                self.seen.append(f"{event} {arguments!r:.200}")
        elif event == "open":
            path, _mode, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self._hear_path(event, path)
        else:
            for position in CHANGES.get(event, ()):
                self._hear_path(event, arguments[position])

    def _hear_path(self, event: str, path: object) -> None:
        if (
            isinstance(path, (str, bytes, os.PathLike))
            and self.allowed not in Path(os.fsdecode(path)).parents
        ):
            self.seen.append(f"{event} {path!r:.200}")


_on_watch: list[Deeds] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _on_watch and (event in CHANGES or event in FORBIDDEN or event == "open"):
        _on_watch[-1].hear(event, arguments)


# A hook cannot be taken back; outside of a watch it costs one look at an empty list.
sys.addaudithook(_hook)


@contextmanager
def watched(allowed: Path) -> Iterator[Deeds]:
    """Look on; afterwards nothing may have been written outside ``allowed``, started or connected to."""
    deeds = Deeds(allowed)
    _on_watch.append(deeds)
    try:
        yield deeds
    finally:
        _on_watch.pop()
    assert not deeds.seen, deeds.seen[:5]


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder below a folder with its size and time of change."""
    return {
        path.relative_to(folder).as_posix(): (found.st_size if path.is_file() else 0, found.st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        for found in (path.lstat(),)
    }
