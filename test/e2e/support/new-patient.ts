import type { Browser, Page } from '@playwright/test';
import type { BodyInputOf } from '../../../shared/src/core/route.ts';
import { readAgreementTexts } from '../../../shared/src/accounts/agreements.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import { askForCode, proveCode } from '../../../shared/src/accounts/one-time-codes.contract.ts';
import { TestClient } from '../../support/client.ts';
import { ageCodes } from './code-pause.ts';
import { expect } from './expect.ts';
import { nextCode } from './mailbox.ts';
import { Person, type SignedInArrival } from './person.ts';

export interface NewPatient {
  email: string;
  password: string;
  hospital: string;
  client: TestClient;
}

let made = 0;
/** Returns an address that is new to this installation. */
export const newAddress = (name: string) => `${name}-${Date.now()}-${++made}@example.test`;

/** Signs a new patient up, without a page. */
export async function newPatient(
  hospital = 'lakeside',
  who: Partial<BodyInputOf<typeof signUp>> = {},
): Promise<NewPatient> {
  const client = new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '');
  const email = newAddress('anna');
  const password = 'five quiet boats';
  const asked = { hospital, purpose: 'sign-up', email, locale: 'en' } as const;
  const { codeId } = await client.ok(askForCode, { body: asked });
  const body = { hospital, code: await nextCode(email, hospital) };
  const { proof } = await client.ok(proveCode, { params: { codeId }, body });
  const person = { name: 'Anna Keller', birthDate: '1990-04-05', sex: 'female', locale: 'en', ...who } as const;
  const { items: agreed } = await client.ok(readAgreementTexts, { params: { hospital } });
  const grant = await client.ok(signUp, { body: { hospital, proof, password, agreed, ...person } });
  client.accessToken = grant.accessToken;
  // Ages the codes, so that the test can request one as if this were the first.
  await ageCodes(61);
  return { email, password, hospital, client };
}

/** Signs the patient in with email and password. */
export async function signInAs(page: Page, { hospital, email, password }: NewPatient): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(hospital);
  await page.getByRole('textbox', { name: 'E-mail or phone number' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens a phone of the same patient, signed in. */
export function arrivesAs(browser: Browser, known: NewPatient, options: SignedInArrival = {}): Promise<Person> {
  return Person.signedInAs(browser, known, { device: 'phone', at: null, ...options });
}
