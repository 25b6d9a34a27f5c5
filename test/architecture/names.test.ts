import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const sources = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({
    file: file.replace('web/src/features/', ''),
    text: readFileSync(join(root, file), 'utf8'),
  }));
const pages = sources('web/src/**/*.vue');

/** Returns the places of a pattern, as `file: match`. */
const found = (pattern: RegExp, within = pages) =>
  within.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([match]) => `${file}: ${match.trim()}`)).sort();

const roles = 'patient|doctor|pharmacist|author|person|member|practitioner|colleague|guardian|receptionist|\\w*[bB]y';
/** The name of a person as written in the record, in a template or a sentence. `:name="…"` hands it to a component. */
const rawName = new RegExp(`(?:\\{\\{|\\$\\{|\\bname: )[^}"]*?\\b(?:${roles})[?!]?\\.name\\b`, 'g');

describe('names on pages', () => {
  it('of people are in the reader’s language: PersonName or useNames writes them', () => {
    expect(
      '{{ visit.doctor.name }} `${by?.name}` t("x", { name: review.pharmacist.name })'.match(rawName),
    ).toHaveLength(3);
    expect(found(rawName)).toEqual([
      // Invitations and guardians have one name, as it was typed.
      'dispensing/components/pharmacy-entry.vue: ${person.name',
      'dispensing/components/pharmacy-entry.vue: ${person.name',
      'prescribing/rules/components/kept-circumstances.vue: ${guardian.name',
    ]);
  });

  it('in sentences and labels are written by useNames, which adds the original for staff', () => {
    const everywhere = sources('web/src/{app,features}/**/*.{vue,ts}').filter(({ file }) => !file.includes('.test.'));
    const refused = /\bnameInOrder\(/g;
    expect('nameInOrder(a.name, a.nameLatin, locale)'.match(refused)).toHaveLength(1);
    // The name of the person who is signed in, who knows it.
    expect(found(refused, everywhere)).toEqual(['web/src/app/layouts/person-menu.vue: nameInOrder(']);
  });

  it('of things about prescriptions in sentences and labels are written by useNames too', () => {
    const about = sources('web/src/features/{dispensing,prescribing,review,signing}/**/*.{vue,ts}').filter(
      ({ file }) => !file.includes('.test.') && !/^prescribing\/(?:patient|medicine-days)\//.test(file),
    );
    const things =
      '(?:productName|condition|hit\\.name|product\\.name|medicine\\.name|entry\\.name|other\\.name|item\\.name)';
    const refused = new RegExp(
      `inAnotherLanguage\\(|\\.map\\(localized\\)|\\blocalized\\((?:\\w+\\.)*${things}\\)`,
      'g',
    );
    const samples =
      'inAnotherLanguage(a) localized(item.productName) items.map(localized) localized(props.line.product.name)';
    expect(samples.match(refused)).toHaveLength(4);
    expect(found(refused, about)).toEqual([]);
  });

  it('of medicines have the other language beside them, except where patients and strangers read', () => {
    const rawMedicine = /\{\{\s*localized\((?:\w+\.)*(?:productName|product\.name|medicine\.name)\)/g;
    expect(new Set(found(rawMedicine).map((place) => place.split(':')[0]))).toEqual(
      new Set([
        'prescribing/medicine-days/medicine-days.view.vue',
        'prescribing/patient/prescription-items.vue',
        'prescribing/patient/watch-for.vue',
      ]),
    );
  });
});
