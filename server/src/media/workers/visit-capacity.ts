/** How busy a node is at one moment. */
export interface NodeLoad {
  /** Workers that run, each good for one core. */
  readonly workers: number;
  /** Mean share of a core that the workers use, 0 to 1. */
  readonly load: number;
  /** Visits whose media flows. */
  readonly running: number;
  /** Visits that have a room in which nothing flows yet: patients who wait. */
  readonly waiting: number;
}

export interface CapacityPolicy {
  /** Share of its cores that a node fills: above it, packets begin to wait for each other. */
  readonly loadLimit: number;
  /** Most visits, whatever the load; as many as the load allows when not given. */
  readonly maxVisits?: number | undefined;
}

/** What is known of a node's capacity from one measurement to the next. */
export interface Capacity {
  /** The load, smoothed: a burst of two seconds is no reason to turn a patient away. */
  readonly load: number;
  /** Cores that one running visit costs. */
  readonly cost: number;
  /** Visits that would still fit by load; below 1 while the node counts as full. */
  readonly spare: number;
  readonly full: boolean;
}

/**
 * Cores that a visit of two costs before any has been measured: sound and a picture of about 1 Mbit/s both ways, generously. It goes
 * on counting as much as this many measured visits, so that three visits of which one is silent don't promise the moon.
 */
const PRIOR_COST = 1 / 60;
const PRIOR_WEIGHT = 5;
/** The measured cost can't make a core hold more than this many visits: silence costs nothing, until everybody speaks. */
const LEAST_COST = 1 / 250;
/** How much a new measurement counts: costs rise quickly and fall slowly, for promising too much is the worse mistake. */
const SMOOTHING = { load: 0.4, rising: 0.3, falling: 0.05 };
/** Of the patients who wait, not all are admitted at once: this share of what they will cost is held for them. */
const HELD_FOR_WAITING = 0.25;
/** A full node takes visits again when this share of its cores has become free, and room for two visits. */
const RELIEF = { share: 0.05, visits: 2 };

/** The capacity after a measurement; `before` is what was known until then. */
export function nextCapacity(before: Capacity | undefined, now: NodeLoad, { loadLimit }: CapacityPolicy): Capacity {
  // While all workers are being restarted there is no place, but what was known of their load still holds.
  if (now.workers === 0) return { load: 0, cost: PRIOR_COST, full: false, ...before, spare: 0 };
  const load = before ? blend(before.load, now.load, SMOOTHING.load) : now.load;
  const cost = nextCost(before?.cost ?? PRIOR_COST, now);
  const cores = now.workers * loadLimit;
  const taken = now.workers * load + now.waiting * cost * HELD_FOR_WAITING;
  const spare = Math.max(0, (cores - taken) / cost);
  const relieved = spare >= RELIEF.visits && taken <= cores - now.workers * RELIEF.share;
  const full = before?.full ? !relieved : spare < 1;
  return { load, cost, spare: full ? 0 : spare, full };
}

/**
 * How many more visits the node takes in.
 * @param since visits that have been opened since the measurement (negative: closed)
 * @param visits visits that the node has now
 */
export function freeVisits(capacity: Capacity, since: number, visits: number, { maxVisits }: CapacityPolicy): number {
  const byLoad = capacity.full ? 0 : Math.floor(capacity.spare - Math.max(0, since));
  return Math.max(0, Math.min(byLoad, (maxVisits ?? Number.MAX_SAFE_INTEGER) - visits));
}

function nextCost(before: number, { workers, load, running }: NodeLoad): number {
  if (running === 0) return before;
  const measured = (workers * load + PRIOR_COST * PRIOR_WEIGHT) / (running + PRIOR_WEIGHT);
  return Math.max(LEAST_COST, blend(before, measured, measured > before ? SMOOTHING.rising : SMOOTHING.falling));
}

const blend = (before: number, now: number, weight: number) => before + (now - before) * weight;
