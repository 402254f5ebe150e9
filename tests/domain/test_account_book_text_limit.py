# SPDX-License-Identifier: GPL-2.0-or-later
"""Long texts in an account book: kept up to one limit in a file and in a database, refused above it."""

from __future__ import annotations

import hashlib
from itertools import count

import pytest
from book_cases import entries, posting
from dualcarbon.plugin.domain.account_book import post, read_entries
from dualcarbon.plugin.domain.account_book.text_limit import MAX_BYTES
from dualcarbon.plugin.domain.errors import InputError

STOCK = "baseline/stock"


def dense_text(size: int) -> str:
    """A text of so many bytes that no database packs any smaller."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in count())
    text = ""
    while len(text) < size:
        text += next(digests)
    return text[:size]


def chinese_text(size: int) -> str:
    """The same, three bytes for each letter."""
    letters = "".join(
        chr(0x4E00 + int(pair, 16)) for pair in map("".join, zip(*[iter(dense_text(size))] * 2))
    )
    return letters[: size // 3] + "x" * (size % 3)


def account(field: str, text: str):
    """One entry with a text in a field."""
    return entries(("北镇", STOCK, 1.0)).assign(**{field: text})


@pytest.mark.parametrize("made", [dense_text, chinese_text])
@pytest.mark.parametrize("field", ["unit", "item", "scope", "measure", "tier", "source"])
def test_a_text_up_to_the_limit_is_kept_and_one_byte_more_refused(book, field, made):
    head = f"{STOCK}/class:" if field == "item" else ""
    text = head + made(MAX_BYTES - len(head))
    assert len(text.encode()) == MAX_BYTES
    post(book, posting(account(field, text)))
    assert read_entries(book)[field].tolist() == [text]
    with pytest.raises(InputError) as refusal:
        post(book, posting(account(field, f"{text}x"), 2))
    assert refusal.value.values["field"] == field
    assert f"has {MAX_BYTES + 1} bytes, and the account book takes {MAX_BYTES} at most" in str(refusal.value)
    assert len(str(refusal.value)) < 350
    assert read_entries(book, history=True)["posting_id"].tolist() == ["run-1"]


def test_a_refusal_names_the_entry_and_makes_no_book(book):
    with pytest.raises(InputError, match=f"北镇.*2023.*{STOCK}.*field source"):
        post(book, posting(account("source", dense_text(MAX_BYTES + 1))))
    with pytest.raises(InputError, match="no account book"):
        read_entries(book)


@pytest.mark.parametrize("long_one", ["unit", "parent"])
def test_a_long_name_in_the_table_of_units_is_refused(book, long_one):
    name = chinese_text(MAX_BYTES + 1)
    parents = {name: "县"} if long_one == "unit" else {"北镇": name}
    with pytest.raises(InputError, match=f"table of units.*{MAX_BYTES + 1} bytes"):
        post(book, posting(account("tier", "1"), parents=parents))
    with pytest.raises(InputError, match="no account book"):
        read_entries(book)


def test_names_of_the_longest_kind_stand_in_the_table_of_units(book):
    name, above = dense_text(MAX_BYTES), chinese_text(MAX_BYTES)
    for number in (1, 2):
        post(book, posting(account("unit", name), number, parents={name: above}))
    with book.reading() as session:
        assert session.run("SELECT unit, parent FROM account_units") == [(name, above)]
