#!/usr/bin/env bash
# Runs once, on an empty database. The owner makes tables and migrates them; the app's role is bound by row-level security.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=api_password="$API_PASSWORD" <<'SQL'
CREATE ROLE yunzhen_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE ROLE yunzhen_api LOGIN PASSWORD :'api_password';
CREATE DATABASE yunzhen OWNER yunzhen_owner;
REVOKE ALL ON DATABASE yunzhen FROM PUBLIC;
GRANT CONNECT ON DATABASE yunzhen TO yunzhen_api;
-- PgBouncer drops the time limits of a connection. The owner sets those of the role that it makes itself, yunzhen_operators.
ALTER ROLE yunzhen_api IN DATABASE yunzhen SET statement_timeout = 15000;
ALTER ROLE yunzhen_api IN DATABASE yunzhen SET idle_in_transaction_session_timeout = 30000;
\connect yunzhen
-- Whoever can list prepared statements can replace one for the next request on its connection. Only a superuser may take this away.
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_prepared_statement() FROM PUBLIC;
SQL
