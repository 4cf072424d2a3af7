#!/bin/sh
# Makes the secrets that docker-compose.yml asks for, in deploy/secrets. Those that are there already stay as they are.
# Anybody in a container may read the secrets it is given, nobody on the host may but who runs this: the folder is closed.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

for name in database_password server_secret turn_secret; do
  [ -e "secrets/$name" ] || head -c 48 /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' >"secrets/$name"
  chmod 444 "secrets/$name"
done

missing=0
for name in tls_certificate.pem tls_key.pem; do
  [ -e "secrets/$name" ] || { echo "Put the certificate for your address into deploy/secrets/$name" >&2; missing=1; }
done
exit $missing
