# Sourced. start_postgres FOLDER: a PostgreSQL of our own in FOLDER, on a free port, as a user other
# than root, without fsync. Sets own_database_url and puts its programs on the PATH.

newest_postgres() { find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

start_postgres() {
  local bin port data="$1/postgres" as=()
  bin=$(newest_postgres)
  if [ -z "$bin" ]; then
    echo "No PostgreSQL on this machine: install postgresql with postgis, or set DATABASE_URL." >&2
    return 1
  fi
  chmod 755 "$1" && mkdir -p "$data" || return 1
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$data"
    as=(runuser -u postgres --)
  fi
  "${as[@]}" "$bin/initdb" -D "$data" -U etude -A trust -E UTF8 --locale=C.UTF-8 >/dev/null || return 1
  port=$(free_port)
  "${as[@]}" "$bin/postgres" -D "$data" -p "$port" -k "$data" -c listen_addresses=127.0.0.1 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
    -c shared_buffers=256MB >"$1/postgres.log" 2>&1 &
  export PATH="$bin:$PATH"
  for _ in $(seq 100); do
    if psql -h 127.0.0.1 -p "$port" -U etude -d postgres -qc 'create database etude' 2>/dev/null; then
      own_database_url="postgres://etude@127.0.0.1:$port/etude"
      return 0
    fi
    sleep 0.2
  done
  cat "$1/postgres.log" >&2
  return 1
}

# The postmaster itself, not the runuser before it, takes the signal; waits until it is gone.
stop_postgres() {
  local pid
  pid=$(head -n 1 "$1/postgres/postmaster.pid" 2>/dev/null) || return 0
  kill -INT "$pid" 2>/dev/null
  for _ in $(seq 100); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
}
