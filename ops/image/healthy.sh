#!/usr/bin/env bash
# Asks the ledger in this container whether it is ready; the image has no HTTP client.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r _ status _ <&3
[[ "$status" == 200 ]]
