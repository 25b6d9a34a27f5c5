import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readList } from '../../catalogues/index.ts';
import type { ImportedPair } from './imported-pairs.ts';
import { interactionSample } from './interaction-columns.ts';
import { listReader } from './interaction-list-reader.ts';
import { clinicalUse } from './testing/clinical-use.ts';

const head = 'a,b,severity,source,mechanismEn,adviceEn';
const says = 'Example base 2026,Something happens.,Avoid.';

async function read(file: string | Uint8Array) {
  const pairs: (ImportedPair | null)[] = [];
  const remarks: string[] = [];
  const result = await readList(Buffer.from(file), listReader, {
    entry: (pair) => void pairs.push(pair),
    remark: ({ line, column, refused, text }) =>
      void remarks.push(`${line} ${column} ${refused ? 'rejected' : 'noted'}: ${text.en}`),
  });
  return { ...result, pairs, remarks };
}

describe('a base of interactions', () => {
  it('is read with ids or names in either language, and reports what has no effect', async () => {
    const { failure, accepted, reserved, pairs, remarks } = await read(interactionSample);
    expect({ failure, accepted, reserved }).toEqual({ failure: null, accepted: 3, reserved: 1 });
    expect(pairs.map((pair) => pair && [pair.a, pair.b, pair.says.severity])).toEqual([
      ['ibuprofen', 'warfarin', 'serious'],
      ['clarithromycin', 'simvastatin', 'contraindicated'],
      null,
    ]);
    expect(pairs[1]?.says.mechanism).toEqual({ en: '肌肉溶解。', zh: '肌肉溶解。' });
    expect(remarks).toEqual(['4 a noted: The formulary does not have this substance, so this row has no effect.']);
  });

  it('reports each conflict with the rules of the program, and which severity counts', async () => {
    const milder = await read(`${head}\nwarfarin,ibuprofen,minor,${says}`);
    expect(milder.failure).toBeNull();
    expect(milder.remarks).toEqual([
      '2 severity noted: Conflict: our rule warfarin-nsaid says serious, this row minor. The graver one counts: serious.',
    ]);
    const graver = await read(`${head}\nwarfarin,ibuprofen,contraindicated,${says}`);
    expect(graver.remarks[0]).toContain('The graver one counts: contraindicated.');
  });

  it.each<[string, string, string]>([
    ['a reversed pair', `${head}\nwarfarin,ibuprofen,serious,${says}\n布洛芬,华法林,minor,${says}`, '3 a rejected'],
    ['a formula cell', `${head}\nwarfarin,ibuprofen,serious,=cmd|A1,x,y`, '2 source rejected'],
    ['an invisible character', `${head}\nwarfarin,ibu\u202eprofen,serious,${says}`, '2 b rejected'],
    ['an unknown severity', `${head}\nwarfarin,ibuprofen,dreadful,${says}`, '2 severity rejected'],
    ['a row without source', `${head}\nwarfarin,ibuprofen,serious,,x,y`, '2 source rejected'],
    ['a row without advice', `${head}\nwarfarin,ibuprofen,serious,x,y,`, '2 adviceEn rejected'],
    ['a substance with itself', `${head}\nwarfarin,华法林,serious,${says}`, '2 b rejected'],
    ['half a row at its end', `${head}\nwarfarin,ibuprofen,serious,${says}\nwarfarin,aspi`, '3  rejected'],
    ['an open quotation mark', `${head}\nwarfarin,ibuprofen,serious,"Example base`, '2  rejected'],
  ])('is rejected as a whole for %s, with a report', async (_, file, report) => {
    const { failure, remarks } = await read(file);
    expect(failure?.en).toMatch(/nothing of the file is used|No row of the file is valid/);
    expect(remarks.some((remark) => remark.startsWith(report))).toBe(true);
  });

  const gb18030 = [`${head}\n`, 'bbaab7a8c1d6', ',', 'b2bcc2e5b7d2', `,serious,${says}`];
  it.each<[string, Uint8Array]>([
    ['a byte order mark', Buffer.from(`\ufeff${head}\nwarfarin,ibuprofen,serious,${says}`)],
    [
      'names in GB 18030',
      Buffer.concat(gb18030.map((part, at) => Buffer.from(part, at % 2 === 1 && at !== 2 ? 'hex' : 'utf8'))),
    ],
    ['gzip', gzipSync(`${head}\nwarfarin,ibuprofen,serious,${says}`)],
  ])('is accepted with %s', async (_, file) => {
    const { failure, pairs } = await read(file);
    expect([failure, pairs[0]?.a, pairs[0]?.b]).toEqual([null, 'ibuprofen', 'warfarin']);
  });

  it('of which the archive is cut off is rejected', async () => {
    const whole = gzipSync(`${head}\nwarfarin,ibuprofen,serious,${says}`);
    expect(await read(whole.subarray(0, -9))).toMatchObject({
      accepted: 0,
      failure: { en: expect.stringContaining('not text') },
    });
  });
});

describe('FHIR ClinicalUseDefinitions', () => {
  const good = clinicalUse('warfarin', 'ibuprofen');

  it('are read from a Bundle, an array or NDJSON; other definitions are left out', async () => {
    const other = { resourceType: 'ClinicalUseDefinition', type: 'indication' };
    const bundle = { resourceType: 'Bundle', entry: [good, other].map((resource) => ({ resource })) };
    for (const file of [
      JSON.stringify(bundle),
      JSON.stringify([good]),
      `${JSON.stringify(other)}\n${JSON.stringify(good)}\n`,
    ]) {
      const { failure, pairs } = await read(file);
      expect([failure, pairs]).toEqual([
        null,
        [
          {
            a: 'ibuprofen',
            b: 'warfarin',
            says: {
              severity: 'serious',
              evidence: 'suspected',
              mechanism: { en: '出血。', zh: '出血。' },
              advice: { en: 'Use paracetamol.', zh: 'Use paracetamol.' },
              source: 'urn:example 17',
            },
          },
        ],
      ]);
    }
  });

  it.each<[string, string, string]>([
    ['a line that is cut off', `${JSON.stringify(good)}\n${JSON.stringify(good).slice(0, -9)}`, 'may be incomplete'],
    ['another resource', `${JSON.stringify(good)}\n{"resourceType":"Patient"}`, 'nothing of the file is used'],
    ['no severity', JSON.stringify({ ...good, category: [] }), 'No row of the file is valid'],
    [
      'three interactants',
      JSON.stringify({
        ...good,
        interaction: { ...good.interaction, interactant: [...good.interaction.interactant, {}] },
      }),
      'No row of the file is valid',
    ],
  ])('are rejected with %s', async (_, file, why) => {
    expect((await read(file)).failure?.en).toContain(why);
  });
});
