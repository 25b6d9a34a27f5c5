import { nameAsked } from '../../../server/src/api/directory/doctors/name-asked.ts';
import { pinyinOf } from '../../../server/src/api/directory/doctors/pinyin-of.ts';
import { findDepartments, generalDepartments } from '../../../web/src/features/intake/symptoms/find-departments.ts';
import { departments, doctors } from './hospital.ts';

const spelt = departments.map((one) => ({ ...one, pinyin: pinyinOf(one.name.zh) }));

/** Returns the first three departments or doctors that a patient's query finds, each with all names and codes by which it may be accepted. */
export function careFound(kind: 'department' | 'doctor', query: string): string[][] {
  const fitting = findDepartments(query, spelt);
  const found = (fitting.length > 0 ? fitting : generalDepartments(spelt)).map(({ name, code }) => [
    name.en,
    name.zh,
    code,
  ]);
  if (kind === 'department') return found.slice(0, 3);
  return [...doctorsBy(query), ...found].slice(0, 3);
}

function doctorsBy(query: string): string[][] {
  const wanted = nameAsked(query).toLowerCase();
  const fits = doctors.filter(({ name, nameLatin }) =>
    [name, nameLatin, nameLatin.replace(' ', '')].some((text) => text.toLowerCase().includes(wanted)),
  );
  return fits.map(({ name, nameLatin }) => [`surname:${name.slice(0, 1)}`, `surname:${nameLatin.split(' ')[0] ?? ''}`]);
}

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[()（）]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns whether a name equals the expected one or contains it as whole words, in Chinese anywhere; codes match by prefix. */
export function isAccepted(names: readonly string[], expected: string): boolean {
  const own = names.map(folded);
  const holds = (name: string, one: string) =>
    name === one || (/\p{Script=Han}/u.test(one) ? name.includes(one) : ` ${name} `.includes(` ${one} `));
  return expected
    .split('|')
    .map(folded)
    .some((one) => own.some((name) => holds(name, one)));
}
