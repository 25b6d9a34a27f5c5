/** What a line does to packets in one direction. Nothing given: nothing is done. */
export interface Impairment {
  /** Share of packets lost, each by itself, 0 to 1. */
  readonly loss?: number;
  /**
   * Losses in bursts (Gilbert’s model): `share` of all packets are lost, in runs of `length` packets on average. Comes on top of
   * `loss`.
   */
  readonly bursts?: { readonly share: number; readonly length: number };
  /** Milliseconds that every packet takes. */
  readonly delayMs?: number;
  /** Milliseconds that a packet takes longer, evenly spread from 0 to this. Packets keep their order. */
  readonly jitterMs?: number;
  /** Share of packets that are held back by `reorderMs` and overtaken meanwhile. */
  readonly reorder?: number;
  readonly reorderMs?: number;
  /** Share of packets that arrive twice. */
  readonly duplicate?: number;
  /** Kilobits a second that pass; what comes faster waits in a queue. */
  readonly kbps?: number;
  /** Milliseconds of traffic that the queue holds; what finds it full is dropped. 200 when not given. */
  readonly queueMs?: number;
}

/** Both directions of a line, seen from the browser. */
export interface LineImpairment {
  readonly up?: Impairment;
  readonly down?: Impairment;
}

/** The same in both directions; the delay is the round trip, half of it each way. */
export function bothWays(impairment: Omit<Impairment, 'delayMs'> & { readonly roundTripMs?: number }): LineImpairment {
  const { roundTripMs = 0, ...rest } = impairment;
  const way: Impairment = { ...rest, delayMs: roundTripMs / 2 };
  return { up: way, down: way };
}

/** What happens to one packet, before the line’s rate has its say. */
export interface PacketFate {
  readonly lost: boolean;
  /** Milliseconds of jitter. */
  readonly lateMs: number;
  /** Leaves the order: those behind it may overtake. */
  readonly heldBack: boolean;
  readonly twice: boolean;
}

/**
 * Decides packet by packet. The same random numbers and the same order of packets give the same decisions, whatever the
 * time: every packet draws as many numbers as any other.
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

  /** Chance that this packet is in a burst: of staying in one, or of entering one. */
  #burstChance(bursts: Impairment['bursts']): number {
    if (!bursts || bursts.share <= 0) return 0;
    if (bursts.share >= 1) return 1;
    const leave = 1 / Math.max(1, bursts.length);
    return this.#inBurst ? 1 - leave : (leave * bursts.share) / (1 - bursts.share);
  }
}
