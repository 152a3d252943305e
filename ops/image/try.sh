#!/usr/bin/env bash
# Takes the steps of the Dockerfile on this machine, without Docker: assembles the image's folder, learns, starts a
# ledger on the slim runtime with what was learnt, asks its health check, and stops it.
#
#   try.sh JAVA_HOME JAR FOLDER     a JDK 25, minutebook-app.jar, an empty folder to use
set -euo pipefail

readonly jdk=$1 jar=$2 folder=$3
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly here

say() {
    printf '%s  %s\n' "$(date +%T)" "$1"
}

say "assembling"
"$here/assemble.sh" "$jdk" "$jar" "$folder"
say "$(du -sh "$folder/java" | cut -f 1) of runtime: $(paste -sd ' ' "$folder/java.modules")"
say "learning"
"$folder/learn.sh" "$folder/java/bin/java" "$folder/app/minutebook-app.jar" "$folder/minutebook.aot"
say "$(du -sh "$folder/minutebook.aot" | cut -f 1) learnt; starting"

mkfifo "$folder/output"
# AOTMode=on refuses to start when the cache does not fit
"$folder/java/bin/java" @"$folder/java.options" -XX:AOTCache="$folder/minutebook.aot" -XX:AOTMode=on \
    -XX:MaxRAMPercentage=70 -jar "$folder/app/minutebook-app.jar" \
    up --data "$folder/data" --port 0 --kafka-port 0 --database-port 0 >"$folder/output" &
ledger=$!
trap 'kill "$ledger" 2>/dev/null || true' EXIT
exec 3<"$folder/output"
read -r word url _ <&3
[[ "$word" == ready: ]] || exit 1
say "ready: $url"
SERVER_PORT=${url##*:} "$folder/healthy.sh"
say "healthy; stopping"
kill "$ledger"
wait "$ledger"
trap - EXIT
say "stopped with status 0"
