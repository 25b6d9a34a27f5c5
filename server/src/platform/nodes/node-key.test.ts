import { expect, it } from 'vitest';
import { nodeCredential, nodeKey } from './node-key.ts';

const secret = '0123456789abcdef0123456789abcdef';

it('derives the same key as the documented command', () => {
  // printf 'yunzhen media node node-2' | openssl dgst -sha256 -hmac "$NODE_SECRET" -r
  expect(nodeKey(secret, 'node-2')).toBe('7231537fcec3e04689ecd4484a41d023950d1ca19a278040bccc5a805ae476a6');
});

it('tells a node’s own key from the shared secret and from anything else', () => {
  expect(nodeCredential(`Bearer ${nodeKey(secret, 'node-2')}`, secret, 'node-2')).toBe('own');
  expect(nodeCredential(`Bearer ${secret}`, secret, 'node-2')).toBe('shared');
  for (const other of [undefined, '', 'Bearer x', secret, `Bearer ${nodeKey(secret, 'node-1')}`])
    expect(nodeCredential(other, secret, 'node-2'), other).toBeNull();
});
