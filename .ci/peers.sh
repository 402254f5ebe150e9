#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Make .venv-peers: other programs that tests/peers compares the plugin with, pinned, apart from the plugin's
# own environment. Repeatable; quick when nothing is to do.
# Exit code: 0 ready, 77 could not be made here (the last line says why).
set -euo pipefail
cd "$(dirname "$0")/.."

readonly CANNOT_RUN=77
readonly INPUTS=".ci/peers.sh .ci/requirements-peers.txt"
readonly STAMP=.venv-peers/set-up
readonly LOG=build/peers.log

say() { printf 'peers: %s\n' "$*"; }

cannot_run() {
    say "not made: $* (see $LOG); the tests that compare with them will be skipped"
    exit "$CANNOT_RUN"
}

# shellcheck disable=SC2086  # a list of file names
inputs_digest() { cat $INPUTS | cksum; }

if [ "$(cat "$STAMP" 2>/dev/null)" = "$(inputs_digest)" ]; then
    say "nothing to do"
    exit 0
fi
mkdir -p build
# The interpreter behind .venv: the peers need no QGIS, but a Python that is known to be there.
python=$(.venv/bin/python -c 'import sys; print(sys._base_executable)' 2>"$LOG") || python=python3
say "making .venv-peers (pinned; half a minute and 0.8 GB)"
"$python" -m venv --clear .venv-peers >>"$LOG" 2>&1 || cannot_run "$python cannot make a virtual environment"
.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
    --requirement .ci/requirements-peers.txt >>"$LOG" 2>&1 || cannot_run "pip could not install the packages"
inputs_digest >"$STAMP"
say "ready - $(.venv-peers/bin/python -m pip list --disable-pip-version-check 2>/dev/null | awk '$1 == "tobler" { print $1, $2 }')"
