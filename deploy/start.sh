#!/bin/sh
# Runs a command with the database's password from its secret file: not in the image, not in the compose file,
# not in what `docker inspect` shows.
set -eu
PGPASSWORD=$(cat /run/secrets/database_password)
export PGPASSWORD
exec "$@"
