import { renderApart } from '../../../platform/paper/render-apart.ts';
import type { renderDocumentPdf } from './document-pdf.ts';

const module = new URL('./document-pdf.ts', import.meta.url).href;

/** Renders a document as PDF in the worker thread for pages. */
export function renderDocument(...document: Parameters<typeof renderDocumentPdf>): Promise<Buffer> {
  return renderApart<typeof renderDocumentPdf>(module, 'renderDocumentPdf', ...document);
}
