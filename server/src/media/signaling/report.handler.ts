import { AppError } from '@yunzhen/shared/core/errors';
import type { ParticipantLine } from '@yunzhen/shared/calls/call.contract';
import { firstPictureReport, qualityReport, recoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import type { Peer } from '../rooms/peer.ts';
import type { SocketSession } from './socket-session.ts';
import { TokenBucket, type TokenBucketPolicy } from '../../platform/limits/token-bucket.ts';

/** Far above what a page sends: quality about every fifteen seconds, a recovery per loss, one first frame per page load. */
const policies = {
  quality: { burst: 8, perSecond: 1 / 4 },
  recovered: { burst: 10, perSecond: 1 / 2 },
  'first-picture': { burst: 5, perSecond: 1 / 30 },
} satisfies Record<string, TokenBucketPolicy>;

/** The report state of a peer; it survives a change of sockets. */
class Reporter {
  readonly #buckets = new Map<keyof typeof policies, TokenBucket>();
  line: ParticipantLine | undefined;

  /** @throws AppError `request.rate-limited` */
  count(type: keyof typeof policies): void {
    const now = performance.now();
    const bucket = this.#buckets.get(type) ?? new TokenBucket(policies[type], now);
    this.#buckets.set(type, bucket);
    if (!bucket.take(now)) throw new AppError('request.rate-limited');
  }
}

const reporters = new WeakMap<Peer, Reporter>();

function reporterOf(peer: Peer): Reporter {
  const reporter = reporters.get(peer) ?? new Reporter();
  reporters.set(peer, reporter);
  return reporter;
}

/** `report-quality`, `report-recovery`, `report-first-picture`: measurements of a page, for the other participants and for the record. */
export function handleReports(session: SocketSession): void {
  session.handle('report-quality', qualityReport, ({ samples }) => {
    const { room, peer } = session.peerSession;
    const reporter = reporterOf(peer);
    reporter.count('quality');
    room.report(peer, 'quality', { samples });
    const latest = samples.at(-1);
    if (latest && (latest.grade !== reporter.line?.grade || latest.cause !== reporter.line.cause)) {
      reporter.line = { grade: latest.grade, cause: latest.cause };
      peer.setLine(reporter.line);
    }
    return null;
  });

  session.handle('report-recovery', recoveryReport, (recovery) => {
    const { room, peer } = session.peerSession;
    reporterOf(peer).count('recovered');
    room.report(peer, 'recovered', { recovery });
    return null;
  });

  session.handle('report-first-picture', firstPictureReport, (firstPicture) => {
    const { room, peer } = session.peerSession;
    reporterOf(peer).count('first-picture');
    room.report(peer, 'first-picture', { firstPicture });
    return null;
  });
}
