import { describe, expect, it } from 'vitest';
import { printedCode } from './printed-code.ts';

const id = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';

describe('A printed code', () => {
  it('is parsed from any address that the scanner types', () => {
    const secret = 'c2FtcGxlLXNlY3JldC1zYW1wbGU';
    expect(printedCode(` https://rx.example/verify/wuzhen/${id}#${secret}\n`)).toEqual({ prescriptionId: id, secret });
  });

  it.each([
    '',
    'javascript:alert(1)',
    `https://rx.example/verify/wuzhen/${id}`,
    `/verify/wuzhen/${id}#short`,
    `#${id}`,
  ])('is not found in %j', (typed) => expect(printedCode(typed)).toBeUndefined());
});
