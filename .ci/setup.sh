#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Make this checkout ready to run: QGIS and its companions where apt can bring them, then
# .venv on QGIS's own Python with pinned packages. Repeatable; quick when nothing is to do.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly MINIMUM_QGIS=32200
readonly PACKAGES="qgis python3-qgis qgis-providers python3-venv python3-pandas python3-scipy
    python3-matplotlib python3-openpyxl xvfb fonts-wqy-microhei"
readonly INPUTS=".ci/setup.sh .ci/requirements-runtime.txt .ci/requirements-dev.txt .ci/constraints.txt"
readonly STAMP=.venv/set-up
readonly LOG=build/setup.log

say() { printf 'setup: %s\n' "$*"; }

die() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# shellcheck disable=SC2086  # a list of file names
inputs_digest() { cat $INPUTS | cksum; }

is_up_to_date() {
    [ "$(cat "$STAMP" 2>/dev/null)" = "$(inputs_digest)" ] &&
        .venv/bin/python -c 'import importlib.util as i; assert i.find_spec("qgis") and i.find_spec("pytest")' 2>/dev/null
}

# The version number of the QGIS that interpreter $1 can import, or failure.
qgis_version() {
    [ -n "$1" ] && QT_QPA_PLATFORM=offscreen "$1" -c \
        'from qgis.core import Qgis; print(getattr(Qgis, "QGIS_VERSION_INT", 0) or Qgis.versionInt())' 2>/dev/null
}

find_qgis_python() {
    local candidate
    for candidate in "${QGIS_PYTHON:-/usr/bin/python3}" "$(command -v python3 || true)" \
        /Applications/QGIS*.app/Contents/MacOS/bin/python3 /Applications/QGIS*.app/Contents/MacOS/python3; do
        if qgis_version "$candidate" >/dev/null; then
            printf '%s\n' "$candidate"
            return
        fi
        [ -z "${QGIS_PYTHON:-}" ] || return 1
    done
    return 1
}

missing_packages() {
    local package
    for package in $PACKAGES; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

can_be_root() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }

apt() {
    local -a become=()
    if [ "$(id -u)" != 0 ]; then
        become=(sudo)
        [ -t 0 ] || become=(sudo -n)
    fi
    ${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null >>"$LOG" 2>&1
}

install_packages() {
    say "installing with apt: $* (some minutes the first time; log in $LOG)"
    if ! apt-cache show "$@" >/dev/null 2>&1; then
        say "refreshing apt's package lists"
        apt update || true
    fi
    apt install --no-install-recommends "$@" && return
    say "the first try failed; refreshing apt's package lists and trying once more"
    apt update && apt install --no-install-recommends "$@" && return
    tail -n 5 "$LOG" >&2
    return 1
}

# Bring what apt can bring. Without QGIS that must succeed; with it the rest is a convenience.
provide_packages() {
    local missing
    [ -z "${QGIS_PYTHON:-}" ] && command -v apt-get >/dev/null || return 0
    missing=$(missing_packages)
    missing=${missing% }
    [ -n "$missing" ] || return 0
    if can_be_root; then
        # shellcheck disable=SC2086
        install_packages $missing && return
        find_qgis_python >/dev/null ||
            die "apt could not install $missing: see $LOG; check the network and apt's sources, then run 'make setup' again."
    elif ! find_qgis_python >/dev/null; then
        die "QGIS is missing and this account is neither root nor has sudo: ask an administrator for 'apt-get install $missing', or set QGIS_PYTHON to the Python of an existing QGIS."
    fi
    say "going on without $missing: pip brings those that are Python packages"
}

require_qgis() {
    PYTHON=$(find_qgis_python) || {
        [ -z "${QGIS_PYTHON:-}" ] ||
            die "QGIS_PYTHON=$QGIS_PYTHON cannot import qgis.core: set it to the interpreter that QGIS itself uses."
        die "no QGIS found and no apt here to install it: install QGIS 3.22 or newer, set QGIS_PYTHON to its Python interpreter and run 'make setup' again."
    }
    local version
    version=$(qgis_version "$PYTHON")
    [ "$version" -ge "$MINIMUM_QGIS" ] ||
        die "the QGIS of $PYTHON has version number $version, older than $MINIMUM_QGIS (3.22): install a newer QGIS, or set QGIS_PYTHON to the Python of one."
}

python_identity() { "$1" -c 'import sys; print(sys.base_prefix, *sys.version_info[:3])' 2>/dev/null; }

has_environment() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 &&
        [ "$(python_identity .venv/bin/python)" = "$(python_identity "$PYTHON")" ]
}

make_environment() {
    ! has_environment || return 0
    say "making .venv on $PYTHON, with the system's packages"
    "$PYTHON" -m venv --clear --system-site-packages .venv >>"$LOG" 2>&1 ||
        die "$PYTHON cannot make a virtual environment (see $LOG): install python3-venv and run 'make setup' again."
}

# The distribution's pyproj looks for PROJ's data below the prefix of the interpreter that runs it.
link_proj_data() {
    local data
    data=$("$PYTHON" -c 'import sys; print(sys.base_prefix)')/share/proj
    [ -e "$data/proj.db" ] || return 0
    mkdir -p .venv/share
    ln -sfn "$data" .venv/share/proj
}

# pip would otherwise bring a numpy that QGIS's compiled packages (scipy, GDAL) reject.
keep_numpy() {
    "$PYTHON" -c 'import numpy; print(f"numpy=={numpy.__version__}")' >.venv/keep-numpy.txt 2>/dev/null || true
}

# The packages that the plugin computes with, less a shapely of the system that does: Debian's states no
# version that pip could compare.
runtime_requirements() {
    if "$PYTHON" -c 'import shapely; shapely.from_wkb' 2>/dev/null; then
        grep -v '^shapely' .ci/requirements-runtime.txt
    else
        cat .ci/requirements-runtime.txt
    fi
}

install_wheels() {
    say "installing Python packages into .venv (pinned; the system's numpy is kept)"
    runtime_requirements >.venv/requirements-runtime.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --constraint .venv/keep-numpy.txt --constraint .ci/constraints.txt \
        --requirement .venv/requirements-runtime.txt --requirement .ci/requirements-dev.txt >>"$LOG" 2>&1 || {
        tail -n 5 "$LOG" >&2
        die "pip could not install the packages (see $LOG). Without network, point PIP_INDEX_URL to an index that can be reached or PIP_FIND_LINKS to a folder of wheels; the tools need Python 3.11 or newer."
    }
}

report_versions() {
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c '
import platform, numpy, pandas, shapely
from qgis.core import Qgis
print(f"setup: ready - QGIS {Qgis.QGIS_VERSION}, Python {platform.python_version()}, numpy {numpy.__version__},"
      f" pandas {pandas.__version__}, shapely {shapely.__version__}")' 2>>"$LOG" ||
        die "QGIS and the packages of .venv do not load together (see $LOG): remove .venv and run 'make setup' again."
}

if is_up_to_date; then
    say "nothing to do"
    exit 0
fi
mkdir -p build
: >"$LOG"
provide_packages
require_qgis
make_environment
link_proj_data
keep_numpy
install_wheels
report_versions
inputs_digest >"$STAMP"
