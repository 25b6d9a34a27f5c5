import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785 section 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 code unit and omits undefined ones', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, b: undefined, a: { z: 1, A: 2 } })).toBe(
      '{"a":{"A":2,"z":1},"\u{1f600}":2,"\ufb33":1}',
    );
  });

  it('rejects what JSON cannot represent', () => {
    expect(() => canonicalJson({ dose: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson({ name: '\ud800' })).toThrow(TypeError);
  });
});
