# SPDX-License-Identifier: GPL-2.0-or-later
"""Start QGIS on a virtual screen in a throw-away profile, once a language, and keep what it shows.

Needs the programs qgis and xvfb-run, and chromium for the picture of the report. ``python -m pictures``
makes all; names of languages or pictures after it keep only those.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "resources" / "help" / "pictures"
LOCALES = {"en": "en", "zh": "zh_CN"}
#: How long QGIS may take for one language, in seconds.
PATIENCE_S = 400
#: The size that no picture may exceed, and the numbers of colours tried until one fits.
MOST_BYTES = 120_000
COLOURS = (256, 128, 64, 32, 16)
SETTINGS = """[PythonPlugins]
dualcarbon=true
processing=true
[locale]
overrideFlag=true
userLocale={locale}
[UI]
UITheme=default
[qgis]
checkVersion=false
newsFeed=false
"""


def make_profile(folder: Path, locale: str) -> Path:
    """A profile in ``folder`` with the plugin of this clone switched on."""
    profile = folder / "profiles" / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS.format(locale=locale), encoding="utf-8")
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "dualcarbon").symlink_to(ROOT, target_is_directory=True)
    return folder / "profiles"


def take(language: str, folder: Path) -> Path:
    """Run the story of ``in_qgis.py`` in one language; the folder of the pictures as they were taken.

    Raises ``RuntimeError`` where QGIS did not come to the end.
    """
    taken = folder / "taken"
    taken.mkdir()
    work = folder / "work"
    shutil.copytree(ROOT / "resources" / "sample" / "county", work)
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages")),
        "XDG_RUNTIME_DIR": str(folder),
        # QGIS marks layers below the folder for temporary files; those of the sample lie beside it.
        "TMPDIR": str(temporary),
        "LC_ALL": "C.UTF-8",
        "PICTURES_LANGUAGE": language,
        "PICTURES_WORK": str(work),
        "PICTURES_TAKEN": str(taken),
    }
    command = [
        *("xvfb-run", "-a", "-s", "-screen 0 1500x1000x24", "qgis", "--nologo", "--noversioncheck"),
        *("--profiles-path", str(make_profile(folder, LOCALES[language]))),
        *("--code", str(Path(__file__).with_name("in_qgis.py"))),
    ]
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE_S, check=False
    )
    if not (taken / "done").exists():
        raise RuntimeError(f"{language}: {done.stdout[-3000:]}{done.stderr[-3000:]}")
    take_page(work / "report.html", taken / "report.png")
    return taken


def take_page(page: Path, picture: Path) -> None:
    """The top of a page as a browser shows it; nothing where there is no chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("pictures: no chromium here, the picture of the report stays as it is")
        return
    command = [browser, "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1200,900"]
    subprocess.run(
        [*command, f"--screenshot={picture}", page.as_uri()], capture_output=True, check=True, timeout=120
    )


def keep(taken: Path, language: str, wanted: Sequence[str]) -> None:
    """Store pictures with as many colours as fit into ``MOST_BYTES``."""
    (PICTURES / language).mkdir(parents=True, exist_ok=True)
    for source in sorted(taken.glob("*.png")):
        if wanted and source.stem not in wanted:
            continue
        target = PICTURES / language / source.name
        picture = Image.open(source).convert("RGB")
        for colours in COLOURS:
            picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
            if target.stat().st_size <= MOST_BYTES:
                break
        print(f"pictures: {target.relative_to(ROOT)}, {target.stat().st_size // 1000} kB, {colours} colours")


def main(asked: Sequence[str]) -> None:
    languages = [language for language in LOCALES if language in asked] or list(LOCALES)
    wanted = [name for name in asked if name not in LOCALES]
    for language in languages:
        with tempfile.TemporaryDirectory() as folder:
            keep(take(language, Path(folder)), language, wanted)


if __name__ == "__main__":
    main(sys.argv[1:])
