import type { ColumnNote } from '../lists/list-reader.ts';

const column = (name: string, needed: boolean, en: string, zh: string): ColumnNote => ({
  name,
  needed,
  text: { en, zh },
});

/** The columns of a hospital's own diagnosis list, described for the people who write the file. */
export const icd10Columns: readonly ColumnNote[] = [
  column(
    'code',
    true,
    'ICD-10 code, with or without its dot: I10, E11.9, E119.',
    'ICD-10编码，可省略小数点：I10、E11.9、E119。',
  ),
  column('title', true, 'Title, in either language.', '名称，中英文均可。'),
  column('billable', false, '1 or 0: whether it may stand on a bill.', '是否可用于结算：1或0。'),
  column('zh', false, 'Chinese title, where title is in English.', '中文名称（title为英文时）。'),
  column('synonyms', false, 'Other names, for searching; several between |.', '其他名称，用于检索，多个以|分隔。'),
  column('pinyin', false, 'Initials of the pinyin; several between |.', '拼音首字母，多个以|分隔。'),
];

/** An example file that is accepted as it is. */
export const icd10Sample = [
  'code,title,billable,zh,synonyms,pinyin',
  'I10,Essential (primary) hypertension,1,特发性（原发性）高血压,HTN|血压高,gxy',
  'E119,"Type 2 diabetes mellitus, without complications",1,2型糖尿病不伴有并发症,T2DM,tnb',
].join('\r\n');
