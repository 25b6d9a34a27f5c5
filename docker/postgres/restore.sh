#!/bin/sh
# `docker compose run … --entrypoint restore postgres …`: pgBackRest's restore with these options, over the files that are there or into the empty
# volume of a new machine or a copy.
set -eu
mkdir -p "$PGBACKREST_PG1_PATH"
chmod 700 "$PGBACKREST_PG1_PATH"
exec pgbackrest --delta "$@" restore
