#!/usr/bin/env bash
# Puts together what the container image holds: the program in its parts and a Java runtime of just the modules that it
# needs, as jdeps finds them, and some that it asks for by name.
#
#   assemble.sh JAVA_HOME JAR FOLDER     a JDK 25, minutebook-app.jar, the folder to make
set -euo pipefail

readonly jdk=$1 jar=$2 folder=$3
ops=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
readonly ops

# Not to be seen in class files: character sets and zip file systems are found as services, jcmd looks into a running
# ledger, the embedded PostgreSQL asks whether it is root, DNS and Kerberos are for databases and brokers elsewhere,
# ECDSA for their certificates.
readonly by_name=jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.security.auth,jdk.security.jgss,jdk.zipfs

# Libraries that are modules are followed from those that are not: taken as roots they would ask for all that they
# could work with.
modules() {
    cd -- "$1"
    # shellcheck disable=SC2046 # names of jars have no spaces
    "$jdk/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps \
        --class-path 'lib/*' minutebook-app.jar $(grep -L 'module-info[.]class' lib/*.jar)
}

mkdir -p "$folder"
"$jdk/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$folder/app" --force >/dev/null
# PostgreSQL for other systems, which no container runs
rm -f "$folder"/app/lib/embedded-postgres-binaries-{darwin,windows}-*.jar
needed=$(modules "$folder/app")
rm -rf "$folder/java"
"$jdk/bin/jlink" --add-modules "$needed,$by_name" --include-locales en,zh --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --output "$folder/java"
cp -- "$ops/java.options" "$ops/learn.sh" "$ops/image/healthy.sh" "$folder/"
echo "$needed,$by_name" | tr ',' '\n' | sort -u >"$folder/java.modules"
