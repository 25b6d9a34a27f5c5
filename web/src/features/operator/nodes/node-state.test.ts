import { describe, expect, it } from 'vitest';
import type { OperatedNode } from '@yunzhen/shared/operator/operator.contract';
import { nodeState, otherServing, whyCallsStay } from './node-state.ts';
import { sampleNode } from './sample-node.ts';

const at = '2026-11-30T09:00:00.000Z';
const node = (change: Partial<OperatedNode> = {}): OperatedNode => ({ ...sampleNode, ...change });
const drained = { drainedSince: at, freeVisits: 0 };

describe('the state of a media node', () => {
  it.each<[string, Partial<OperatedNode>]>([
    ['serving', {}],
    ['stopping', { draining: true, ...drained }],
    ['silent', { alive: false, ...drained }],
    ['draining', drained],
    ['drained', { ...drained, rooms: 0 }],
  ])('is %s', (state, change) => {
    expect(nodeState(node(change))).toBe(state);
  });

  it('is serving when the api is of a release that does not know draining', () => {
    const { drainedSince: _, ...older } = node();
    expect(nodeState(older as OperatedNode)).toBe('serving');
  });
});

describe('calls of a drained node', () => {
  const other = node({ id: 'node-2' });

  it('move while another node has room', () => {
    expect(whyCallsStay(node(drained), [node(drained), other])).toBeNull();
    expect(whyCallsStay(node(), [node()])).toBeNull();
  });

  it('stay when every other node is full, drained or gone, or the release does not move them', () => {
    const others = [{ freeVisits: 0 }, drained, { alive: false }, { draining: true }];
    for (const change of others)
      expect(whyCallsStay(node(drained), [node(drained), node({ id: 'node-2', ...change })])).toBe('noRoom');
    expect(whyCallsStay(node({ ...drained, movesCalls: false }), [other])).toBe('oldRelease');
  });

  it('have nowhere to go from the last node that accepts calls, full ones included', () => {
    expect(otherServing([node(), node({ id: 'node-2', freeVisits: 0 })], 'node-1')).toHaveLength(1);
    expect(otherServing([node(), node({ id: 'node-2', ...drained })], 'node-1')).toEqual([]);
  });
});
