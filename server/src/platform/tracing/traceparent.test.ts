import { expect, it } from 'vitest';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';

const [trace, span] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];

it('reads and writes the header of W3C Trace Context', () => {
  const parent = parseTraceparent(`00-${trace}-${span}-01`);
  expect(parent).toEqual({ traceId: trace, spanId: span, traceFlags: 1, isRemote: true });
  expect(parent && formatTraceparent(parent)).toBe(`00-${trace}-${span}-01`);
  expect(parseTraceparent(`00-${trace}-${span}-fe`)?.traceFlags).toBe(0);
});

it('ignores a header of any other shape', () => {
  const zeros = [`00-${'0'.repeat(32)}-${span}-01`, `00-${trace}-${'0'.repeat(16)}-01`];
  for (const header of [undefined, '', 'x', `01-${trace}-${span}-01`, `00-${trace}-${span}-01-Li`, ...zeros])
    expect(parseTraceparent(header), header).toBeNull();
});
