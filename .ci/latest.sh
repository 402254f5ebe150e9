#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Run the suite on another Debian's QGIS, by default the newest one: latest.sh [SUITE]
#
# A small Debian is put into a cached folder and entered by chroot; nothing on this machine changes
# but that folder. Mirror and settings for the network are those of this machine.
# Exit code: 0 passed, 1 failed, 77 could not run here (the last line says why).
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SUITE=${1:-forky}
readonly CACHE=${LATEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/dualcarbon}
readonly DEBIAN=$CACHE/$SUITE
readonly CLONE=/srv/dualcarbon
readonly LOG=build/latest-$SUITE.log
readonly OUTPUT=build/latest-$SUITE.txt
readonly CANNOT_RUN=77
readonly NEEDED_GB=6
readonly REFRESH_DAYS=14
# Longer than this means that it hangs.
readonly INSTALL_LIMIT=25m
readonly SUITE_LIMIT=40m
readonly PACKAGES="qgis python3-qgis qgis-providers python3-pandas python3-numpy python3-shapely python3-scipy \
    python3-matplotlib python3-openpyxl python3-venv python3-pip xvfb fonts-wqy-microhei git make"
# What a process in there may need to know of this machine's network.
readonly NETWORK='^(PIP_[A-Z_]*|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY)='

say() { printf 'latest: %s\n' "$*"; }

cannot_run() {
    say "not run on $SUITE: $*"
    exit "$CANNOT_RUN"
}

free_gb() { df -Pk "$CACHE" | awk 'NR == 2 { print int($4 / 1024 / 1024) }'; }

# Everything mounted from here on is seen by this process alone and gone when it ends.
enter_own_mounts() {
    [ "$(id -u)" = 0 ] || cannot_run "that needs root (chroot, mount)."
    [ -z "${LATEST_OWN_MOUNTS:-}" ] || return 0
    unshare --mount true 2>/dev/null || cannot_run "this account may not mount; run it outside the container."
    LATEST_OWN_MOUNTS=1 exec unshare --mount --propagation private "$BASH" .ci/latest.sh "$SUITE"
}

# shellcheck disable=SC2086  # a list of words
stamp() { echo $SUITE $PACKAGES; }

is_installed() { [ "$(cat "$DEBIAN/.installed" 2>/dev/null)" = "$(stamp)" ]; }

require_debootstrap() {
    ! command -v debootstrap >/dev/null || return 0
    command -v apt-get >/dev/null || cannot_run "debootstrap is missing and there is no apt to install it."
    say "installing debootstrap with apt"
    { apt-get -q -y install debootstrap || { apt-get -q update && apt-get -q -y install debootstrap; }; } \
        </dev/null >>"$LOG" 2>&1 || cannot_run "apt could not install debootstrap (see $LOG)."
}

# This machine's own Debian mirror, or nothing: then debootstrap takes its default.
mirror() {
    # shellcheck disable=SC2016  # apt fills these in
    apt-get indextargets --format '$(ORIGIN) $(CODENAME) $(REPO_URI)' 2>/dev/null |
        awk '$1 == "Debian" && $2 !~ /-/ { print $3; exit }'
}

bootstrap() {
    local script=/usr/share/debootstrap/scripts/$SUITE
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
    say "making a small Debian $SUITE in $DEBIAN (once; log in $LOG)"
    rm -rf "$DEBIAN"
    timeout "$INSTALL_LIMIT" debootstrap --variant=minbase "$SUITE" "$DEBIAN" "$(mirror)" "$script" >>"$LOG" 2>&1 ||
        cannot_run "debootstrap failed: $(tail -n 1 "$LOG") (see $LOG)."
}

inside() {
    local -a network
    mapfile -t network < <(env | grep -E "$NETWORK" || true)
    chroot "$DEBIAN" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        QT_QPA_PLATFORM=offscreen PYTHONUTF8=1 DEBIAN_FRONTEND=noninteractive \
        ${network[@]+"${network[@]}"} "$@" </dev/null
}

