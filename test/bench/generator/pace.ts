import { setTimeout as delay } from 'node:timers/promises';
import type { Participant } from './participant.ts';

const tickMs = 10;

/** Lets all participants send what is due by the wall clock for the given time. */
export async function pace(participants: readonly Participant[], milliseconds: number): Promise<void> {
  const start = performance.now();
  let done = 0;
  while (done < milliseconds) {
    await delay(tickMs);
    const now = Math.min(milliseconds, performance.now() - start);
    for (const participant of participants) participant.advance(now - done);
    done = now;
  }
}

/** Returns the packets received or missing at all participants so far. */
export function arrived(participants: readonly Participant[], what: 'packets' | 'missing'): number {
  return participants.reduce((total, { received }) => total + received[what], 0);
}
