import { bothWays, type LineImpairment } from '../../support/impairment/impairment.ts';

/** How a call is sent and forwarded over a connection. */
export interface Manner {
  /** True for two camera sizes, false for one. */
  readonly layers: boolean;
  /** True when the node stops the picture immediately after the connection falls. */
  readonly brake: boolean;
  /** True when lost audio is retransmitted. */
  readonly repairSound: boolean;
  /** Minimum milliseconds that audio waits for a retransmission; null leaves it to the browser. */
  readonly waitMs: number | null;
}

const bare: Manner = { layers: false, brake: false, repairSound: false, waitMs: null };
const layered: Manner = { ...bare, layers: true };
const braked: Manner = { ...layered, brake: true };
const repaired: Manner = { ...braked, repairSound: true };

const weak = (kbps: number): LineImpairment => ({ down: { kbps, delayMs: 30, queueMs: 300 }, up: { delayMs: 30 } });
const lossy = (loss: number): LineImpairment => bothWays({ loss, roundTripMs: 200, jitterMs: 10 });

/** The modes compared on each connection. The connection is the receiver’s; the sender’s is good. */
export const trials: {
  readonly line: string;
  readonly impairment: LineImpairment;
  readonly manners: Record<string, Manner>;
}[] = [
  ...[300, 150].map((kbps) => ({
    line: `${kbps} kbit/s`,
    impairment: weak(kbps),
    manners: { 'one size': bare, 'two sizes': layered, 'two sizes, brake': braked },
  })),
  ...[0.1, 0.2].map((loss) => ({
    line: `${loss * 100} % lost, 200 ms`,
    impairment: lossy(loss),
    manners: { plain: braked, 'sent again': repaired, 'and waited for': { ...repaired, waitMs: 320 } },
  })),
];
