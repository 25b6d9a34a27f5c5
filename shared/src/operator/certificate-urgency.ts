import { DAY_MS } from '../core/time/duration.ts';

const problemMs = 7 * DAY_MS;
const noticeMs = 21 * DAY_MS;

/**
 * Returns how urgent the renewal of a certificate is, for which the programs that renew it are late; null while they are not. A short life, such as the
 * twelve hours under Caddy's own authority, is judged by its share.
 */
export function certificateUrgency(
  { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date },
  now: Date,
): 'problem' | 'attention' | null {
  const lifetime = startsAt ? endsAt.getTime() - startsAt.getTime() : Infinity;
  const left = endsAt.getTime() - now.getTime();
  if (left < Math.min(problemMs, lifetime / 8)) return 'problem';
  return left < Math.min(noticeMs, lifetime / 4) ? 'attention' : null;
}
