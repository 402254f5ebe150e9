# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample project, opened from a copy: the plugin's own folder may be read-only."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsApplication

from ..i18n import speaks_chinese, tr
from ..paths import RESOURCES
from .host import Host

SOURCE = RESOURCES / "sample" / "county"


def open_sample(host: Host) -> None:
    """Open the user's copy of the sample, made if need be; QGIS asks about a project that is not saved."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "dualcarbon" / "sample"
    try:
        project = copy_sample(folder)
    except OSError as error:
        host.fail(
            tr("The sample cannot be copied into {folder}: {reason}").format(folder=folder, reason=error)
        )
        return
    if host.iface.newProject(True) and host.iface.addProject(str(project)):
        host.tell(
            tr("This is your copy of the sample, in {folder}. Delete that folder to get it anew.").format(
                folder=folder
            )
        )


def copy_sample(folder: Path) -> Path:
    """Copy what is not there yet; the project in the language of QGIS. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    project = f"county_{'zh' if speaks_chinese() else 'en'}.qgz"
    for name in ("county.gpkg", "README.md", project):
        if not (folder / name).exists():
            # Without the permissions of the source, which may be read-only.
            shutil.copyfile(SOURCE / name, folder / name)
    return folder / project
