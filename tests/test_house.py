# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules of the house: who may import whom, how large a room is, what metadata and texts must hold."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import string
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = ROOT / "plugin"
FILES = sorted(PLUGIN.rglob("*.py"))
CEILING = 400
SPDX = "# SPDX-License-Identifier: GPL-2.0-or-later\n"

#: What each part may import from the plugin; the parts of one row do not know each other.
MAY_IMPORT = {
    "domain": {"domain", "paths"},
    "gis": {"domain", "gis", "i18n", "paths"},
    "reports": {"domain", "gis", "reports", "i18n", "paths"},
    "algorithms": {"domain", "gis", "reports", "algorithms", "i18n", "paths"},
    "docks": {"domain", "gis", "reports", "docks", "i18n", "paths"},
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def absolute_imports(file: Path) -> set[str]:
    """First parts of the absolutely imported names: ``numpy``, ``qgis`` …"""
    names = [a.name for node in ast.walk(syntax(file)) if isinstance(node, ast.Import) for a in node.names]
    froms = [n for n in ast.walk(syntax(file)) if isinstance(n, ast.ImportFrom) and n.level == 0]
    return {name.split(".")[0] for name in [*names, *(node.module for node in froms)]}


def relative_imports(file: Path) -> set[str]:
    """Dotted names from the root of the repository: ``plugin.domain.areas``, or ``ABOVE``."""
    package = name_of(file).split("/")[:-1]
    found = set()
    for node in ast.walk(syntax(file)):
        if isinstance(node, ast.ImportFrom) and node.level > 0:
            base = package[: len(package) - node.level + 1]
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found |= {".".join([*base, name]) for name in names} if base else {"ABOVE"}
    return found


def test_imports_point_from_algorithms_to_gis_to_domain():
    wrong = {}
    for file in FILES:
        part = file.relative_to(PLUGIN).parts[0]
        parts = {name.split(".")[1] for name in relative_imports(file) if name.count(".")}
        if not_allowed := parts - MAY_IMPORT.get(part, parts):
            wrong[name_of(file)] = not_allowed
    assert wrong == {}


def test_domain_knows_no_qgis():
    qgis = {"qgis", "PyQt5", "PyQt6", "osgeo", "processing", "gdal", "ogr"}
    wrong = {
        name_of(f): found for f in FILES if "domain" in f.parts and (found := absolute_imports(f) & qgis)
    }
    assert wrong == {}


def test_the_package_imports_itself_relatively_and_stays_below_its_root():
    own = {"plugin", "dualcarbon"}
    assert [name_of(f) for f in FILES if absolute_imports(f) & own or "ABOVE" in relative_imports(f)] == []


def test_a_file_is_a_room():
    lengths = {name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {name: length for name, length in lengths.items() if length > CEILING} == {}


def test_files_with_code_state_their_licence():
    texts = {name_of(file): file.read_text(encoding="utf-8") for file in FILES if syntax(file).body[1:]}
    assert [name for name, text in texts.items() if not text.startswith(SPDX)] == []


def bad_habits(file: Path) -> list[int]:
    """Lines that print, evaluate text, assert, or swallow errors."""
    lines = []
    for node in ast.walk(syntax(file)):
        calls = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        swallows = isinstance(node, ast.ExceptHandler) and (
            node.type is None or all(isinstance(part, ast.Pass) for part in node.body)
        )
        if swallows or isinstance(node, ast.Assert) or (calls and node.func.id in {"print", "eval", "exec"}):
            lines.append(node.lineno)
    return lines


def test_shipped_code_neither_prints_nor_swallows_errors():
    assert {name_of(file): lines for file in FILES if (lines := bad_habits(file))} == {}


#: Modules and classes of Qt and QGIS that reach the network, start programs, or make code of data.
WAYS_OUT = {
    *("urllib", "http", "socket", "ssl", "ftplib", "smtplib", "requests", "webbrowser"),
    *("subprocess", "multiprocessing", "pty"),
    *("pickle", "marshal", "shelve", "dill", "joblib", "code", "runpy"),
    *("xml", "lxml", "yaml"),
}
CLASSES_OUT = re.compile(
    r"\b(?:Q\w*Network\w*|QProcess|QTcp\w+|QWeb\w+|QgsRunProcess)\b|\bos\.(?:system|popen|exec)"
)


def test_shipped_code_opens_no_connection_starts_no_program_and_unpickles_nothing():
    modules = {name_of(file): found for file in FILES if (found := absolute_imports(file) & WAYS_OUT)}
    texts = {name_of(file): file.read_text(encoding="utf-8") for file in FILES}
    classes = {name: found.group() for name, text in texts.items() if (found := CLASSES_OUT.search(text))}
    # The one connection is that of the account book to a database which the user named.
    databases = [name for name in texts if "psycopg2" in absolute_imports(ROOT / name)]
    assert (modules, classes, databases) == ({}, {}, ["plugin/domain/account_book/database.py"])


def test_root_package_loads_without_qgis():
    code = (
        "import importlib.util, sys\n"
        "sys.modules['qgis'] = None\n"
        f"spec = importlib.util.spec_from_file_location('dualcarbon', {str(ROOT / '__init__.py')!r})\n"
        "module = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
        "assert callable(module.classFactory)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# Metadata


def metadata() -> dict[str, str]:
    # Interpolation stays on, as in QGIS's own reader: a stray per cent sign would break a key.
    parser = ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def test_metadata_has_what_qgis_and_the_repository_ask_for():
    keys = metadata()
    mandatory = (
        "name qgisminimumversion qgismaximumversion description about version author email homepage"
        " repository tracker icon tags category hasprocessingprovider supportsqt6 license experimental"
    )
    assert [key for key in mandatory.split() if not keys.get(key)] == []
    assert keys["hasprocessingprovider"] == "yes"
    assert keys["supportsqt6"] == "True"
    assert (keys["qgisminimumversion"], keys["qgismaximumversion"]) == ("3.22", "4.99")
    assert keys["icon"].endswith(".svg")
    assert (ROOT / keys["icon"]).is_file()
    assert keys["tags"].isascii()


def test_the_changelog_leads_with_the_version_of_the_metadata():
    versions = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M
    )
    assert versions[0] == metadata()["version"]


# Traces of machines


def repository_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: cannot tell the project's files from others")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    return [file for file in files if file.is_file()]


def test_no_file_names_a_machine():
    # Spelt in pieces, so that this file does not hold what it looks for.
    traces = re.compile(
        rb"(?<![\w.])(?:/wo"
        rb"rk/|/ro"
        rb"ot/|/ho"
        rb"me/\w|/Us"
        rb"ers/\w|[A-Z]:\\Us"
        rb"ers\\)"
        rb"|pypi\.o"
        rb"rg|deb\.deb"
        rb"ian|pythonho"
        rb"sted"
    )
    found = {
        name_of(file): match.group()
        for file in repository_files()
        if (match := traces.search(file.read_bytes()))
    }
    assert found == {}


# Texts


def load_collector():
    spec = importlib.util.spec_from_file_location("collector", ROOT / ".ci" / "i18n.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_of_the_code_is_in_the_translation_file():
    collector = load_collector()
    in_code, in_file = set(collector.collect(PLUGIN)), set(collector.read_translations(collector.TS))
    assert in_code - in_file == set(), "run make translate"
    assert in_file - in_code == set(), "run make translate"


def test_translations_keep_the_placeholders():
    collector = load_collector()
    pairs = collector.read_translations(collector.TS).items()
    broken = [source for source, text in pairs if text and placeholders(source) != placeholders(text)]
    assert broken == []


def test_the_compiled_translation_is_that_of_the_translation_file():
    qt = pytest.importorskip("qgis.PyQt.QtCore")
    collector = load_collector()
    translator = qt.QTranslator()
    translator.load(str(collector.TS.with_suffix(".qm")))
    context = collector.CONTEXT.encode()
    finished = {s: t for s, t in collector.read_translations(collector.TS).items() if t}
    assert {s: translator.translate(context, s.encode()) for s in finished} == finished


def test_the_collector_finds_texts_where_they_stand(tmp_path):
    folder = tmp_path / "plugin"
    folder.mkdir()
    (folder / "a.py").write_text(
        "class DualCarbonError(Exception): pass\n"
        "class OwnError(DualCarbonError): pass\n"
        "class Stopped(OwnError):\n"
        "    def __init__(self): super().__init__('Stopped.')\n"
        "def f(notes, seen):\n"
        "    seen.add('not a text')\n"
        "    self.add(parameter, tr('Help ' 'text'))\n"
        "    notes.add(kind, '{count} holes', count=3)\n"
        "    raise errors.OwnError('{file} is bad', file=1) if f else ValueError('internal')\n",
        encoding="utf-8",
    )
    assert set(load_collector().collect(folder)) == {
        "Stopped.",
        "Help text",
        "{count} holes",
        "{file} is bad",
    }


def test_the_collector_refuses_a_text_that_it_cannot_read(tmp_path):
    folder = tmp_path / "plugin"
    folder.mkdir()
    (folder / "a.py").write_text("x = 1\ntr(f'{x} parcels')\n", encoding="utf-8")
    collector = load_collector()
    with pytest.raises(collector.NotALiteralError, match=r"plugin/a\.py:2"):
        collector.collect(folder)


def test_rendering_keeps_known_translations_and_drops_vanished_ones(tmp_path):
    collector = load_collector()
    file = tmp_path / "x.ts"
    file.write_text(
        collector.render({"a < b": "plugin/a.py", "new": "plugin/a.py"}, {"a < b": "甲", "old": "旧"}),
        "utf-8",
    )
    assert collector.read_translations(file) == {"a < b": "甲", "new": ""}
