/** The impairment of packets in one direction. Without values, packets pass unchanged. */
export interface Impairment {
  /** Share of packets lost independently, 0 to 1. */
  readonly loss?: number;
  /** Burst losses (Gilbert model): `share` of all packets are lost, in runs of `length` packets on average. Added to `loss`. */
  readonly bursts?: { readonly share: number; readonly length: number };
  /** Delay of every packet in milliseconds. */
  readonly delayMs?: number;
  /** Maximum additional delay in milliseconds, uniformly distributed. Packets stay in order. */
  readonly jitterMs?: number;
  /** Share of packets that are delayed by `reorderMs` and overtaken. */
  readonly reorder?: number;
  readonly reorderMs?: number;
  /** Share of packets that arrive twice. */
  readonly duplicate?: number;
  /** Rate limit in kilobits a second; faster traffic is queued. */
  readonly kbps?: number;
  /** Capacity of the queue in milliseconds of traffic; packets that find it full are dropped. Default 200. */
  readonly queueMs?: number;
}

/** Both directions of a connection, as seen from the browser. */
export interface LineImpairment {
  readonly up?: Impairment;
  readonly down?: Impairment;
}

/** Returns the same impairment in both directions; each way gets half of the round trip. */
export function bothWays(impairment: Omit<Impairment, 'delayMs'> & { readonly roundTripMs?: number }): LineImpairment {
  const { roundTripMs = 0, ...rest } = impairment;
  const way: Impairment = { ...rest, delayMs: roundTripMs / 2 };
  return { up: way, down: way };
}

/** The random decisions on one packet, before the rate limit. */
export interface PacketFate {
  readonly lost: boolean;
  /** Jitter in milliseconds. */
  readonly lateMs: number;
  /** True when later packets may overtake it. */
  readonly heldBack: boolean;
  readonly twice: boolean;
}

/**
 * Decides packet by packet. The same random numbers and packet order give the same decisions at any time, because every packet draws the same count
 * of numbers.
 */
export class PacketFates {
  readonly #random: () => number;
  #inBurst = false;

  constructor(random: () => number) {
    this.#random = random;
  }

  next(impairment: Impairment): PacketFate {
    const [loss, burst, jitter, order, twice] = Array.from({ length: 5 }, this.#random) as [
      number,
      number,
      number,
      number,
      number,
    ];
    this.#inBurst = burst < this.#burstChance(impairment.bursts);
    return {
      lost: this.#inBurst || loss < (impairment.loss ?? 0),
      lateMs: jitter * (impairment.jitterMs ?? 0),
      heldBack: order < (impairment.reorder ?? 0),
      twice: twice < (impairment.duplicate ?? 0),
    };
  }

  /** Returns the chance that this packet is in a burst: of staying in one, or of entering one. */
  #burstChance(bursts: Impairment['bursts']): number {
    if (!bursts || bursts.share <= 0) return 0;
    if (bursts.share >= 1) return 1;
    const leave = 1 / Math.max(1, bursts.length);
    return this.#inBurst ? 1 - leave : (leave * bursts.share) / (1 - bursts.share);
  }
}
