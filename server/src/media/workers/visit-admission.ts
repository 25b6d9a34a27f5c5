import { freeVisits, nextCapacity, type Capacity, type CapacityPolicy, type NodeLoad } from './visit-capacity.ts';

const unmeasured: Capacity = { load: 0, cost: 0, spare: Number.MAX_SAFE_INTEGER, full: false };

/** Knows, from one measurement to the next, how many more visits the node takes in. */
export class VisitAdmission {
  readonly #policy: CapacityPolicy;
  /** Undefined until the first measurement, which is made when the node starts. */
  #capacity: Capacity | undefined;
  #visitsThen = 0;

  constructor(policy: CapacityPolicy) {
    this.#policy = policy;
  }

  measure(load: NodeLoad): void {
    this.#capacity = nextCapacity(this.#capacity, load, this.#policy);
    this.#visitsThen = load.running + load.waiting;
  }

  /** How many more visits fit beside those that the node has now. */
  free(visits: number): number {
    return freeVisits(this.#capacity ?? unmeasured, visits - this.#visitsThen, visits, this.#policy);
  }
}
