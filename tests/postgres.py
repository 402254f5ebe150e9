# SPDX-License-Identifier: GPL-2.0-or-later
"""A throw-away PostGIS cluster on a unix socket, from Debian's binaries."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

DEBIAN = Path("/usr/lib/postgresql")
PORT = 54329


class UnavailableError(Exception):
    """Why no cluster can be started here."""


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster with PostGIS and yield the folder of its socket; stop and remove it afterwards.

    Raises ``UnavailableError`` with the reason where PostgreSQL or PostGIS is missing.
    """
    folder = _binaries()
    # Not below pytest's folder: that is closed to the other account, and a socket path must be short.
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    account = _unprivileged()
    if account is not None:
        os.chown(home, account.pw_uid, account.pw_gid)
    try:
        _call(
            [folder / "initdb", "-D", home / "data", "-A", "trust", "-U", "tester", "-E", "UTF8"],
            home,
            account,
        )
        settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c port={PORT} -c fsync=off"
        start = [folder / "pg_ctl", "-D", home / "data", "-w", "-l", home / "log", "-o", settings, "start"]
        _call(start, home, account)
        try:
            yield str(home)
        finally:
            _call([folder / "pg_ctl", "-D", home / "data", "-w", "-m", "immediate", "stop"], home, account)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def cluster_or_skip() -> Iterator[str]:
    """The same for tests, which are skipped with the reason where there can be none."""
    pytest.importorskip("psycopg2", reason="psycopg2 is not installed")
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(cluster())
        except UnavailableError as reason:
            pytest.skip(str(reason))
        yield folder


def _binaries() -> Path:
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    found = next((folder for folder in folders if (folder / "initdb").exists()), None)
    if found is None:
        raise UnavailableError(f"no PostgreSQL server below {DEBIAN} (apt: postgresql)")
    if not list(Path("/usr/share/postgresql").glob(f"{found.parent.name}/extension/postgis.control")):
        raise UnavailableError("PostGIS is not installed (apt: postgresql-15-postgis-3)")
    return found


def _unprivileged() -> pwd.struct_passwd | None:
    """The account to run as when this is root, whom PostgreSQL refuses."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise UnavailableError("PostgreSQL does not run as root, and there is no account postgres or nobody")


def _call(command: list[str | Path], folder: Path, account: pwd.struct_passwd | None) -> None:
    as_other = (
        {} if account is None else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    )
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        **as_other,
    )
    if done.returncode:
        raise UnavailableError(
            f"{Path(command[0]).name} failed: {done.stderr.decode(errors='replace')[-300:]}"
        )
