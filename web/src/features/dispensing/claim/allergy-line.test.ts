// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { DispensingClaim } from '@yunzhen/shared/dispensing/dispensing.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import AllergyLine from './allergy-line.vue';

type Patient = NonNullable<DispensingClaim['patient']>;

it.each([
  [{ allergies: [], allergiesStated: false }, 'Allergies not recorded. Ask the patient.'],
  [{ allergies: [], allergiesStated: true }, 'No known allergies'],
  [
    {
      allergies: [{ substance: '青霉素', names: [{ en: 'Penicillin', zh: '青霉素' }] }],
      allergiesStated: true,
    },
    'Allergies: Penicillin (recorded as 青霉素)',
  ],
])('an empty list is never read as no allergies: %j', async (facts, text) => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['dispensing', 'review']);
  const page = await mounted(AllergyLine, { patient: facts as unknown as Patient });
  expect(page.text().trim()).toBe(text);
  page.end();
});
