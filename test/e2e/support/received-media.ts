import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './expect.ts';

declare global {
  interface Window {
    callConnections?: RTCPeerConnection[];
  }
}

/** What a page received over its open connections, as its browser counts it. */
export interface ReceivedMedia {
  /** Samples of sound that were played, at 48 kHz. */
  samples: number;
  /** Samples among them that were concealed during speech. */
  concealed: number;
  energy: number;
  packetsLost: number;
  packetsReceived: number;
  framesDecoded: number;
  /** `udp` or `tcp`, of every connection in use. */
  protocols: string[];
}

/** Records the connections that pages of this browser open from now on. */
export async function recordConnections(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const made: RTCPeerConnection[] = [];
    window.callConnections = made;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push(this);
      }
    };
  });
}

export function receivedMedia(page: Page): Promise<ReceivedMedia> {
  return page.evaluate(async () => {
    const received = {
      samples: 0,
      concealed: 0,
      energy: 0,
      packetsLost: 0,
      packetsReceived: 0,
      framesDecoded: 0,
      protocols: [] as string[],
    };
    for (const connection of window.callConnections ?? []) {
      if (connection.connectionState === 'closed') continue;
      const report = await connection.getStats();
      for (const entry of report.values() as Iterable<Record<string, unknown>>) {
        const count = (field: string) => Number(entry[field] ?? 0);
        if (entry['type'] === 'candidate-pair' && entry['nominated'] && entry['state'] === 'succeeded') {
          received.protocols.push(String(report.get(String(entry['localCandidateId']))?.protocol));
        }
        if (entry['type'] !== 'inbound-rtp' || entry['mid'] === 'probator') continue;
        received.framesDecoded += count('framesDecoded');
        if (entry['kind'] !== 'audio') continue;
        received.samples += count('totalSamplesReceived');
        received.concealed += count('concealedSamples') - count('silentConcealedSamples');
        received.energy += count('totalAudioEnergy');
        received.packetsLost += count('packetsLost');
        received.packetsReceived += count('packetsReceived');
      }
    }
    return received;
  });
}

/** Returns what arrives from now on until that many seconds of sound have been played. */
export async function receiveSound(page: Page, seconds: number): Promise<ReceivedMedia> {
  const before = await receivedMedia(page);
  let now = before;
  await expect
    .poll(
      async () => {
        now = await receivedMedia(page);
        return (now.samples - before.samples) / 48_000;
      },
      { timeout: 45_000, intervals: [250] },
    )
    .toBeGreaterThanOrEqual(seconds);
  return {
    samples: now.samples - before.samples,
    concealed: now.concealed - before.concealed,
    energy: now.energy - before.energy,
    packetsLost: now.packetsLost - before.packetsLost,
    packetsReceived: now.packetsReceived - before.packetsReceived,
    framesDecoded: now.framesDecoded - before.framesDecoded,
    protocols: now.protocols,
  };
}
