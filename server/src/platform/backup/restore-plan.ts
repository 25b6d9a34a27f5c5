import { BackupError } from './backup-error.ts';
import type { BackupRecord } from './record.ts';
import type { ArchivedSegment } from './wal-archive.ts';
import { nextSegment, readLsn, segmentName } from './wal-position.ts';

/** A commit’s timestamp precedes its writing: log written this long after an instant contains no earlier commit. */
const writtenAfterMs = 60_000;

/**
 * Returns the archived segments that a restore needs: from the backup without a gap to its target time or the last one. Throws `BackupError` when one
 * is missing or has a gap before the target time, or the target time is after the last.
 */
export function planLog(
  record: BackupRecord,
  archived: readonly ArchivedSegment[],
  time: Date | undefined,
): ArchivedSegment[] {
  const { timeline, segmentBytes, startLsn } = record;
  const found = new Map(archived.map((segment) => [segment.name, segment]));
  const last = archived.findLast(({ name, length }) => length > 0 && isOfTimeline(name, timeline));
  const plan: ArchivedSegment[] = [];
  for (let name = segmentName(timeline, readLsn(startLsn), segmentBytes); ; name = nextSegment(name, segmentBytes)) {
    const previous = plan.at(-1);
    const isEnough = time !== undefined && previous !== undefined && previous.lastAt > time.getTime() + writtenAfterMs;
    if (isEnough || !last || name > last.name) break;
    const segment = found.get(name);
    if (segment && segment.length > 0) plan.push(segment);
    const isGap = !segment || segment.length === 0 || (segment.length < segmentBytes && name !== last.name);
    if (!isGap) continue;
    const beforeGap = plan.at(-1);
    if (time && beforeGap && beforeGap.lastAt >= time.getTime()) break;
    throw missing(name, beforeGap);
  }
  const end = plan.at(-1);
  if (time && (!end || end.lastAt < time.getTime()))
    throw new BackupError(
      'time',
      end
        ? `The archived log ends at ${new Date(end.lastAt).toISOString()}: omit --to-time to restore all of it.`
        : 'No log is archived after this backup: omit --to-time to restore the backup as it is.',
    );
  return plan;
}

function missing(name: string, previous: ArchivedSegment | undefined): BackupError {
  const until = previous
    ? `An earlier --to-time can be restored, up to ${new Date(previous.lastAt).toISOString()}`
    : 'No time after the backup can be restored';
  return new BackupError(
    'missing',
    `The log segment ${name} is missing or has a gap. ${until}; --without-log restores the backup as it is.`,
  );
}

const isOfTimeline = (name: string, timeline: number) =>
  name.startsWith(timeline.toString(16).toUpperCase().padStart(8, '0'));
