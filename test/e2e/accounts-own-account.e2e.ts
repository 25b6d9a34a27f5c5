import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { listDepartments } from '../../shared/src/directory/directory.contract.ts';
import { joinWaitlist } from '../../shared/src/scheduling/appointments.contract.ts';
import { readArchive } from '../integration/records/archive-reader.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { unsealed } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { messagesTo, nextCode, nextMessage } from './support/mailbox.ts';
import { arrivesAs, newAddress, newPatient, signInAs } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

test('a patient adds a passkey with the password, signs in with it and removes it', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account');
  await page.getByRole('link', { name: /^Security/ }).click();
  await page.getByRole('link', { name: 'Manage passkeys' }).click();
  await expect(page.getByText('No passkeys yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('textbox', { name: 'Passkey name' }).fill('Anna’s phone');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill('not this one');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Wrong password')).toBeVisible();
  await expectAccessibleInEach(page, 'a passkey and a wrong password');
  await page.getByRole('textbox', { name: 'Your password' }).fill(known.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  const own = page.getByRole('list', { name: 'Your passkeys' });
  await expect(own.getByRole('listitem')).toHaveText(/Anna’s phone/);
  await expectAccessibleInEach(page, 'a passkey');
  expect(await nextMessage(known.email, known.hospital, 1)).toContain('A new passkey was added to your account');

  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto('/account/passkeys');
  await expect(own.getByRole('listitem')).toHaveText(/last used/);

  // At another hospital the same passkey is rejected.
  await signOut(page);
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption('wuzhen');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('This passkey does not match an account')).toBeVisible();
  await expectAccessibleInEach(page, 'a passkey that opens nothing');
  await page.getByRole('combobox', { name: 'Hospital' }).selectOption(known.hospital);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).not.toHaveURL(/sign-in/);

  await page.goto('/account/passkeys');
  await page.getByRole('button', { name: 'Remove: Anna’s phone' }).click();
  await expectAccessibleInEach(page, 'removing a passkey');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No passkeys yet')).toBeVisible();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('This passkey does not match an account')).toBeVisible();

  // A device without the passkey shows a message, and all other ways to sign in remain.
  await devtools.send('WebAuthn.clearCredentials', { authenticatorId });
  await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a patient changes the email address: the password is required, the new address is proven, the old one notified', async ({
  browser,
}) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/account/contact');
  const next = newAddress('keller');
  await page.getByRole('button', { name: 'Change: E-mail address' }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(next);
  await page.getByRole('textbox', { name: 'Current password' }).fill('not this one');
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByText('Wrong password')).toBeVisible();
  await expectAccessibleInEach(page, 'a new address and a wrong password');
  await page.getByRole('textbox', { name: 'Current password' }).fill(known.password);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await expectAccessibleInEach(page, 'a code to the new address');
  await page.getByRole('textbox', { name: 'Code' }).fill(await nextCode(next, known.hospital));
  await expect(page.getByRole('listitem').filter({ hasText: next })).toBeVisible();
  expect(await nextMessage(known.email, known.hospital, 1)).toContain('contact details of your account were changed');
  await signOut(page);
  await signInAs(page, { ...known, email: next });
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a patient’s preferences apply on every device from the first paint', async ({ browser }) => {
  const known = await newPatient();
  const first = await arrivesAs(browser, known);
  await first.page.goto('/account/wishes');
  await first.page.getByRole('checkbox', { name: 'Larger text' }).check();
  await first.page.getByRole('checkbox', { name: 'High contrast' }).check();
  await expect(first.page.getByRole('checkbox', { name: 'High contrast' })).toBeChecked();
  await expectAccessibleInEach(first.page, 'larger text and high contrast');
  const size = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const large = await size(first.page);

  const second = await Person.arrive(browser, { device: 'wide' });
  const before = await (async () => {
    await second.page.goto('/sign-in');
    return size(second.page);
  })();
  await signInAs(second.page, known);
  await expect.poll(() => size(second.page)).toBe(large);
  expect(parseFloat(large)).toBeGreaterThan(parseFloat(before));
  await second.page.reload();
  await expect(second.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await size(second.page)).toBe(large);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.leave();
  await second.leave();
});

