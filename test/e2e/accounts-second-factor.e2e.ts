import { expect } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { inOwnDatabase } from './support/database.ts';
import { inChinese } from './support/language.ts';
import { Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';

test('a doctor enrols a passkey with the demo code, and begins the next working session with it', async ({
  browser,
}) => {
  const { page } = await Person.signedIn(browser, 'Doctor', { at: null });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto('/account/security');
  const factors = page.getByRole('region', { name: 'Your second factors' });
  await expect(factors.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'second factors');
  await inChinese(page, () => expectAccessible(page, 'second factors, in Chinese'));

  // A wrong code is refused beside its field, and nothing is opened.
  await page.getByRole('textbox', { name: 'Authenticator code' }).fill('000 000');
  await factors.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('Wrong second factor')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await giveSecondFactor(page.getByRole('main'));
  await factors.getByRole('button', { name: 'Add' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up second factor' });
  await expectAccessibleInEach(page, 'setting up a second factor');
  await dialog.getByRole('radio', { name: 'Passkey' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ward laptop');
  await dialog.getByRole('button', { name: 'Next' }).click();
  await expect(factors.getByRole('listitem').filter({ hasText: 'Ward laptop' })).toBeVisible();

  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: /^Doctor / }).click();
  const duty = page.getByRole('switch', { name: 'On duty' });
  await duty.click();
  await expect(duty).not.toBeChecked();
  await duty.click();
  const asked = page.getByRole('dialog', { name: 'Go on duty' });
  await asked.getByRole('button', { name: 'Use passkey' }).click();
  await expect(asked.getByText(/Confirmed until/)).toBeVisible();
  await asked.getByRole('button', { name: 'Go on duty' }).click();
  await expect(duty).toBeChecked();
  // Another run of this test begins where this one did.
  await inOwnDatabase((owner) =>
    owner.query(`UPDATE second_factor SET removed_at = now() WHERE kind = 'passkey' AND removed_at IS NULL`),
  );
});
