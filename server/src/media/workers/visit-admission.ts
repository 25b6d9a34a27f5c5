import { freeVisits, nextCapacity, type Capacity, type CapacityPolicy, type NodeLoad } from './visit-capacity.ts';

const unmeasured: Capacity = { load: 0, cost: 0, spare: Number.MAX_SAFE_INTEGER, full: false };

/**
 * What a visit of two sends by assumption, before any measurement, at least, and at most, in megabits a second. What the machine sends beyond that is
 * traffic of others: it takes room, but makes no visit dearer.
 */
const visitMbps = { prior: 3, least: 0.3, most: 6 };
/** Share of the network that calls may fill; above it, queues grow. */
const NETWORK_LIMIT = 0.9;

/** `maxMbps`: what the node may send, in megabits a second; unlimited by default. */
export type AdmissionPolicy = CapacityPolicy & { readonly maxMbps?: number | undefined };
/** `sentMbps`: null where it is unknown. */
export type MeasuredLoad = NodeLoad & { readonly sentMbps?: number | null };

/** Computes how many more visits the node accepts, between two measurements: as many as both cores and network carry. */
export class VisitAdmission {
  readonly #policy: AdmissionPolicy;
  readonly #networkPolicy: CapacityPolicy;
  /** Undefined until the first measurement, at the node's start. */
  #capacity: Capacity | undefined;
  #network: Capacity | undefined;
  #visitsThen = 0;

  constructor(policy: AdmissionPolicy) {
    this.#policy = policy;
    const { maxMbps } = policy;
    const share = 1 / (maxMbps ?? 1);
    this.#networkPolicy = {
      loadLimit: NETWORK_LIMIT,
      cost: { prior: visitMbps.prior * share, least: visitMbps.least * share, most: visitMbps.most * share },
    };
    const idle = { workers: 1, load: 0, running: 0, waiting: 0 };
    // The rate is known from the second measurement on.
    if (maxMbps !== undefined) this.#network = nextCapacity(undefined, idle, this.#networkPolicy);
  }

  measure({ sentMbps = null, ...load }: MeasuredLoad): void {
    const { maxMbps } = this.#policy;
    this.#capacity = nextCapacity(this.#capacity, load, this.#policy);
    if (maxMbps !== undefined && sentMbps !== null) {
      // The network is the one core that all visits share.
      const share = { ...load, workers: 1, load: sentMbps / maxMbps };
      this.#network = nextCapacity(this.#network, share, this.#networkPolicy);
    }
    this.#visitsThen = load.running + load.waiting;
  }

  /** Returns how many more visits fit besides the present ones. */
  free(visits: number): number {
    const since = visits - this.#visitsThen;
    return Math.min(
      freeVisits(this.#capacity ?? unmeasured, since, visits, this.#policy),
      freeVisits(this.#network ?? unmeasured, since, visits, this.#networkPolicy),
    );
  }
}
