#!/usr/bin/env bash
# The service `backup` of docker-compose.yml: a full backup each Sunday, a differential one on other nights, each followed by a restore drill.
# pgBackRest reads its options from the environment (PGBACKREST_…). The api reads backup-state.json.
set -euo pipefail

state=${BACKUP_STATE:-/state}
drill=${BACKUP_DRILL_FOLDER:-/drill}
at=${BACKUP_AT:-02:30}
pause=${BACKUP_PAUSE:-10}
database=${BACKUP_DATABASE:-yunzhen}
retry_at=0

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }
keep() { printf '%s' "$2" >"$state/$1"; }
forget() { rm -f "$state/$1"; }
kept() { cat "$state/$1" 2>/dev/null || true; }
text() { local value; value=$(kept "$1"); [ -z "$value" ] && printf null || printf '"%s"' "$value"; }
# The last line that says something, without what JSON would read as its own.
reason() { grep . "$1" | tail -n 1 | tr -cd '[:alnum:] .,:;()/_=-' | cut -c 1-300; }

write_state() {
  local seconds
  seconds=$(kept drill-seconds)
  printf '{"since":%s,"backupAt":%s,"logAt":%s,"trouble":%s,"drills":true,"drillAt":%s,"drillSeconds":%s,"drillTrouble":%s}\n' \
    "$(text since)" "$(text backup-at)" "$(text log-at)" "$(text trouble)" "$(text drill-at)" "${seconds:-null}" "$(text drill-trouble)" \
    >"$state/draft.json"
  chmod 644 "$state/draft.json"
  mv "$state/draft.json" "$state/backup-state.json"
}

# Up to when the log is stored, and whether the last attempt failed.
read_archiver() {
  local row
  row=$(psql --no-psqlrc --tuples-only --no-align --field-separator=' ' --username postgres --dbname postgres --command \
    "SELECT to_char(last_archived_time AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'),
       coalesce(last_failed_time > last_archived_time, last_failed_time IS NOT NULL) FROM pg_stat_archiver") || return 0
  [ -n "${row% *}" ] && keep log-at "${row% *}"
  if [ "${row##* }" = t ]; then keep archive-trouble yes; else forget archive-trouble; fi
}

# Where BACKUP_MOUNT is not mounted the folder below it is empty. A new place there would fill that disk.
make_place() {
  local place="${PGBACKREST_REPO1_PATH:-/backup}/archive/${PGBACKREST_STANZA:-yunzhen}/archive.info"
  if [ -n "$(kept stanza-made)" ] && [ ! -e "$place" ]; then
    echo 'not-mounted: the backups are gone from their place; mount the disk or share of BACKUP_MOUNT'
    return 1
  fi
  pgbackrest stanza-create
}

back_up() {
  local kind=diff
  [ "$(date +%u)" = 7 ] && kind=full
  if pgbackrest --type="$kind" backup >"$state/last.log" 2>&1; then
    keep backup-at "$(now)"
    forget backup-trouble
  else
    keep backup-trouble "$(reason "$state/last.log")"
    return 1
  fi
}

# Restores the newest backup elsewhere, starts it and reads every row, which checks the checksum of each page.
run_drill() {
  local began=$SECONDS server="$drill/data"
  rm -rf "$server"
  mkdir -m 700 "$server"
  if {
    pgbackrest --pg1-path="$server" --type=immediate --target-action=promote --archive-mode=off restore &&
      pg_ctl --pgdata="$server" --wait --timeout=3600 --log="$drill/server.log" \
        --options="-c listen_addresses='' -c unix_socket_directories='$drill' -c port=5599" start &&
      pg_dump --host="$drill" --port=5599 --username=postgres "$database" >/dev/null
  } >"$state/drill.log" 2>&1; then
    keep drill-at "$(now)"
    keep drill-seconds "$((SECONDS - began))"
    forget drill-trouble
  else
    keep drill-trouble "$(reason "$state/drill.log")"
  fi
  pg_ctl --pgdata="$server" --mode=immediate stop >/dev/null 2>&1 || true
  rm -rf "$server"
}

is_due() {
  [ "$(date +%s)" -ge "$retry_at" ] || return 1
  [ -n "$(kept backup-at)" ] || return 0
  [[ "$(kept last-day)" != "$(date +%F)" && ! "$(date +%H:%M)" < "$at" ]]
}

# Ends with a reason, which the api shows to the operator.
refuse() {
  echo "$1" >&2
  { keep trouble "$1" && write_state; } 2>/dev/null || true
  exit 78
}

[ -n "$(kept since)" ] || { keep since "$(now)"; } 2>/dev/null || true
[ "${BACKUPS:-off}" = on ] || refuse 'BACKUPS is not on: the database does not store its log'
[ -n "${PGBACKREST_REPO1_CIPHER_PASS:-}" ] || refuse 'BACKUP_PASSPHRASE is empty: backups would not be encrypted'
trap 'exit 0' TERM INT
until make_place >"$state/last.log" 2>&1; do
  keep backup-trouble "$(reason "$state/last.log")"
  keep trouble "$(kept backup-trouble)"
  write_state
  sleep "$pause" & wait $!
done
# From now on the database keeps its log until it is stored; see pgbackrest-archive.sh.
keep stanza-made "$(now)"
forget backup-trouble
while true; do
  read_archiver
  if is_due; then
    if back_up; then
      keep last-day "$(date +%F)"
      run_drill
    else
      retry_at=$(($(date +%s) + 600))
    fi
  fi
  if [ -n "$(kept backup-trouble)" ]; then keep trouble "$(kept backup-trouble)"
  elif [ -n "$(kept archive-trouble)" ]; then keep trouble 'the log could not be stored'
  else forget trouble; fi
  write_state
  sleep "$pause" & wait $!
done
