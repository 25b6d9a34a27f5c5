import { describe, expect, it } from 'vitest';
import { holdsDocument } from './document-file-kind.ts';

const jws = (header: unknown) => `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.AA`;

describe('the kind of a file for verification', () => {
  it.each([
    ['a PDF with a document’s record', '%PDF-1.7\n/F (document.jws)', true],
    ['a PDF with a prescription’s record', '%PDF-1.7\n/F (prescription.jws)', false],
    ['a document’s record', `\n${jws({ typ: 'yunzhen-document' })}`, true],
    ['a prescription’s record', jws({ typ: 'yunzhen-prescription' }), false],
    ['a record without a type', jws([]), false],
    ['junk', 'x', false],
    ['an empty file', '', false],
  ])('is recognised for %s', (_, text, expected) => {
    expect(holdsDocument(Buffer.from(text))).toBe(expected);
  });
});
