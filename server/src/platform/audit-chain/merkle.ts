import { sha256 } from '../signing/sha256.ts';

// Merkle trees as in RFC 9162, section 2.1 (RFC 6962 has the same hashes).

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

export const hashOfLeaf = (data: Uint8Array): Buffer => sha256(leafMark, data);
export const hashOfNode = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodeMark, left, right);

interface Peak {
  /** Number of leaves below it, a power of two. */
  leaves: number;
  hash: Buffer;
}

/** The right edge of a growing tree: enough to append leaves, whatever their number. */
export class MerkleEdge {
  readonly #peaks: Peak[];
  #size: number;

  /** Resumes from an edge that `toBytes` wrote. */
  constructor(size = 0, bytes: Uint8Array = new Uint8Array()) {
    this.#size = size;
    const leaves = powersIn(size);
    if (bytes.length !== leaves.length * 32) throw new RangeError('edge does not belong to a tree of this size');
    this.#peaks = leaves.map((count, i) => ({ leaves: count, hash: Buffer.from(bytes.subarray(i * 32, i * 32 + 32)) }));
  }

  get size(): number {
    return this.#size;
  }

  add(data: Uint8Array): void {
    let peak: Peak = { leaves: 1, hash: hashOfLeaf(data) };
    for (let last = this.#peaks.at(-1); last?.leaves === peak.leaves; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { leaves: peak.leaves * 2, hash: hashOfNode(last.hash, peak.hash) };
    }
    this.#peaks.push(peak);
    this.#size++;
  }

  root(): Buffer {
    const [last, ...others] = this.#peaks.toReversed();
    if (!last) return sha256();
    return others.reduce((right, { hash }) => hashOfNode(hash, right), last.hash);
  }

  toBytes(): Buffer {
    return Buffer.concat(this.#peaks.map(({ hash }) => hash));
  }
}

/** Returns the powers of two that sum up to a number, largest first. */
function powersIn(size: number): number[] {
  const powers: number[] = [];
  for (let power = 1, rest = size; rest > 0; power *= 2, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) powers.unshift(power);
  return powers;
}

/** A sequence of leaf hashes, with proofs about their tree. Each subtree is hashed once. */
export class MerkleLeaves {
  readonly #leaves: Uint8Array;
  readonly #known = new Map<string, Buffer>();
  readonly size: number;

  /** `leaves`: the hashes of all leaves (`hashOfLeaf`), 32 bytes each. */
  constructor(leaves: Uint8Array) {
    this.#leaves = leaves;
    this.size = leaves.length / 32;
  }

  /** Returns the root of the leaves from `begin` inclusive to `end` exclusive. */
  root(begin = 0, end = this.size): Buffer {
    if (end - begin === 1) return Buffer.from(this.#leaves.subarray(begin * 32, begin * 32 + 32));
    const name = `${begin} ${end}`;
    const known = this.#known.get(name);
    if (known) return known;
    const middle = begin + largestPowerBelow(end - begin);
    const hash = hashOfNode(this.root(begin, middle), this.root(middle, end));
    if (end - begin >= 64) this.#known.set(name, hash);
    return hash;
  }

  /** Returns the proof that the leaf is in the tree (RFC 9162, 2.1.3.1). */
  inclusion(index: number, begin = 0, end = this.size): Buffer[] {
    if (end - begin === 1) return [];
    const middle = begin + largestPowerBelow(end - begin);
    return index < middle
      ? [...this.inclusion(index, begin, middle), this.root(middle, end)]
      : [...this.inclusion(index, middle, end), this.root(begin, middle)];
  }

  /** Returns the proof that the tree of the first `size` leaves is a prefix of this one (RFC 9162, 2.1.4.1). */
  consistency(size: number, begin = 0, end = this.size, whole = true): Buffer[] {
    if (size === end) return whole ? [] : [this.root(begin, end)];
    const middle = begin + largestPowerBelow(end - begin);
    return size <= middle
      ? [...this.consistency(size, begin, middle, whole), this.root(middle, end)]
      : [...this.consistency(size, middle, end, false), this.root(begin, middle)];
  }
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
