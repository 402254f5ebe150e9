# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts of a book by number, so that hundreds of thousands of entries hold numbers only."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import OutputError
from .session import Session

Numbers = npt.NDArray[np.int64]


class Words:
    """The words of a book in one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._numbers = {str(word): int(number) for number, word in session.run(_ALL)}
        self._texts = {number: word for word, number in self._numbers.items()}

    def _learn(self, texts: Iterable[str]) -> None:
        """Add the texts that the book does not hold yet, in their order."""
        new = [text for text in texts if text not in self._numbers]
        if new:
            self._session.load("words", [new])
            for number, word in self._session.run(_ALL):
                self._numbers[str(word)] = int(number)
                self._texts[int(number)] = str(word)

    def numbers(self, texts: pd.Series) -> Numbers:
        """The number of each text; those that the book does not hold yet are added to it."""
        codes, distinct = pd.factorize(texts)
        self._learn(distinct)
        table = np.array([self._numbers[text] for text in distinct], dtype=np.int64)
        return np.asarray(table[codes], dtype=np.int64)

    def texts(self, numbers: pd.Series) -> npt.NDArray[np.object_]:
        """The text of each number; ``OutputError`` where the book has lost one."""
        codes, distinct = pd.factorize(numbers)
        lost = [int(number) for number in distinct if int(number) not in self._texts]
        if lost:
            raise OutputError(
                "The account book is damaged: {count} of the texts that its entries name are missing. "
                "Restore it from a copy.",
                count=len(lost),
            )
        table = np.array([self._texts[int(number)] for number in distinct], dtype=object)
        return np.asarray(table[codes], dtype=object) if len(table) else np.empty(0, dtype=object)


_ALL = "SELECT word_no, word FROM words"
