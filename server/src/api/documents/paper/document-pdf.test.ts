import { describe, expect, it } from 'vitest';
import { papersOf } from '@yunzhen/shared/documents/clinical-document';
import { locales } from '@yunzhen/shared/core/locale';
import { sampleBodies, sampleDocument } from '../sample-document.ts';
import { renderDocumentPdf } from './document-pdf.ts';

const code = 'https://hospital.example/verify/wuzhen/documents/0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11#c2FtcGxlLXNlY3JldA';
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
const all = Object.values(sampleBodies).flatMap((body) =>
  locales.flatMap((locale) => papersOf[body.kind].map((paper) => ({ body, locale, paper }))),
);

describe('the printed document', () => {
  it.each(all)(
    '$body.kind in $locale on $paper is one page and the same bytes each time',
    async ({ body, ...options }) => {
      const once = await renderDocumentPdf(sampleDocument(body), { ...options, code });
      const again = await renderDocumentPdf(sampleDocument(body), { ...options, code });
      expect(again.equals(once)).toBe(true);
      expect(pagesOf(once)).toBe(1);
      expect(once.toString('latin1')).not.toContain('c2FtcGxlLXNlY3JldA');
    },
  );

  it('breaks long text over pages and loses none of it', async () => {
    const summary = Array.from({ length: 120 }, (_, n) => `第 ${n} 行 line ${n}`).join('\n');
    const record = sampleDocument({ ...sampleBodies.referral, summary });
    const pdf = await renderDocumentPdf(record, { locale: 'en', paper: 'A4', code });
    expect(pagesOf(pdf)).toBeGreaterThan(2);
  });

  it('differs between draft and signed', async () => {
    const record = sampleDocument(sampleBodies['sick-note']);
    const draft = await renderDocumentPdf(record, { locale: 'en', paper: 'A5', code: null });
    expect(draft.equals(await renderDocumentPdf(record, { locale: 'en', paper: 'A5', code }))).toBe(false);
  });
});
