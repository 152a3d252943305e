# Keeps segments of PostgreSQL's write-ahead log in the folder $archive and fetches them from there:
#   keep|fetch PATH NAME
# Nothing is ever written over; what is kept has reached the disk, and gzip's checksum tells when it was damaged.
umask 077
kept="$archive/$3.gz"
case $1 in
keep)
    if [ -e "$kept" ]; then
        # kept before a crash that PostgreSQL did not note
        gzip -dc "$kept" | cmp -s - "$2" && exit 0
        echo "archive: $kept is another segment of that name and stays as it is" >&2
        exit 1
    fi
    gzip -1c "$2" >"$kept.part" && sync "$kept.part" && mv "$kept.part" "$kept" && sync "$archive"
    ;;
fetch)
    [ -e "$kept" ] || exit 1
    # 1 would pass for the end of the log, above 125 ends the recovery
    gzip -dc "$kept" >"$2" || exit 200
    ;;
esac
