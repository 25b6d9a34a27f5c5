import { describe, expect, it } from 'vitest';
import { hashOfLeaf, hashOfNode, MerkleEdge, MerkleLeaves } from './merkle.ts';

/** Leaves of the test vectors of Certificate Transparency. */
const vectors = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
const treeOf = (leaves: readonly Buffer[]) => new MerkleLeaves(Buffer.concat(leaves.map(hashOfLeaf)));
const many = Array.from({ length: 200 }, (_, i) => Buffer.from(`leaf ${i}`));

describe('a Merkle tree', () => {
  it('matches the roots in the test vectors of Certificate Transparency', () => {
    const edge = new MerkleEdge();
    expect(edge.root().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const roots = vectors.map((leaf) => (edge.add(leaf), edge.root().toString('hex')));
    expect([roots[0], roots[1], roots[7]]).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]);
  });

  it('has the same root from its edge, also when resumed, as from its leaves', () => {
    let edge = new MerkleEdge();
    many.forEach((leaf, i) => {
      edge.add(leaf);
      edge = new MerkleEdge(edge.size, edge.toBytes());
      expect(edge.root()).toEqual(treeOf(many.slice(0, i + 1)).root());
    });
    expect(() => new MerkleEdge(3, new Uint8Array(32))).toThrow(RangeError);
  });

  it('returns the path of RFC 9162 from a leaf to the root', () => {
    for (const size of [1, 2, 3, 7, 8, 13, 64, 65, 200]) {
      const tree = treeOf(many.slice(0, size));
      for (let index = 0; index < size; index++) {
        let hash = hashOfLeaf(many[index] ?? Buffer.of());
        // RFC 9162, 2.1.3.2.
        let [at, last] = [index, size - 1];
        for (const step of tree.inclusion(index)) {
          const right = at % 2 === 1 || at === last;
          hash = right ? hashOfNode(step, hash) : hashOfNode(hash, step);
          if (right) while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
          [at, last] = [at >> 1, last >> 1];
        }
        expect(hash).toEqual(tree.root());
      }
    }
  });

  it('proves consistency with a smaller tree exactly as the test vectors do', () => {
    const tree = treeOf(vectors);
    expect(hex(tree.consistency(8))).toEqual([]);
    expect(hex(tree.consistency(1))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(tree.consistency(6))).toHaveLength(3);
  });
});
