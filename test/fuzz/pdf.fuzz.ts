import { deflateSync } from 'node:zlib';
import type { Random } from '../../server/src/demo/random.ts';
import { objectionToPdf } from '../../server/src/platform/files/pdf-scan.ts';
import { demoGround } from './demo-ground.ts';
import type { FuzzTarget } from './fuzzing.ts';
import { spoiledBytes } from './hostile-values.ts';

const words = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '\\',
  '%',
  '\0',
  '1 0 obj',
  'endobj',
  'stream\n',
  'endstream',
  '/First 4',
  '/N 1',
  '/Type /ObjStm',
  '/Filter /FlateDecode',
  '/OpenAction 1 0 R',
  '/OpenAction <<',
  '/S /GoTo',
  '/Next',
  '/AA <<',
  '/#4a#53 (',
  '/F (\\\\\\\\x',
  '%%EOF',
  'xref',
  'trailer',
  '/ByteRange [0 1 2 3]',
  '/Contents <00',
  '/Root 1 0 R',
  '/Prev 0',
  '99999999999999999999',
];

function sample(random: Random): Buffer {
  const packed = deflateSync(Buffer.from('5 0 << /Type /Font >>'.repeat(random.between(1, 2000))));
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
      'latin1',
    ),
    Buffer.from(
      `7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 8 >>\nstartxref\n0\n%%EOF\n', 'latin1'),
  ]);
}

/** Tests the file check and the public verification with nearly valid PDFs. */
const target: FuzzTarget = async () => {
  const { test } = await demoGround();
  return async (random) => {
    const file = spoiledBytes(sample(random), random, words);
    // The check must neither throw nor accept a script that a PDF reader would find by name.
    const objection = await objectionToPdf(file).catch((error: unknown) => `threw ${String(error)}`);
    const answer = await fetch(`${test.url}/api/hospitals/wuzhen/file-verifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf' },
      body: new Uint8Array(file),
    });
    await answer.arrayBuffer();
    const failed = answer.status >= 500 && answer.status !== 503;
    const wrong = objection?.startsWith('threw') ? objection : failed ? `verification: ${answer.status}` : null;
    return { input: file.toString('base64'), wrong };
  };
};
export default target;
