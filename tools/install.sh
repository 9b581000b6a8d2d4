#!/bin/sh
# install.sh VENV LOCK: makes the virtual environment if there is none that works, and installs a lock into it.
# With uv where there is one, else with Python's own venv and pip.
set -eu
venv=$1
lock=$2
python=$venv/bin/python

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

stop() {
    echo "$1" >&2
    exit 1
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    stop "This project needs Python 3.11 or later, and there is none here: install it from https://www.python.org/downloads/ or with your system's package manager."
}

make_with_venv() {
    found=$(find_python)
    "$found" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"
    "$found" -m venv "$venv"
}

if ! new_enough "$python"; then
    rm -rf "$venv"
    if command -v uv >/dev/null; then
        uv venv --quiet --python '>=3.11' "$venv"
    else
        make_with_venv
    fi
fi

why="The packages of $lock could not be installed (see above). They come from a package index, so this needs a network the first time; once they are there, it needs none."

echo "Installing $lock into $venv …"
if command -v uv >/dev/null; then
    uv pip install --quiet --python "$python" --require-hashes -r "$lock" || stop "$why"
else
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" || stop "$why"
fi
