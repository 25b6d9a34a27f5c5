import { freeVisits, nextCapacity, type Capacity, type CapacityPolicy, type NodeLoad } from './visit-capacity.ts';

const unmeasured: Capacity = { load: 0, cost: 0, spare: Number.MAX_SAFE_INTEGER, full: false };

/** Computes how many more visits the node accepts, between two measurements. */
export class VisitAdmission {
  readonly #policy: CapacityPolicy;
  /** Undefined until the first measurement, at the node's start. */
  #capacity: Capacity | undefined;
  #visitsThen = 0;

  constructor(policy: CapacityPolicy) {
    this.#policy = policy;
  }

  measure(load: NodeLoad): void {
    this.#capacity = nextCapacity(this.#capacity, load, this.#policy);
    this.#visitsThen = load.running + load.waiting;
  }

  /** Returns how many more visits fit besides the present ones. */
  free(visits: number): number {
    return freeVisits(this.#capacity ?? unmeasured, visits - this.#visitsThen, visits, this.#policy);
  }
}
