#!/bin/sh
# Qt needs a few libraries that a bare Debian or Ubuntu lacks. Installs them, and the packages named as arguments,
# where that is possible; otherwise says which are missing. On other systems Qt brings what it needs.
set -eu
packages="libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0
 libxcb-xkb1 $*"
command -v dpkg-query >/dev/null 2>&1 || exit 0
python3 -c 'import ensurepip, venv' 2>/dev/null || packages="python3-venv $packages"
missing=""
for package in $packages; do
    # with t64 where 64-bit time came in
    dpkg-query --show --showformat='${Status}\n' "$package" "${package}t64" 2>/dev/null |
        grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then
    echo "Pressmark needs these packages: sudo apt-get install$missing" >&2
elif ! { apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; }; then
    echo "These packages could not be installed:$missing" >&2
    exit "${PRESSMARK_CI:-0}"  # the window may lack them; everything else works
fi
