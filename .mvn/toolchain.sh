# Sourced by the commands at the top of the project. Finds JDK 25 and Maven, or says plainly what to install.
# Sets JAVA_HOME and MAVEN_OPTS; exits with 3 if something is missing.

java_major() {
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

find_jdk25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")"; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    if [ "$(java_major "$candidate")" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME=$candidate
      export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
      return
    fi
  done
  echo "JDK 25 not found. Install it (for example Temurin 25) or point JAVA_HOME at it." >&2
  exit 3
}

find_maven() {
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ] || [ "$(printf '3.8.7\n%s\n' "$version" | sort -V | head -n 1)" != 3.8.7 ]; then
    echo "Maven 3.8.7 or newer not found (${version:-none}). On Debian: apt-get install maven" >&2
    exit 3
  fi
}
