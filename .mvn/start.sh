# Sourced by what starts the service, after build.sh.

answers() { # host port path: whether a GET gives 200
  timeout 5 bash -c '
    exec 3<>"/dev/tcp/$0/$1" || exit 1
    printf "GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n" "$2" "$0" "$1" >&3
    IFS= read -r line <&3
    [[ $line == HTTP/*" 200"* ]]' "$1" "$2" "$3" 2>/dev/null
}

# Asks for lists as seekers do, from one town to the next, and leaves the answers unread.
practise() { # port
  local profile i
  for i in {1..1500}; do
    printf -v profile '{"occupations":["4-02-05-01"],"near":{"latitude":35.%02d,"longitude":116.%02d},"travel":"E_BIKE"}' \
      $((30 + i % 20)) $((50 + i % 19))
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 0
    if ((i % 3)); then
      printf 'POST /api/v1/matches HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
        ${#profile} "$profile" >&3
    else
      printf 'GET /api/v1/job-posts?q=%%E6%%97%%A5%%E7%%BB%%93%%E8%%A3%%85%%E5%%8D%%B8&near=35.%d,116.5 HTTP/1.0\r\n\r\n' \
        $((30 + i % 20)) >&3
    fi
    cat <&3 >/dev/null
    exec 3>&-
  done
} 2>/dev/null

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
    practise "$port"
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
