// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { appTexts } from '../../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import { mounted } from '../../../../ui/testing/mounted.ts';
import IdentityOutcome from './identity-outcome.vue';
import KnownPerson from './known-person.vue';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['identity', 'ownAccount']);
});

it('A failed verification receives the focus and says how many attempts are left', async () => {
  const page = await mounted(IdentityOutcome, { outcome: 'mismatch', attemptsLeft: 4 });
  expect(document.activeElement?.textContent).toContain('Attempts left today: 4.');
  page.end();
});

it('The details on record are text with a button, not fields', async () => {
  const person = { name: 'Anna Keller', nameLatin: '', birthDate: '1990-04-05', sex: 'female' };
  const page = await mounted(KnownPerson, { person });
  expect(page.all('dd').map((value) => value.textContent)).toEqual(['Anna Keller', expect.any(String), 'Female']);
  expect(page.all('input')).toEqual([]);
  page.end();
});
