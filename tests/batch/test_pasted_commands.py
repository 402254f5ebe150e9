# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands of README and CONTRIBUTING, pasted word for word into a shell in a copy of the checkout."""

from __future__ import annotations

import csv
import math
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: What a copy needs for the plugin to run and for a test of the domain.
PARTS = (".gitignore", "__init__.py", "metadata.txt", "pyproject.toml", "plugin", "resources", "i18n")
EXAMPLES = ("A classification", "A factor set", "A rule", "An algorithm")
MARK = "—— {} ——"
#: Two squares of a hundredth of a degree, one of paddy; the example raises its soil carbon from 111.4 to 120.
RAISED_TC_HA = 120.0 - 111.4

pytestmark = [
    pytest.mark.batch,
    pytest.mark.skipif(shutil.which("qgis_process.bin") is None, reason="the pages name Debian's program"),
    pytest.mark.skipif(not (ROOT / ".venv" / "bin" / "python").exists(), reason="the pages use .venv"),
]


@dataclass(frozen=True)
class Pasted:
    """A copy of the checkout after the examples, and what the shell said to each, by its heading."""

    copy: Path
    said: dict[str, str]

    def number(self, example: str, name: str) -> float:
        return float(re.search(rf"^{name}:\t(.+)$", self.said[example], re.M).group(1))


def section(page: str, heading: str) -> str:
    """What stands below a heading, without the blocks of code."""
    prose = re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.M | re.S)
    return re.search(rf"^#+ {heading}\n(.*?)(?=^#|\Z)", prose, re.M | re.S).group(1)


def block(page: str, heading: str) -> str:
    """The first block for a shell below a heading."""
    text = (ROOT / page).read_text(encoding="utf-8").split(f"# {heading}\n", 1)[1]
    return re.search(r"^```bash\n(.*?)^```$", text, re.M | re.S).group(1)


def copy_into(folder: Path) -> Path:
    """What the plugin needs, and the packages of the set-up."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "help"))
        else:
            shutil.copy(ROOT / part, folder)
    (folder / "tests" / "domain").mkdir(parents=True)
    # What conftest.py names as a plugin stands beside it.
    for helper in (ROOT / "tests").glob("*.py"):
        shutil.copy(helper, folder / "tests")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def paste(script: str, folder: Path) -> str:
    """What a shell in ``folder`` prints, in a home of its own; fails with its errors when a line fails."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    names = {name for name in os.environ if name.startswith(("QGIS_", "PYTHON", "XDG_", "PYTEST_"))}
    environment = {name: value for name, value in os.environ.items() if name not in names}
    done = subprocess.run(  # the text is that of our own pages
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**environment, "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def pasted(tmp_path_factory) -> Pasted:
    copy = copy_into(tmp_path_factory.mktemp("clone"))
    script = block("CONTRIBUTING.md", "How to add")
    for example in EXAMPLES:
        script += f"echo '{MARK.format(example)}'\n" + block("CONTRIBUTING.md", example)
    parts = re.split(MARK.format("(.+?)") + "\n", paste(script, copy))
    return Pasted(copy, dict(zip(parts[1::2], parts[2::2])))


def stated(example: str, pattern: str) -> float:
    """A number of the text below an example, with its thin or plain spaces."""
    return float(re.search(pattern, section("CONTRIBUTING.md", example)).group(1).replace(" ", ""))


def test_a_classification_maps_both_parcels(pasted):
    assert pasted.number("A classification", "UNMAPPED_AREA_HA") == 0.0
    stock = pasted.number("A classification", "TOTAL_STOCK_TC")
    assert round(stock) == stated("A classification", r"`TOTAL_STOCK_TC` ([\d ]+\d)")


def test_a_factor_set_gives_its_own_figures(pasted):
    stock = pasted.number("A factor set", "TOTAL_STOCK_TC")
    paddy_ha = pasted.number("A factor set", "TOTAL_AREA_HA") / 2.0
    before = pasted.number("A classification", "TOTAL_STOCK_TC")
    assert stock - before == pytest.approx(RAISED_TC_HA * paddy_ha, rel=1e-6)
    assert round(stock) == stated("A factor set", r"rises to ([\d ]+\d)")
    assert pasted.number("A factor set", "WEAK_SHARE") > 0.0


def test_a_rule_finds_the_park(pasted):
    assert pasted.number("A rule", "PROBLEMS") == 0
    with (pasted.copy / "build" / "try" / "findings.csv").open(encoding="utf-8", newline="") as stream:
        found = [row for row in csv.DictReader(stream) if row["rule_id"] == "EX-01"]
    assert [(row["plan_code"], row["severity"]) for row in found] == [("1401", "warning")]


def test_an_algorithm_runs_and_its_test_passes(pasted):
    assert pasted.number("An algorithm", "SHANNON") == pytest.approx(math.log(2.0), rel=1e-9)
    assert re.search(r"^\.{3}\s+\[100%\]$", pasted.said["An algorithm"], re.M)


def test_the_examples_keep_the_style_of_the_house(pasted):
    code = [*pasted.copy.glob("plugin/**/*.py"), *pasted.copy.glob("tests/**/*.py")]
    files = [path.relative_to(pasted.copy) for path in code]
    made = sorted(str(file) for file in files if not (ROOT / file).exists())
    assert len(made) == 4
    for what in ("check", "format --check"):
        paste(f".venv/bin/python -m ruff {what} plugin/algorithms/provider.py {' '.join(made)}", pasted.copy)


def test_rows_are_added_at_the_end_of_the_shipped_tables(pasted):
    for table in ("rules/cn_national.csv", "factors/regional_cn.csv"):
        shipped = (ROOT / "resources" / table).read_text(encoding="utf-8")
        longer = (pasted.copy / "resources" / table).read_text(encoding="utf-8")
        assert longer.startswith(shipped)
        assert longer.count("\n") == shipped.count("\n") + 1


def test_the_batch_example_gives_the_figures_that_stand_below_it(pasted):
    said = paste(block("README.md", "Batch"), pasted.copy)
    figures = re.search(r"([\d ]+\.\d) ha and ([\d ]+) t C", section("README.md", "Batch")).groups()
    area, stock = (float(figure.replace(" ", "")) for figure in figures)
    assert float(re.search(r"^TOTAL_AREA_HA:\t(.+)$", said, re.M).group(1)) == pytest.approx(area, abs=0.05)
    assert float(re.search(r"^TOTAL_STOCK_TC:\t(.+)$", said, re.M).group(1)) == pytest.approx(stock, abs=0.5)
