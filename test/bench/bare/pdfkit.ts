import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Paper } from '../../../server/src/platform/paper/paper.ts';

/** The same pdfkit as the server’s; another version or build may be resolved from this folder. */
export const PDFDocument = new Paper('A4', {
  title: '',
  author: '',
  subject: '',
  locale: 'en',
  createdAt: new Date(0),
}).doc.constructor as new (options: PDFKit.PDFDocumentOptions) => PDFKit.PDFDocument;

const require = createRequire(new URL('../../../server/package.json', import.meta.url));

/** Parses a font once; pdfkit accepts the result, although its types don't say so. */
export function openFace(file: string): string {
  const { create } = require('fontkit') as { create: (bytes: Buffer) => unknown };
  return create(readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))) as string;
}
