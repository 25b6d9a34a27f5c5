import { AppError } from '@yunzhen/shared/core/errors';
import type { CaptionAnswer } from '@yunzhen/shared/calls/call.contract';
import { caption } from '@yunzhen/shared/calls/call.schemas';
import { TokenBucket, type TokenBucketPolicy } from '../../platform/limits/token-bucket.ts';
import { mayFlow } from '../rooms/flow.ts';
import type { Peer } from '../rooms/peer.ts';
import type { SocketSession } from './socket-session.ts';

/** A page sends a growing line of speech about twice a second, and people type more slowly. */
const policy: TokenBucketPolicy = { burst: 12, perSecond: 4 };
const buckets = new WeakMap<Peer, TokenBucket>();

/** @throws AppError `request.rate-limited` */
function count(peer: Peer): void {
  const now = performance.now();
  const bucket = buckets.get(peer) ?? new TokenBucket(policy, now);
  buckets.set(peer, bucket);
  if (!bucket.take(now)) throw new AppError('request.rate-limited');
}

/** `send-caption`: goes to those who may hear the participant now, and nowhere else; the answer counts them. It is neither stored nor logged. */
export function handleCaptions(session: SocketSession): void {
  session.handle('send-caption', caption, (line): CaptionAnswer => {
    const { room, peer } = session.peerSession;
    count(peer);
    const { participantId, role } = peer;
    const answer = { received: 0, missed: 0 };
    for (const other of room.peers) {
      if (other === peer || !mayFlow(room.phase, role, other.role)) continue;
      // Media may still flow to someone whose socket is lost.
      if (other.channel.open) answer.received += 1;
      else answer.missed += 1;
      other.channel.send('caption', { ...line, participantId });
    }
    return answer;
  });
}
