import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Paper } from '../../../server/src/platform/paper/paper.ts';

/** The very pdfkit that the server draws with: another version, or its other build, may stand nearer to this folder. */
export const PDFDocument = new Paper('A4', {
  title: '',
  author: '',
  subject: '',
  locale: 'en',
  createdAt: new Date(0),
}).doc.constructor as new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument;

const require = createRequire(new URL('../../../server/package.json', import.meta.url));

/** A face parsed once; pdfkit takes it as it is, which its types don't know. */
export function openFace(file: string): string {
  const { create } = require('fontkit') as { create: (bytes: Buffer) => unknown };
  return create(readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))) as string;
}
