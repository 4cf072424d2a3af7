#!/bin/sh
# Starts the relay with turnserver.conf and what differs from place to place. Further arguments go to turnserver.
#   TURN_SECRET_FILE   the secret shared with the server, at least 32 characters
#   TURN_REALM         a name for this relay, usually its host name
#   TURN_PEER          the address of the media server, the only one that is relayed to
#   TURN_EXTERNAL_IP   the relay's public address when it has another one itself (optional)
#   TURN_CERTIFICATE, TURN_KEY   PEM files, for turns: (optional)
#   TURN_RUN           a folder that only this program needs (default /run/turn)
set -eu

refuse() {
  echo "The relay does not start: $1" >&2
  exit 78
}

for name in TURN_SECRET_FILE TURN_REALM TURN_PEER; do
  eval "[ -n \"\${$name:-}\" ]" || refuse "set $name."
done
[ -r "$TURN_SECRET_FILE" ] || refuse "TURN_SECRET_FILE names $TURN_SECRET_FILE, which cannot be read."
secret=$(cat "$TURN_SECRET_FILE")
case $secret in *[!A-Za-z0-9+/=_-]*) refuse "the secret may have letters, digits and + / = _ - only." ;; esac
[ ${#secret} -ge 32 ] || refuse "the secret in $TURN_SECRET_FILE is shorter than 32 characters."
case $TURN_PEER in *[!0-9a-fA-F.:]*) refuse "TURN_PEER must be one address, not a name or a range." ;; esac
case $TURN_PEER in 0.0.0.0 | ::) refuse "TURN_PEER must be the address of the media server." ;; esac

run=${TURN_RUN:-/run/turn}
umask 077
{
  cat "$(dirname "$0")/turnserver.conf"
  echo "realm=$TURN_REALM"
  echo "allowed-peer-ip=$TURN_PEER"
  [ -z "${TURN_EXTERNAL_IP:-}" ] || echo "external-ip=$TURN_EXTERNAL_IP"
  if [ -n "${TURN_CERTIFICATE:-}" ]; then
    echo "cert=$TURN_CERTIFICATE"
    echo "pkey=${TURN_KEY:?set TURN_KEY with TURN_CERTIFICATE}"
  else
    echo "no-tls"
    echo "no-dtls"
  fi
  # In a file and not on the command line, where every process of the machine could read it.
  echo "static-auth-secret=$secret"
  echo "pidfile=$run/turnserver.pid"
  echo "userdb=$run/turndb"
} >"$run/turnserver.conf"

exec turnserver -c "$run/turnserver.conf" "$@"