test('a parent adds a child, acts for it on pages that show it, and returns', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/account');
  await page.getByRole('link', { name: /^Family/ }).click();
  await expectAccessibleInEach(page, 'an empty family');
  await page.getByRole('button', { name: 'Add child' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Add child' })).toBeVisible();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await expect(page.getByText('Confirm that you are the child’s legal guardian.')).toBeVisible();
  await expectAccessibleInEach(page, 'a child with gaps');
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Ben Keller');
  await page.getByLabel('Date of birth').fill('2019-03-02');
  await page.getByRole('combobox', { name: 'Sex' }).selectOption('male');
  await expect.poll(() => unsealed(page, 'add-child')).toContain('Ben Keller');
  // The typed text is restored after a reload.
  await page.reload();
  await page.getByRole('button', { name: 'Add child' }).click();
  await expect(page.getByRole('textbox', { name: 'Legal name' })).toHaveValue('Ben Keller');
  await page.getByRole('checkbox', { name: 'I am this child’s legal guardian.' }).check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Act for Ben Keller' }).click();
  const sign = page.getByTestId('acting-sign');
  await expect(sign).toContainText('Acting for Ben Keller');
  await page.goto('/family');
  await expectAccessibleInEach(page, 'a family while acting');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Visits for Ben Keller' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'In an emergency, call 112' })).toHaveAttribute('href', 'tel:112');
  await expect(page.getByRole('navigation', { name: 'More for you' }).getByRole('link')).toHaveCount(4);
  await expectAccessibleInEach(page, 'home while acting');
  // A wrong address keeps the way back, and an unknown visit offers no retry that cannot help.
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Prescriptions' })).toBeVisible();
  await page.goto('/visits/01900000-0000-7000-8000-000000000000');
  await expect(page.getByText('Page not found')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  // The parent’s own data cannot be changed while acting for the child.
  for (const address of ['/account/contact', '/account/passkeys']) {
    await page.goto(address);
    await expect(page.getByText(/^You are acting for someone else/)).toBeVisible();
    await expectAccessibleInEach(page, `${address} while acting`);
  }
  await page.goto('/record');
  await expect(page.getByRole('heading', { level: 1, name: 'Ben Keller’s record' })).toBeVisible();
  await sign.getByRole('button', { name: 'Stop acting' }).click();
  await expect(sign).toBeHidden();
  // Removing a child is confirmed: adding it again would start another record.
  await page.goto('/family');
  const remove = page.getByRole('button', { name: 'Remove: Ben Keller' });
  await remove.click();
  const dialog = page.getByRole('dialog', { name: 'Remove Ben Keller?' });
  await expect(dialog).toContainText('if you add Ben Keller again, a new, empty record is started');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await remove.click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No one yet.')).toBeVisible();
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a patient requests a copy of the record, downloads it, and the file opens', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/account/record-copy');
  await page.getByRole('button', { name: 'Request a copy' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(known.password);
  await expectAccessibleInEach(page, 'asking for a copy');
  await page.getByRole('button', { name: 'Continue' }).click();
  const ready = page.getByTestId('copy-ready');
  await expect(ready).toBeVisible({ timeout: 60_000 });
  await expectAccessibleInEach(page, 'a copy that is ready');
  await ready.getByRole('button', { name: /^Download/ }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(known.password);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Continue' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const entries = await readArchive(await readFile(await download.path()));
  const bundle = JSON.parse(entries.get('record.json')?.toString() ?? '{}') as { resourceType?: string };
  expect([...entries.keys()].filter((name) => name.endsWith('.pdf')).length).toBeGreaterThan(0);
  expect(bundle.resourceType).toBe('Bundle');
  await expect.poll(() => messagesTo(known.email, known.hospital)).toBeGreaterThan(1);
  await ready.getByRole('button', { name: 'Delete now' }).click();
  await expect(ready).toBeHidden();
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a patient closes the account, sees until when this can be withdrawn, and withdraws it', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  const [general] = (await known.client.ok(listDepartments, {})).items;
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await known.client.ok(joinWaitlist, {
    body: { departmentId: general?.id ?? '', doctorId: null, from: day, until: day },
  });
  await page.goto('/account');
  await page.getByRole('link', { name: 'Close account' }).click();
  await expect(page.getByRole('button', { name: 'Close my account' })).toBeDisabled();
  await page.getByRole('button', { name: 'Leave waitlist' }).click();
  await page.getByRole('button', { name: 'Close my account' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill('not this one');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Wrong password')).toBeVisible();
  await page.getByRole('textbox', { name: 'Your password' }).fill(known.password);
  await expectAccessibleInEach(page, 'closing an account, with the password');
  await page.getByRole('button', { name: 'Continue' }).click();
  const asked = page.getByTestId('closing-asked');
  await expect(asked).toContainText('Your account will be closed after');
  await expectAccessibleInEach(page, 'an account that is to be closed');

  // Nothing new can be started, everything else works as before, also on another device.
  const second = await arrivesAs(browser, known, { device: 'wide', at: '/departments' });
  await second.page.getByRole('link', { name: /^General Practice/ }).click();
  await second.page.getByRole('link', { name: /Clara Brunner/ }).click();
  await second.page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('A cough for three days');
  await second.page.getByRole('button', { name: 'Continue' }).click();
  await expect(second.page.getByRole('alert')).toBeVisible();
  await expect(second.page).toHaveURL(/\/visit$/);
  await second.page.goto('/account/closing');
  await second.page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(second.page.getByRole('button', { name: 'Close my account' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Close my account' })).toBeVisible();
  await expect(asked).toBeHidden();
  expect([...person.complaints, ...second.complaints]).toEqual([]);
  await second.leave();
  await person.leave();
});
