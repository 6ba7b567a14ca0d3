# Sourced: has Debian's packages installed where a program isn't there.

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need PROGRAM PACKAGE
need() {
    if ! command -v "$1" >/dev/null; then
        echo "Installing $2" >&2
        as_root apt-get -qq update
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "$2" >/dev/null
    fi
}
