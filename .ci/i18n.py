# SPDX-License-Identifier: GPL-2.0-or-later
"""Collect the plugin's texts into i18n/dualcarbon_zh_CN.ts and compile it (``make translate``).

Texts are the literals of ``tr("…")``, the templates of the error family of domain/errors.py, of
``notes.add(kind, "…")`` and of ``Problem(row, column, "…")``. A text that is not one literal is
refused with its file and line.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "i18n" / "dualcarbon_zh_CN.ts"
CONTEXT = "DualCarbon"
ERRORS = "DualCarbonError"
LRELEASE = ("lrelease", "lrelease-qt5", "lrelease6", "/usr/lib/qt6/bin/lrelease", "lrelease-qt6")


class NotALiteralError(Exception):
    """A text that cannot be collected."""


def collect(folder: Path) -> dict[str, str]:
    """Text → the first file that uses it, in the order of files and lines."""
    trees = {
        file.relative_to(folder.parent).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(folder.rglob("*.py"))
    }
    family = _error_family(list(trees.values()))
    texts: dict[str, str] = {}
    for file, tree in trees.items():
        for node in _text_nodes(tree, family):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                raise NotALiteralError(f"{file}:{node.lineno}: a translated text must be one string literal.")
            texts.setdefault(node.value, file)
    return texts


def _error_family(trees: list[ast.Module]) -> set[str]:
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    family = {ERRORS}
    while True:
        found = {c.name for c in classes if {_name(base) for base in c.bases} & family} - family
        if not found:
            return family
        family |= found


def _text_nodes(tree: ast.Module, family: set[str]) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in family:
            yield from _own_templates(node)
        if not isinstance(node, ast.Call) or not node.args:
            continue
        if _name(node.func) == "tr" or _name(node.func) in family:
            yield node.args[0]
        elif _is_note(node):
            yield node.args[1]
        elif _name(node.func) == "Problem" and len(node.args) > 2:
            yield node.args[2]


def _own_templates(error: ast.ClassDef) -> Iterator[ast.expr]:
    """Literals that an error class hands to its base (``Cancelled`` has a fixed sentence)."""
    for node in ast.walk(error):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
            yield from (first for first in node.args[:1] if isinstance(first, (ast.Constant, ast.JoinedStr)))


def _is_note(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "add" or len(call.args) < 2:
        return False
    kind = call.args[0]
    return _name(call.func.value).endswith("notes") or (
        isinstance(kind, ast.Constant) and isinstance(kind.value, str)
    )


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def read_translations(ts: Path) -> dict[str, str]:
    """Source → translation (empty where unfinished) of a ``.ts`` file."""
    if not ts.exists():
        return {}
    messages = ElementTree.parse(ts).iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def render(texts: dict[str, str], translations: dict[str, str]) -> str:
    """The ``.ts`` file: one context, every text of the code, known translations kept."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" language="zh_CN" sourcelanguage="en">', "<context>"]
    lines.append(f"    <name>{CONTEXT}</name>")
    for source, file in texts.items():
        translation = translations.get(source, "")
        state = "" if translation else ' type="unfinished"'
        lines.append(f'    <message>\n        <location filename="../{file}"/>')
        lines.append(f"        <source>{escape(source)}</source>")
        lines.append(f"        <translation{state}>{escape(translation)}</translation>\n    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main() -> str | int:
    try:
        texts = collect(ROOT / "plugin")
    except NotALiteralError as error:
        return str(error)
    translations = read_translations(TS)
    TS.parent.mkdir(exist_ok=True)
    TS.write_text(render(texts, translations), encoding="utf-8")
    missing = sum(not translations.get(text) for text in texts)
    print(f"translate: {len(texts)} texts in {TS.relative_to(ROOT)}, {missing} without translation")
    lrelease = next((path for name in LRELEASE if (path := shutil.which(name))), None)
    if lrelease is None:
        return "translate: lrelease is missing: install Qt's Linguist tools (Debian: qttools5-dev-tools)."
    return subprocess.run([lrelease, "-silent", TS, "-qm", TS.with_suffix(".qm")]).returncode


if __name__ == "__main__":
    sys.exit(main())
