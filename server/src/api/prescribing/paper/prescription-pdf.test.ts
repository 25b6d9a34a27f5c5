import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderPrescriptionPdf } from './prescription-pdf.ts';
import { longItems, samplePrescription, taper } from './sample-prescription.ts';

const render = (prescription = samplePrescription, locale: 'en' | 'zh-CN' = 'zh-CN', paper: 'A4' | 'A5' = 'A4') =>
  renderPrescriptionPdf(prescription, { locale, paper });

/** Returns every deflated stream of a PDF as text. */
function streams(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at);
    if (pdf.subarray(at - 3, at).toString() === 'end' || end < 0) continue;
    const body = pdf.subarray(at + 7, end);
    if (body[0] === 0x78) found.push(inflateSync(body).toString('latin1'));
  }
  return found;
}

describe('renderPrescriptionPdf', () => {
  it('returns the same bytes for the same input, whatever was rendered in between', async () => {
    const first = await render();
    await render({ ...samplePrescription, items: longItems(5) }, 'en', 'A5');
    expect((await render()).equals(first)).toBe(true);
  });

  it('keeps characters with a shared glyph apart, in any order of documents', async () => {
    const named = (name: string) => render({ ...samplePrescription, patient: { ...samplePrescription.patient, name } });
    // The font draws the radical U+2F08 and the character U+4EBA with one glyph and caches the first one that was used.
    const [character, radical] = [await named('\u4eba'), await named('\u2f08')];
    expect(streams(character).some((stream) => stream.includes('<4eba>'))).toBe(true);
    expect(streams(radical).some((stream) => stream.includes('<2f08>'))).toBe(true);
    expect((await named('\u4eba')).equals(character)).toBe(true);
  });

  it('returns different bytes for different input', async () => {
    const [item] = samplePrescription.items;
    if (!item) throw new Error('sample prescription has no item');
    const dose = { ...samplePrescription, items: [{ ...item, dose: { ...item.dose, value: '5' } }] };
    expect((await render(dose)).equals(await render())).toBe(false);
    expect((await render(samplePrescription, 'en')).equals(await render())).toBe(false);
  });

  it('leaves no dashed box where a seal would be, and prints the hospital’s telephone', async () => {
    const { phone: _phone, ...hospital } = samplePrescription.hospital;
    const pdf = await render();
    expect(streams(pdf).filter((stream) => /\[[\d. ]+\] 0 d\b/.test(stream))).toEqual([]);
    expect((await render({ ...samplePrescription, hospital })).equals(pdf)).toBe(false);
  });

  it('prints the number of the outpatient record, and a prescription from before it had one as it was', async () => {
    const { recordNumber: _number, ...before } = samplePrescription.patient;
    // 门诊病历号 is in no other label; its characters are in the font’s table of texts.
    const isNumbered = (pdf: Buffer) => streams(pdf).some((stream) => stream.includes('<95e8> <8bca> <75c5> <5386>'));
    expect(isNumbered(await render())).toBe(true);
    expect(isNumbered(await render({ ...samplePrescription, patient: before }))).toBe(false);
  });

  it.each([
    ['A4', 'en', 1, 1],
    ['A4', 'zh-CN', 5, 2],
    ['A5', 'en', 5, 2],
    ['A5', 'en', 8, 3],
    ['A5', 'zh-CN', 1, 1],
  ] as const)('lays out %s in %s with %i long medicines on %i pages', async (paper, locale, items, pages) => {
    const pdf = await render({ ...samplePrescription, items: longItems(items) }, locale, paper);
    expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(pages);
    const size = paper === 'A4' ? '[0 0 595.28' : '[0 0 419.5';
    expect(pdf.includes(`/MediaBox ${size}`)).toBe(true);
  });

  it('fits five ordinary medicines, the most that a rule allows, on one A4 page', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const items = Array.from({ length: 5 }, () => samplePrescription.items).flat();
      const pdf = await render({ ...samplePrescription, items, pharmacist: samplePrescription.doctor }, locale);
      expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(1);
    }
  });

  it('fits three medicines, one of them a taper, on one A5 page', async () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { steps: _steps, ...rest } = taper;
      const items = [...samplePrescription.items, taper, { ...rest, substitutionAllowed: false }];
      const pdf = await render({ ...samplePrescription, items, pharmacist: samplePrescription.doctor }, locale, 'A5');
      expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(1);
    }
  });

  it.each(['A4', 'A5'] as const)('prints no text on %s smaller than 8 points', async (paper) => {
    const pdf = await render({ ...samplePrescription, items: longItems(3) }, 'en', paper);
    const sizes = streams(pdf).flatMap((stream) =>
      [...stream.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size)),
    );
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });

  it('declares its language and is tagged for screen readers', async () => {
    const pdf = await render();
    expect(pdf.includes('/Lang (zh-CN)')).toBe(true);
    expect(pdf.includes('/Marked true')).toBe(true);
    expect(pdf.includes('/DisplayDocTitle true')).toBe(true);
  });

  it('never writes the secret of the code as readable text', async () => {
    const secret = samplePrescription.verificationUrl.split('#')[1] ?? '';
    const pdf = await render();
    for (const text of [pdf.toString('latin1'), ...streams(pdf)]) expect(text).not.toContain(secret);
  });

  it('embeds the signed record', async () => {
    const content = Buffer.from('{"schema":"yunzhen/prescription/1"}');
    const attachment = {
      name: 'prescription.json',
      mediaType: 'application/json',
      description: 'Signed record',
      content,
    };
    const pdf = await renderPrescriptionPdf(samplePrescription, { locale: 'en', attachments: [attachment] });
    expect(streams(pdf)).toContain(content.toString());
    expect(pdf.includes('/AFRelationship /Source')).toBe(true);
  });

  it('rejects a medicine whose text does not fit on a page', async () => {
    const items = longItems(1).map((item) => ({ ...item, note: '药'.repeat(6000) }));
    await expect(render({ ...samplePrescription, items })).rejects.toThrow(RangeError);
  });
});
