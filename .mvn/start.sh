# Sourced by what starts the service, after build.sh.

answers() { # host port path: whether a GET gives 200
  timeout 5 bash -c '
    exec 3<>"/dev/tcp/$0/$1" || exit 1
    printf "GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n" "$2" "$0" "$1" >&3
    IFS= read -r line <&3
    [[ $line == HTTP/*" 200"* ]]' "$1" "$2" "$3" 2>/dev/null
}

# Once after a build: starts the service on a small market and lets the JVM write down which classes it loaded and what
# ran hot (JEP 483, 515). Later starts take half the time. Without it everything works, only slower.
learn_to_start() {
  [ ! "$service_cache" -nt "$service_jar" ] || return 0
  local work port service answered=no
  mkdir -p target
  work=$(mktemp -d "$PWD/target/learn.XXXXXX")
  port=$((30000 + RANDOM % 10000))
  echo "Preparing quick starts (once after a build)" >&2
  "$JAVA_HOME/bin/java" -Dmifeng.process=learning "${service_options[@]}" -XX:AOTCacheOutput="$work/service.aot" \
    -jar "$service_jar" run --scale small --no-kiosk --port "$port" --data "$work/data" >"$work/log" 2>&1 </dev/null &
  service=$!
  trap 'kill -TERM $service 2>/dev/null; rm -rf "$work"; exit 1' INT TERM HUP
  for _ in {1..600}; do
    kill -0 "$service" 2>/dev/null || break
    if answers 127.0.0.1 "$port" /q/health/ready; then
      answered=yes
      break
    fi
    sleep 0.2
  done
  if [ "$answered" = yes ]; then
    for _ in {1..200}; do
      answers 127.0.0.1 "$port" /api/v1/job-posts || break
    done
  fi
  kill -TERM "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  trap - INT TERM HUP
  if [ "$answered" = yes ] && [ -s "$work/service.aot" ]; then
    mv "$work/service.aot" "$service_cache"
  else
    echo "Quick starts could not be prepared; starts take longer." >&2
    : >"$service_cache"
  fi
  rm -rf "$work"
}

# The options of a service, with what was learnt if there is something.
start_options() {
  learn_to_start
  [ ! -s "$service_cache" ] || service_options+=(-XX:AOTCache="$service_cache")
}
