import type { ColumnNote } from '../lists/list-reader.ts';
import { controlClasses } from '../formulary/product.ts';

const needed = (name: string, en: string, zh: string): ColumnNote => ({ name, needed: true, text: { en, zh } });
const possible = (name: string, en: string, zh: string): ColumnNote => ({ name, needed: false, text: { en, zh } });

/** The columns of a hospital's own medicine list, described for the people who write the file. Several values in a cell are separated by |. */
export const ownColumns: readonly ColumnNote[] = [
  needed(
    'code',
    'Your own code of the medicine: letters, digits, dot, hyphen, underscore. Each once.',
    '本院药品编码：字母、数字、点、连字符、下划线，不得重复。',
  ),
  needed('zh', 'Chinese name. Without it, en is needed.', '中文名称；为空时须填en。'),
  needed(
    'ingredients',
    'Substance and strength, as “amoxicillin 500 mg” or “阿莫西林 50 mg/mL”; several between |. Strength in mg, ug, g or IU.',
    '成分及规格，如“阿莫西林 500 mg”或“amoxicillin 50 mg/mL”，多个以|分隔。规格单位为mg、ug、g或IU。',
  ),
  needed('form', 'Form, by name: capsule or 胶囊.', '剂型名称，如capsule或胶囊。'),
  needed(
    'routes',
    'Ways of taking, the usual one first: oral or 口服; several between |.',
    '给药途径，常用者在前，如oral或口服，多个以|分隔。',
  ),
  needed(
    'unit',
    'What is counted when it is handed out: capsule, mL, g, tube … or 粒, 毫升.',
    '发药计数单位，如capsule、mL、tube或粒、毫升。',
  ),
  needed('control', `One of ${controlClasses.join(', ')}.`, `取值：${controlClasses.join('、')}。`),
  possible(
    'builtIn',
    'Id of a built-in medicine that this row puts on your list; then all else but the code stays empty.',
    '将内置药品纳入本院目录时填其编号，此时除code外其余各列留空。',
  ),
  possible('en', 'English name.', '英文名称。'),
  possible('synonyms', 'Other names, for searching; several between |.', '其他名称，用于检索，多个以|分隔。'),
  possible(
    'pinyin',
    'Initials of the pinyin, for searching; several between |.',
    '拼音首字母，用于检索，多个以|分隔。',
  ),
  possible('atc', 'ATC code.', 'ATC编码。'),
  possible('packSize', 'Units in a pack.', '每包装数量。'),
  possible(
    'usualSigs',
    'Usual ways of taking, as “1 capsule 3/1d after-meal 7d”; as needed with indication, maximum a day and, where the label says so, hours between doses: “1 tablet 3/1d 3d prn fever max3 min6h”; several between |.',
    '常用用法，如“1 capsule 3/1d after-meal 7d”；必要时使用须写明用途和每日最多次数，说明书规定间隔时写明最短间隔小时数，如“1 tablet 3/1d 3d prn 发热 max3 min6h”；多个以|分隔。',
  ),
  possible('common', 'yes for what is prescribed every day.', '常用药填yes。'),
  possible(
    'doseUnit',
    'Unit of the largest doses below: mg, ug, g or IU. For medicines of one substance only.',
    '以下最大剂量的单位：mg、ug、g或IU。仅适用于单一成分药品。',
  ),
  possible('adultPerDose', 'Largest dose at a time for adults.', '成人单次最大剂量。'),
  possible('adultPerDay', 'Largest dose a day for adults.', '成人每日最大剂量。'),
  possible('childPerDosePerKg', 'Largest dose at a time for children, per kg.', '儿童单次每公斤最大剂量。'),
  possible('childPerDayPerKg', 'Largest dose a day for children, per kg.', '儿童每日每公斤最大剂量。'),
  possible('childMaxPerDose', 'Largest dose at a time for children.', '儿童单次最大剂量。'),
  possible('childMaxPerDay', 'Largest dose a day for children.', '儿童每日最大剂量。'),
  possible('minAgeMonths', 'Youngest age in months.', '最小适用月龄。'),
];

/** An example file that is accepted as it is. The last row has a substance without built-in data, which its remark says. */
export const ownSample = [
  ownColumns.map(({ name }) => name).join(','),
  'A0001,,,,,,,paracetamol-500mg-tablet,,,,,,,,,,,,,,,',
  'A0002,阿莫西林胶囊,amoxicillin 500 mg,capsule,oral,capsule,antibiotic,,Amoxicillin capsule,阿莫仙,amxljn|amx,J01CA04,24,1 capsule 3/1d 7d,yes,mg,1000,3000,,,,,',
  'A0003,阿莫西林克拉维酸钾片,阿莫西林 250 mg|克拉维酸 125 mg,片,口服,片,antibiotic,,,,,J01CR02,12,,,,,,,,,,',
  'A0004,布洛芬混悬液,布洛芬 20 mg/mL,混悬液,口服,毫升,none,,,美林,,M01AE01,100,,yes,mg,,,10,40,400,1200,6',
  'A0005,院内润肤霜,carbamidum-house-blend 10 mg/g,cream,topical,g,none,,House emollient,,,,50,,,,,,,,,,',
].join('\r\n');
