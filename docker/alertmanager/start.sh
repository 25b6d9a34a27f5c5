#!/bin/sh
# Starts Alertmanager for the operators' mail address and webhook. The password of the mail server is printed into a file of this container only.
set -eu
folder=${ALERTMANAGER_FOLDER:-/tmp/alertmanager}
umask 077
mkdir -p "$folder"
node "$(dirname "$0")/configure.mjs" > "$folder/alertmanager.yml"
exec prometheus-alertmanager --config.file="$folder/alertmanager.yml" --storage.path="${ALERTMANAGER_DATA:-/alertmanager}" \
  --web.listen-address="${LISTEN_ADDRESS:-0.0.0.0}:${LISTEN_PORT:-9093}" --cluster.listen-address= "$@"
