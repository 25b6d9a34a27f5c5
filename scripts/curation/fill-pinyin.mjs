// Curation step for data files with Chinese names: fills the `pinyin` column with the initials of the title and of each Chinese synonym, and sorts
// the rows by their first column, so that files are easy to compare. Run by hand after an edit: node scripts/curation/fill-pinyin.mjs FILE.csv …
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

function initials(text) {
  const spoken = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return spoken
    .join('')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}

const quoted = (field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

for (const path of process.argv.slice(2)) {
  const rows = parse(readFileSync(path, 'utf8'), { columns: false, bom: true, skip_empty_lines: true });
  const [header, ...records] = rows;
  const at = (name) => header.indexOf(name);
  const nameColumns = ['zh', 'productZh', 'synonyms'].map(at).filter((column) => column >= 0);
  for (const record of records) {
    const names = nameColumns.flatMap((column) => record[column].split('|')).filter((name) => HAN.test(name));
    record[at('pinyin')] = [...new Set(names.map(initials))].join('|');
  }
  records.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  writeFileSync(path, [header, ...records].map((row) => row.map(quoted).join(',') + '\n').join(''));
}
