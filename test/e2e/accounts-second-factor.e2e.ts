import { expectAccessibleInEach } from './support/accessibility.ts';
import { inOwnDatabase } from './support/database.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { forgetSecondFactor, giveSecondFactor } from './support/second-factor-steps.ts';
import { sweep } from './support/sweep.ts';
import { test } from './support/test.ts';

test('a doctor enrols a passkey with the demo code and signs in with it the next time', async ({ browser }) => {
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

  await forgetSecondFactor('doctor@demo.test');
  await page.goto('/account/security');
  const factors = page.getByRole('region', { name: 'Your second factors' });
  await expect(factors.getByRole('listitem')).toHaveCount(1);
  await expectAccessibleInEach(page, 'second factors');

  // A wrong code is rejected beside its field, and no page opens.
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
  await expect(page.getByRole('heading', { name: 'Verify your identity' })).toBeVisible();
  // The passkey comes first; the code is asked for on request.
  const code = page.getByRole('textbox', { name: 'Authenticator code' });
  await expect(page.getByRole('button', { name: 'Use passkey' })).toBeVisible();
  await expect(code).toHaveCount(0);
  await page.getByRole('button', { name: 'Use an authenticator code' }).click();
  await expect(code).toBeFocused();
  await page.getByRole('button', { name: 'Use passkey' }).click();
  await expect(page).toHaveURL(/\/workbench$/);
  // The factor given at sign-in is still recent.
  const duty = page.getByRole('switch', { name: 'On duty' });
  await duty.click();
  await expect(duty).not.toBeChecked();
  await duty.click();
  await expect(duty).toBeChecked();
  // Restores the state, so that the test can run again.
  await inOwnDatabase((owner) =>
    owner.query(`UPDATE second_factor SET removed_at = now() WHERE kind = 'passkey' AND removed_at IS NULL`),
  );
});

test('the second step of the sign-in works by keyboard', async ({ browser }) => {
  const person = await Person.arrive(browser, { device: 'phone' });
  const { page } = person;
  await page.goto('/sign-in?to=/account/security');
  await page.getByRole('button', { name: /^President / }).click();
  const field = page.getByRole('textbox', { name: 'Authenticator code' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await sweep(page, 'the second step of the sign-in', { andBack: true });
  // No staff page opens before the second step, not even by address, and a reload leads back to it.
  await page.goto('/figures');
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?to=/);
  await expect(field).toBeFocused();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong second factor')).toBeVisible();
  await expect(field).toBeFocused();
  const code = /\d{6}/.exec((await page.getByTestId('demo-code').textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/figures/);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
