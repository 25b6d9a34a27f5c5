/** The load of a node at one moment. */
export interface NodeLoad {
  /** Running workers, each with one core. */
  readonly workers: number;
  /** Mean share of a core that the workers use, 0 to 1. */
  readonly load: number;
  /** Visits whose media flow. */
  readonly running: number;
  /** Visits with a room in which nothing flows yet: waiting patients. */
  readonly waiting: number;
}

export interface CapacityPolicy {
  /** Share of its cores that a node may fill: above it, packets queue. */
  readonly loadLimit: number;
  /** Maximum number of visits, whatever the load; unlimited by default. */
  readonly maxVisits?: number | undefined;
  /** What a visit takes of one worker: assumed before any measurement, at least, and at most. Those of a core by default. */
  readonly cost?: { readonly prior: number; readonly least: number; readonly most?: number };
}

/** The estimated capacity, carried from one measurement to the next. */
export interface Capacity {
  /** The smoothed load: a burst of two seconds is no reason to reject a patient. */
  readonly load: number;
  /** Cores that one running visit costs. */
  readonly cost: number;
  /** Visits that still fit by load; below 1 while the node counts as full. */
  readonly spare: number;
  readonly full: boolean;
}

/**
 * Assumed cores for a visit of two before any measurement: audio and about 1 Mbit/s of video both ways, generously. It keeps the weight of this many
 * measured visits, so that a few silent ones do not distort the estimate.
 */
const PRIOR_COST = 1 / 60;
const PRIOR_WEIGHT = 5;
/** Lower bound of the measured cost, as this many visits per core: silence costs nothing until everyone speaks. */
const LEAST_COST = 1 / 250;
const costOfCore = { prior: PRIOR_COST, least: LEAST_COST };
/** Weight of a new measurement: costs rise quickly and fall slowly, because promising too much is the worse mistake. */
const SMOOTHING = { load: 0.4, rising: 0.3, falling: 0.05 };
/** Share of waiting patients' cost that is reserved: not all are admitted at once. */
const HELD_FOR_WAITING = 0.25;
/** A full node accepts visits again when this share of its cores is free, and two visits fit. */
const RELIEF = { share: 0.05, visits: 2 };

/** Returns the capacity after a measurement; `before` is the previous one. */
export function nextCapacity(before: Capacity | undefined, now: NodeLoad, policy: CapacityPolicy): Capacity {
  const { loadLimit, cost: ofVisit = costOfCore } = policy;
  // While all workers restart there is no capacity, but the load estimate is kept.
  if (now.workers === 0) return { load: 0, cost: ofVisit.prior, full: false, ...before, spare: 0 };
  const load = before ? blend(before.load, now.load, SMOOTHING.load) : now.load;
  const cost = nextCost(before?.cost ?? ofVisit.prior, now, ofVisit);
  const cores = now.workers * loadLimit;
  const taken = now.workers * load + now.waiting * cost * HELD_FOR_WAITING;
  const spare = Math.max(0, (cores - taken) / cost);
  const relieved = spare >= RELIEF.visits && taken <= cores - now.workers * RELIEF.share;
  const full = before?.full ? !relieved : spare < 1;
  return { load, cost, spare: full ? 0 : spare, full };
}

/**
 * Returns how many more visits the node accepts.
 * @param since visits opened since the measurement (negative: closed)
 * @param visits present visits of the node
 */
export function freeVisits(capacity: Capacity, since: number, visits: number, { maxVisits }: CapacityPolicy): number {
  const byLoad = capacity.full ? 0 : Math.floor(capacity.spare - Math.max(0, since));
  return Math.max(0, Math.min(byLoad, (maxVisits ?? Number.MAX_SAFE_INTEGER) - visits));
}

function nextCost(
  before: number,
  { workers, load, running }: NodeLoad,
  { prior, least, most = Infinity }: NonNullable<CapacityPolicy['cost']>,
): number {
  if (running === 0) return before;
  const measured = Math.min(most, (workers * load + prior * PRIOR_WEIGHT) / (running + PRIOR_WEIGHT));
  return Math.max(least, blend(before, measured, measured > before ? SMOOTHING.rising : SMOOTHING.falling));
}

const blend = (before: number, now: number, weight: number) => before + (now - before) * weight;
