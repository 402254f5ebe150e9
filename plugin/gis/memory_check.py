# SPDX-License-Identifier: GPL-2.0-or-later
"""Asked before a run reads anything: whether its inputs fit into the memory that is free."""

from __future__ import annotations

from ..domain.byte_sizes import GB, size_text
from ..domain.memory_need import memory_need, require_room
from .free_memory import free_memory
from .memory_counts import count_inputs
from .run import Run


def check_memory(run: Run) -> None:
    """Estimate what a run needs, record it, and refuse the run where that is more than there is.

    Raises ``MemoryNeedError``. Where the system does not say what is free, the run goes on with a note.
    """
    inputs = count_inputs(run.algorithm, run.parameters, run.context)
    need = memory_need(run.algorithm.name(), inputs.loads)
    run.record(
        memory_need={
            "gb": round(need.total_b / GB, 1),
            "heaviest": need.heaviest.name if need.heaviest else None,
            "counted_share": round(inputs.counted_share, 3),
        }
    )
    available_b = free_memory()
    if available_b is None:
        run.notes.add(
            "memory_unknown",
            "This run needs about {need} of memory; this system does not say how much is free.",
            need=size_text(need.total_b),
            warning=False,
        )
        return
    require_room(need, available_b, run.notes)
