#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Build the installable package: package.sh [TREE [FOLDER]], by default HEAD into dist/.
#
# The zip holds what git archive gives of TREE; .gitattributes says what stays out.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TREE=${1:-HEAD}
readonly FOLDER=${2:-dist}
readonly NAME=dualcarbon
readonly LIMIT=10000000

die() {
    printf 'package: %s\n' "$*" >&2
    exit 1
}

git rev-parse --verify --quiet "$TREE^{tree}" >/dev/null 2>&1 ||
    die "there is no commit or tree $TREE here: run it in a git clone of the repository."
if [ "$TREE" = HEAD ] && [ -n "$(git status --porcelain)" ]; then
    echo "package: the work tree has changes that are not committed; the package holds the last commit without them."
fi
version=$(git show "$TREE:metadata.txt" | sed -n 's/^version=//p')
[ -n "$version" ] || die "metadata.txt states no version."
readonly ZIP=$FOLDER/$NAME.$version.zip
mkdir -p "$FOLDER"
git archive --format=zip -9 --prefix="$NAME/" --output="$ZIP" "$TREE"
size=$(wc -c <"$ZIP")
if [ "$size" -gt "$LIMIT" ]; then
    rm "$ZIP"
    die "the package would have $size bytes, more than $LIMIT: take something out (.gitattributes, export-ignore)."
fi
echo "package: $ZIP, $((size / 1000)) kB of $((LIMIT / 1000)) kB"