mount_system() {
    mount -t proc proc "$DEBIAN/proc"
    mkdir -p "$DEBIAN/dev/shm"
    mount -t tmpfs tmpfs "$DEBIAN/dev/shm"
}

# Certificates, resolver, apt's and pip's settings: what this machine needs to reach its mirrors.
bring_network_settings() {
    local file
    apt-config dump | grep '^Acquire::' >"$DEBIAN/etc/apt/apt.conf.d/99of-the-host" || true
    for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt \
        "${SSL_CERT_FILE:-}" "${PIP_CERT:-}" "${REQUESTS_CA_BUNDLE:-}"; do
        [ ! -f "$file" ] || install -D -m 644 "$file" "$DEBIAN$file"
    done
}

install_packages() {
    say "installing QGIS and its companions there"
    inside timeout "$INSTALL_LIMIT" bash -c "apt-get -q update && apt-get -q -y full-upgrade &&
        apt-get -q -y install --no-install-recommends $PACKAGES && apt-get -q clean" >>"$LOG" 2>&1 ||
        cannot_run "apt could not install QGIS there (see $LOG)."
    stamp >"$DEBIAN/.installed"
}

refresh_packages() {
    [ -n "$(find "$DEBIAN/.installed" -mtime "+$REFRESH_DAYS")" ] || return 0
    say "its packages are older than $REFRESH_DAYS days: refreshing them"
    if ! inside timeout "$INSTALL_LIMIT" bash -c \
        "apt-get -q update && apt-get -q -y full-upgrade && apt-get -q clean" >>"$LOG" 2>&1; then
        say "apt could not refresh them (see $LOG): going on with what is there"
    fi
    touch "$DEBIAN/.installed"
}

provide_debian() {
    mkdir -p "$CACHE"
    if is_installed; then
        mount_system
        bring_network_settings
        refresh_packages
    else
        [ "$(free_gb)" -ge "$NEEDED_GB" ] || cannot_run "it needs $NEEDED_GB GB in $CACHE, $(free_gb) are free."
        require_debootstrap
        bootstrap
        mount_system
        bring_network_settings
        install_packages
    fi
    # Once more: a package of certificates may have put its own in the place of this machine's.
    bring_network_settings
}

# A clone with the work tree's own state, committed or not; .venv of an earlier run stays.
put_clone() {
    local target=$DEBIAN$CLONE
    mkdir -p "$target"
    find "$target" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
    git clone --quiet --no-checkout --no-hardlinks . "$target/clone"
    mv "$target/clone/.git" "$target/.git"
    rmdir "$target/clone"
    git ls-files -z --cached --others --exclude-standard |
        tar --create --null --ignore-failed-read --files-from=- 2>/dev/null | tar --extract --directory="$target"
    git -C "$target" reset --quiet
    # Test data that continuous integration keeps beside the clone.
    if [ -d ../shared/data ]; then
        mkdir -p "$DEBIAN/srv/shared/data"
        mount --bind ../shared/data "$DEBIAN/srv/shared/data"
        mount -o remount,bind,ro "$DEBIAN/srv/shared/data"
    fi
}

run_suite() {
    inside bash "$CLONE/.ci/setup.sh" && inside bash -c "cd $CLONE && bash .ci/postgis.sh" &&
        inside timeout "$SUITE_LIMIT" bash -c "cd $CLONE && .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadgroup -rfEs"
}

main() {
    local start code=0 result
    mkdir -p build
    enter_own_mounts
    : >"$LOG"
    git rev-parse --git-dir >/dev/null 2>&1 || cannot_run "this is no git checkout, and the suite runs in a clone."
    provide_debian
    put_clone
    start=$SECONDS
    run_suite 2>&1 | tee "$OUTPUT" || code=$?
    result=$(grep -E '^[0-9]+ (passed|failed).* in ' "$OUTPUT" | tail -n 1 || true)
    if [ "$code" = 0 ]; then
        say "passed on $SUITE in $((SECONDS - start)) s: $result"
    else
        say "FAILED on $SUITE after $((SECONDS - start)) s: ${result:-see above}"
        exit 1
    fi
}

main
