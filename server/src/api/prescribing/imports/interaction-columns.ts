import type { ColumnNote } from '../../catalogues/index.ts';

const needed = (name: string, en: string, zh: string): ColumnNote => ({ name, needed: true, text: { en, zh } });
const possible = (name: string, en: string, zh: string): ColumnNote => ({ name, needed: false, text: { en, zh } });

/** The columns of an interaction base, described for the people who write the file. */
export const interactionColumns: readonly ColumnNote[] = [
  needed(
    'a',
    'One substance: its built-in id or a name in either language. Each pair once, in either order.',
    '药物一：内置编号，或中英文名称。每对药物只出现一次，不分先后。',
  ),
  needed('b', 'The other substance.', '药物二。'),
  needed(
    'severity',
    'contraindicated, serious (or major), moderate, minor; or 禁忌、严重、中度、轻度.',
    '禁忌、严重、中度、轻度；或contraindicated、serious（major）、moderate、minor。',
  ),
  needed(
    'source',
    'Work, edition and section of the database, so that a pharmacist can look it up.',
    '数据库名称、版本和条目，便于药师核对。',
  ),
  possible(
    'mechanismEn',
    'What happens, in English. It or mechanismZh is needed.',
    '机制（英文）；与mechanismZh至少填一项。',
  ),
  possible('mechanismZh', 'What happens, in Chinese.', '机制（中文）。'),
  possible('adviceEn', 'What to do, in English. It or adviceZh is needed.', '建议（英文）；与adviceZh至少填一项。'),
  possible('adviceZh', 'What to do, in Chinese.', '建议（中文）。'),
  possible(
    'evidence',
    'established, probable, suspected or theoretical; suspected where empty.',
    '证据等级：established、probable、suspected、theoretical，留空为suspected。',
  ),
];

/** An example file that is accepted as it is. The last row names a substance without built-in data, which its remark says. */
export const interactionSample = [
  interactionColumns.map(({ name }) => name).join(','),
  'warfarin,ibuprofen,serious,"Example database 2026, monograph 17",Bleeding from the stomach.,胃肠出血。,Use paracetamol.,改用对乙酰氨基酚。,established',
  '辛伐他汀,克拉霉素,禁忌,"Example database 2026, monograph 21",,肌肉溶解。,,停用他汀。,established',
  'moonshinide,warfarin,moderate,"Example database 2026, monograph 40",INR rises.,,Measure the INR.,,theoretical',
].join('\r\n');
