# Sourced by the commands at the top of the project, after toolchain.sh. Builds what is older than its sources.

service_jar=api/target/quarkus-app/quarkus-run.jar
service_cache=api/target/service.aot
# All of the heap from the start, and marked when it is well filled: a third of it lives for long, and else G1 keeps it small
# and marks without end. Short pauses rather than few; columns of 1 MB are no giants to regions of 4 MB; classes stay.
service_options=(-Xms1536m -Xmx1536m -XX:+UseG1GC -XX:MaxGCPauseMillis=10 -XX:G1HeapRegionSize=4m
  -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=60 -XX:-ClassUnloadingWithConcurrentMark
  -XX:+ExitOnOutOfMemoryError --add-modules jdk.incubator.vector
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
kiosk_jar=kiosk-app/target/kiosk-app.jar

newer_than_sources() { # jar, sources
  [ -f "$1" ] || return 1
  [ -z "$(find pom.xml "${@:2}" -newer "$1" -type f -print -quit 2>/dev/null)" ]
}

is_stale() { # module
  case $1 in
    api) ! newer_than_sources "$service_jar" {matcher,index-data,api}/{pom.xml,src/main} ;;
    kiosk-app) ! newer_than_sources "$kiosk_jar" kiosk-app/{pom.xml,src/main} ;;
  esac
}

build_stale() { # modules; exits with 3 or 4 if it cannot
  local module stale=()
  for module in "$@"; do
    ! is_stale "$module" || stale+=("$module")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  find_maven
  mkdir -p target
  echo "Building (a minute or two; log: target/build.log)" >&2
  if ! mvn -B -ntp -Dstyle.color=never -DskipTests package -am -pl "$(IFS=,; echo "${stale[*]}")" \
    >target/build.log 2>&1 </dev/null; then
    grep -m 20 '^\[ERROR\]' target/build.log >&2
    echo "The build failed; see target/build.log." >&2
    exit 4
  fi
  # a jar that did not have to change keeps its time; it is as new as its sources now
  touch "$service_jar" "$kiosk_jar" -c
}
