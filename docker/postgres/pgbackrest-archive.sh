#!/bin/sh
# archive_command of the image `database`: stores a segment of the write-ahead log. It stores nothing while BACKUPS is off, and until the service
# `backup` has made the place for it: a log that nobody can store would fill the disk. pgBackRest looks for its own name in that command.
[ "${BACKUPS:-off}" = on ] || exit 0
made="${PGBACKREST_REPO1_PATH:-/backup}/archive/${PGBACKREST_STANZA:-yunzhen}/archive.info"
# The mark stays, so that a place that is lost later, such as a folder that is not mounted, is a failure. Older installations have no mark.
[ -e "${BACKUP_STATE:-/state}/stanza-made" ] || [ -e "$made" ] || exit 0
exec pgbackrest archive-push "$1"
