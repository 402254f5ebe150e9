# SPDX-License-Identifier: GPL-2.0-or-later
"""One word for one thing in Chinese: words that another one stands for appear nowhere."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: Word → the one that stands for it, as in 三条控制线 of the planning documents; 账本 is the store of 碳账户.
INSTEAD = {
    "管控线": "控制线",
    "账户簿": "账本",
    "碳账本": "账本",
    "碳类别": "碳地类",
    "清除量": "碳汇量",
}
#: Files that must know the other word: headers of registers that users bring along.
READS_BOTH = ("plugin/domain/line_register.py",)
TEXTS = ("*.py", "*.csv", "*.md", "*.json", "*.qml", "*.qpt", "*.model3", "*.html")


def shipped_texts():
    folders = [ROOT / name for name in ("plugin", "resources")]
    files = {file for folder in folders for kind in TEXTS for file in folder.rglob(kind)}
    # The sample is data with a remark in each feature, as it was drawn up.
    return sorted(file for file in files if "sample" not in file.parts)


@pytest.mark.parametrize("word", INSTEAD)
def test_no_text_uses_the_other_word(word):
    found = [file.relative_to(ROOT).as_posix() for file in shipped_texts() if word in file.read_text("utf-8")]
    assert [name for name in found if name not in READS_BOTH] == [], f"write {INSTEAD[word]}"


@pytest.mark.parametrize("word", INSTEAD)
def test_no_translation_uses_the_other_word(word):
    messages = ElementTree.parse(ROOT / "i18n" / "dualcarbon_zh_CN.ts").getroot().iter("message")
    found = [one.findtext("source") for one in messages if word in (one.findtext("translation") or "")]
    assert found == [], f"write {INSTEAD[word]}"


def test_the_words_that_stand_are_used():
    texts = "".join(file.read_text("utf-8") for file in shipped_texts())
    assert all(word in texts for word in INSTEAD.values())
