#!/bin/sh
# Starts PgBouncer with the two logins of the api. Passwords are printed into files of this container only.
set -eu
folder=${POOLER_FOLDER:-/tmp/pgbouncer}
umask 077
mkdir -p "$folder"

# In this file a quotation mark is written twice; the passwords of make-env.mjs contain none.
quoted() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/"/""/g')"
}
printf '"yunzhen_api" %s\n"yunzhen_operators" %s\n' "$(quoted "$API_PASSWORD")" "$(quoted "$OPERATOR_PASSWORD")" > "$folder/users.txt"

cat > "$folder/pgbouncer.ini" <<INI
[databases]
yunzhen = host=${DATABASE_ADDRESS:-postgres} port=${DATABASE_PORT:-5432}

[pgbouncer]
listen_addr = ${LISTEN_ADDRESS:-0.0.0.0}
listen_port = ${LISTEN_PORT:-6432}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $folder/users.txt
pool_mode = session
default_pool_size = ${POOL_SIZE:-60}
max_client_conn = 1000
# node-postgres sends them at the start of a connection. The roles have them too, see docs/operations/scaling.md.
ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout,lock_timeout,options
server_reset_query = DISCARD ALL
# After a failover the next client tries the new primary at once, not after 15 seconds.
server_login_retry = 1
INI

exec pgbouncer "$folder/pgbouncer.ini"
