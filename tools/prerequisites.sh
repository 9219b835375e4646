# shellcheck shell=bash disable=SC2034,SC2154
# What ./run, ./test and benchmarks/run need, found or installed. They set $program to their name, $root to the
# folder of the sources and $logs to a folder, by absolute paths.

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

# shell_scripts: the scripts of this repository, as paths from its root.
shell_scripts() {
  (cd "$root" && find run test .ci tools benchmarks python-sdk distribution/src/main/files/bin \
    -maxdepth 1 -type f -exec grep -lE '^#!.*sh$' {} +)
}

need_java() {
  if [ "$(java_version "$(default_java_home)")" -lt 17 ]; then
    [ -z "${JAVA_HOME:-}" ] || fail "JAVA_HOME=$JAVA_HOME is not a JDK 17 or newer; correct or unset it"
    install "a JDK 17 or newer" openjdk-17-jdk-headless
  fi
  command -v mvn >/dev/null || install "Maven 3.8.7 or newer" maven
  # No build is long enough to win back what the JVM's second compiler takes of the processor: without it
  # the compilation of everything takes two thirds.
  export MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto}
}

python_has() { "$1" -c "$2" 2>/dev/null; }

# need_base_python: sets base_python to an interpreter that can make a virtual environment.
need_base_python() {
  base_python=${PYTHON:-python3}
  if ! command -v "$base_python" >/dev/null; then
    [ -z "${PYTHON:-}" ] || fail "PYTHON=$PYTHON is not there; correct or unset it"
    install "Python 3.9 or newer" python3 python3-venv
  fi
  python_has "$base_python" 'import sys; sys.exit(sys.version_info < (3, 9))' ||
    fail "$base_python is older than Python 3.9; name a newer one by PYTHON"
  python_has "$base_python" 'import ensurepip, venv' || install "Python's venv module" python3-venv
}

# need_venv [EXTRA...]: makes sure that .venv has what plugins and their packing need. Where extras of the SDK are named it
# gets them too, with the SDK as it is in this clone. What somebody else needs in there stays.
# It is made anew only where its Python does not work, or where PYTHON names another version.
need_venv() {
  local venv=$root/.venv python=$root/.venv/bin/python version='import sys; print(sys.version)'
  if ! python_has "$python" 'import sys; sys.exit(sys.version_info < (3, 9))' ||
    { [ -n "${PYTHON:-}" ] && [ "$("$PYTHON" -c "$version" 2>&1)" != "$("$python" -c "$version")" ]; }; then
    need_base_python
    step "Making .venv with $("$base_python" --version)"
    rm -rf "$venv"
    "$base_python" -m venv "$venv" || fail "$base_python -m venv $venv has failed"
  fi
  if [ $# -eq 0 ]; then
    python_has "$python" 'import grpc, google.protobuf, click' ||
      fill_venv 'grpcio>=1.51' 'protobuf>=4.21' 'click>=8.1'
    return
  fi
  # krait-sdk: which SDK was installed, as of which requirements; krait-extras: with what.
  local sdk extras='' extra lacking=''
  sdk=$(printf '%s\n' "$root"; cat "$root/python-sdk/pyproject.toml")
  if [ "$(cat "$venv/krait-sdk" 2>/dev/null)" = "$sdk" ]; then
    extras=$(cat "$venv/krait-extras" 2>/dev/null || true)
  fi
  for extra; do
    [[ " $extras " = *" $extra "* ]] || lacking+=${lacking:+,}$extra
  done
  [ -n "$lacking" ] || return 0
  fill_venv -e "$root/python-sdk[$lacking]"
  printf '%s\n' "$sdk" >"$venv/krait-sdk"
  printf '%s\n' "${extras:+$extras }${lacking//,/ }" >"$venv/krait-extras"
}

# fill_venv REQUIREMENT...: installs these with pip.
fill_venv() {
  step "Installing for Python in .venv: ${*: -1}"
  "$root/.venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" \
    >"$logs/pip.log" 2>&1 || { cat "$logs/pip.log" >&2; fail "pip could not install $*; see $logs/pip.log"; }
}

# is_current FILE PATH...: whether the file is there and nothing below these paths, in $root, is newer.
is_current() {
  local file=$1 newer; shift
  [ -e "$file" ] || return 1
  newer=$(cd "$root" && find "$@" \
    \( -name target -o -name __pycache__ -o -name '*.egg-info' -o -path '*/src/test' \) -prune \
    -o -type f -newer "$file" -print | head -n 1)
  [ -z "$newer" ]
}

# The folders and files that the server is built from.
server_sources=(pom.xml build bnd.bnd proto codegen messages doctor bundles distribution python-sdk/pom.xml
  python-sdk/pyproject.toml python-sdk/src)

# What Maven is told to build the server with what it needs, as ./run does it and ./test tries it first.
# Tests are compiled, though not run: some modules' tests are what other modules are built with.
server_build=(package -T 1C -pl distribution -am -DskipUnitTests -Dspotless.check.skip)

# The modules that a release consists of, with all that they are built from.
released_modules=(bom bundles/nats bundles/testing distribution/karaf distribution/repository python-sdk)
