#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Bring PostgreSQL with PostGIS for the tests where apt can; without it those tests are skipped.
set -euo pipefail

readonly PACKAGE=postgresql-postgis
say() { printf 'setup: %s\n' "$*"; }

compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null &&
    compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null && exit 0
command -v apt-get >/dev/null || {
    say "no PostGIS and no apt here: the PostGIS tests will be skipped"
    exit 0
}
become=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
        say "no PostGIS, and this account is neither root nor has sudo: the PostGIS tests will be skipped"
        exit 0
    }
    become=(sudo)
fi
mkdir -p build
say "installing $PACKAGE with apt for the tests (log in build/postgis.log)"
${become[@]+"${become[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y install --no-install-recommends "$PACKAGE" </dev/null >build/postgis.log 2>&1 ||
    say "apt could not install $PACKAGE: the PostGIS tests will be skipped"
