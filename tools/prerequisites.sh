# What ./run and ./test need, found or installed. They set $program to their name and $logs to a folder.

step() { printf '\n== %s\n' "$*"; }
fail() { printf '%s: %s\n' "$program" "$*" >&2; exit 1; }

# install WHAT PACKAGE...: installs Debian packages where that is possible, or says what is missing.
install() {
  local what=$1; shift
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail "$what is missing; install it and run $program again (on Debian or Ubuntu: sudo apt-get install $*)"
  fi
  step "Installing $what ($*)"
  apt-get update -qq >"$logs/apt.log" 2>&1 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
    >>"$logs/apt.log" 2>&1 || fail "apt-get install $* failed; see $logs/apt.log"
}

# java_version HOME: the feature release of the JDK there, 0 if there is none.
java_version() {
  local version=0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

# default_java_home: the JDK that Maven would use.
default_java_home() {
  if [ -n "${JAVA_HOME:-}" ]; then
    echo "$JAVA_HOME"
  elif command -v javac >/dev/null; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
}

need_java() {
  if [ "$(java_version "$(default_java_home)")" -lt 17 ]; then
    [ -z "${JAVA_HOME:-}" ] || fail "JAVA_HOME=$JAVA_HOME is not a JDK 17 or newer; correct or unset it"
    install "a JDK 17 or newer" openjdk-17-jdk-headless
  fi
  command -v mvn >/dev/null || install "Maven 3.8.7 or newer" maven
}

python_has() { "$1" -c "$2" 2>/dev/null; }

# need_base_python: sets base_python to an interpreter that can make a virtual environment.
need_base_python() {
  base_python=${PYTHON:-python3}
  command -v "$base_python" >/dev/null || install "Python 3.9 or newer" python3 python3-venv
  python_has "$base_python" 'import sys; sys.exit(sys.version_info < (3, 9))' ||
    fail "$base_python is older than Python 3.9; name a newer one by PYTHON"
  python_has "$base_python" 'import ensurepip, venv' || install "Python's venv module" python3-venv
}

# What Maven is told to build the server with what it needs, as ./run does it and ./test tries it first.
# Tests are compiled, though not run: some modules' tests are what other modules are built with.
server_build=(package -T 1C -pl distribution -am -DskipUnitTests -Dspotless.check.skip)
