import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { hasCutStream } from './cut-streams.ts';

const text = Buffer.from('BT /F 24 Tf 20 100 Td (a line of a report) Tj ET\n'.repeat(50));
const packed = deflateSync(text);

/** A file with one stream; `length` as the dictionary states it. */
const fileWith = (data: Buffer, entries: string, length: number | string = data.length) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n4 0 obj\n<< ${entries} /Length ${length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n9 0 obj\n7\nendobj\n%%EOF\n'),
    ]),
  );

it.each([
  ['compressed', fileWith(packed, '/Filter /FlateDecode')],
  ['compressed, with its length in another object', fileWith(packed, '/Filter [ /FlateDecode ]', '9 0 R')],
  ['compressed, with a wrong length', fileWith(packed, '/Filter /FlateDecode', packed.length - 7)],
  ['not compressed', fileWith(text, '')],
  ['a picture of another kind', fileWith(Buffer.from('no picture'), '/Subtype /Image /Filter /DCTDecode')],
])('A stream that is whole is accepted: %s', async (_what, file) => expect(await hasCutStream(file)).toBe(false));

it.each([
  ['compressed', fileWith(packed.subarray(0, packed.length / 2), '/Filter /FlateDecode')],
  ['compressed, with the length of before', fileWith(packed.subarray(0, 60), '/Filter /Fl', packed.length)],
  ['compressed, with its length in another object', fileWith(packed.subarray(0, 60), '/Filter[/FlateDecode]', '9 0 R')],
  ['not compressed', fileWith(text.subarray(0, 300), '', text.length)],
  ['a picture of another kind', fileWith(Buffer.alloc(100, 1), '/Subtype /Image /Filter /DCTDecode', 5000)],
  ['without its end', fileWith(packed, '/Filter /FlateDecode').subarray(0, 90)],
])('A stream that is cut is found: %s', async (_what, file) => expect(await hasCutStream(file)).toBe(true));
