#!/bin/sh
# Starts Valkey for several api processes. It stores nothing on disk: what it forgets is in Postgres. The password is printed into a file of this
# container only.
set -eu
folder=${VALKEY_FOLDER:-/tmp/valkey}
umask 077
mkdir -p "$folder"

cat > "$folder/valkey.conf" <<CONF
bind ${LISTEN_ADDRESS:-0.0.0.0}
port ${LISTEN_PORT:-6379}
requirepass ${VALKEY_PASSWORD:?}
dir $folder
save ""
appendonly no
maxmemory ${VALKEY_MEMORY:-256mb}
# Counters of limits, the oldest first.
maxmemory-policy volatile-ttl
CONF

exec valkey-server "$folder/valkey.conf" "$@"
