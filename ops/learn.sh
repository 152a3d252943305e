#!/usr/bin/env bash
# Starts a throw-away ledger once and keeps what the virtual machine learnt by it (its AOT cache): later starts of
# the same program on the same Java take half the work. Fails, and leaves nothing, when that ledger does not get ready.
#
#   learn.sh JAVA PROGRAM CACHE     the java program, the unpacked minutebook-app.jar, the file to make
set -euo pipefail

readonly java=$1 program=$2 cache=$3
readonly patience_seconds=900
options=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/java.options
readonly options

scratch=$(mktemp -d)
draft="$cache.$$"
ledger=

stop_ledger() {
    [[ -n "$ledger" ]] || return 0
    kill -TERM "$ledger" 2>/dev/null || true
    wait "$ledger" || true # the cache is written as it ends; whether it was is seen below
    ledger=
}

cleanup() {
    stop_ledger
    rm -rf "$scratch" "$draft" "$draft.config"
}
trap cleanup EXIT
trap 'exit 1' INT TERM HUP

is_ready() {
    local line
    while IFS= read -r -t "$patience_seconds" line; do
        [[ "$line" == ready:* ]] && return 0
    done
    return 1
}

mkfifo "$scratch/output"
"$java" @"$options" -Xmx1g -XX:AOTCacheOutput="$draft" -jar "$program" \
    up --data "$scratch/data" --port 0 --kafka-port 0 --database-port 0 >"$scratch/output" 2>"$scratch/errors" &
ledger=$!
exec 3<"$scratch/output"
if ! is_ready <&3; then
    echo "the ledger did not get ready:" >&2
    cat "$scratch/errors" "$scratch"/data/*.log >&2 || true
    exit 1
fi
cat <&3 >/dev/null &
stop_ledger
[[ -s "$draft" ]] && mv -- "$draft" "$cache"
