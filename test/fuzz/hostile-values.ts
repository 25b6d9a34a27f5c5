import type { Random } from '../../server/src/demo/random.ts';

const hostile: readonly unknown[] = [
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(10_000),
  '9999-12-31',
  '0000-01-01',
  '2026-02-30',
  '9999-12-31T23:59:59.999Z',
  "'; DROP TABLE visit; --",
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  '=cmd|/c calc!A1',
  '\u202etxt.exe',
  '👩🏽‍⚕️'.repeat(200),
  '00000000-0000-0000-0000-000000000000',
  'NaN',
  '1e400',
  '-0',
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  null,
  true,
  [],
  {},
  [[[[[[[[[[[[]]]]]]]]]]]],
  { constructor: { prototype: {} } },
  { toString: 'x', length: -1 },
];

/** Returns the value with some of its leaves, members or elements replaced by invalid ones. */
export function spoiled(value: unknown, random: Random): unknown {
  if (random.chance(0.15)) return random.pick(hostile);
  if (Array.isArray(value)) {
    if (value.length > 0 && random.chance(0.1)) return Array.from({ length: random.between(2, 300) }, () => value[0]);
    return value.map((each) => (random.chance(0.4) ? spoiled(each, random) : each));
  }
  if (typeof value !== 'object' || value === null) return random.chance(0.5) ? random.pick(hostile) : value;
  const members = Object.entries(value).flatMap(([name, each]) => {
    if (random.chance(0.08)) return [];
    return [[name, random.chance(0.4) ? spoiled(each, random) : each] as const];
  });
  if (random.chance(0.1))
    members.push([random.pick(['__proto__', 'id', 'hospitalId', 'roles', 'version']), random.pick(hostile)]);
  return Object.fromEntries(members);
}

/** Returns the bytes with some of them flipped, removed, duplicated or replaced by one of the words. */
export function spoiledBytes(bytes: Buffer, random: Random, words: readonly string[]): Buffer {
  let parts: Buffer = Buffer.from(bytes);
  for (let change = random.between(1, 6); change > 0; change--) {
    const at = random.between(0, Math.max(0, parts.length - 1));
    const length = random.between(0, 40);
    const [before, within, after] = [
      parts.subarray(0, at),
      parts.subarray(at, at + length),
      parts.subarray(at + length),
    ];
    const replaced = random.pick([
      () => Buffer.from(within.map((byte) => byte ^ (1 << random.between(0, 7)))),
      () => Buffer.alloc(0),
      () => Buffer.concat([within, within]),
      () => Buffer.from(random.pick(words), 'latin1'),
      () => Buffer.concat(Array.from({ length: random.between(1, 200) }, () => within)),
    ])();
    parts = Buffer.concat([before, replaced, after]);
  }
  return parts;
}

/** Converts the value to JSON, including the big integers that generators create. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? Number(each) : each)) ?? 'null';
