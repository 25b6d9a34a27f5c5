import { unsealed } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

test('unsaved prices, branding and message texts survive leaving and reloading the page, until they are discarded', async ({
  browser,
}) => {
  const boss = await Person.signedIn(browser, 'Administrator', { at: '/prices/new' });
  const { page } = boss;
  const main = page.getByRole('main');
  const discard = main.getByRole('button', { name: 'Discard changes' });

  await test.step('prices', async () => {
    const amount = main.getByRole('textbox', { name: 'Amount' }).first();
    const before = await amount.inputValue();
    await amount.fill('187.50');
    await main.getByRole('link', { name: 'Price list' }).click();
    await page.getByRole('link', { name: 'New price list' }).click();
    await expect(amount).toHaveValue('187.50');
    await expect.poll(() => unsealed(page, 'price-list')).toContain('187.50');
    await page.reload();
    await expect(amount).toHaveValue('187.50');
    await discard.click();
    await expect(amount).toHaveValue(before);
  });

  await test.step('branding', async () => {
    await page.goto('/brand');
    const name = main.getByRole('textbox', { name: 'Name in English' });
    const before = await name.inputValue();
    await name.fill('Lake View Hospital');
    await expect.poll(() => unsealed(page, 'brand')).toContain('Lake View Hospital');
    await page.reload();
    await expect(name).toHaveValue('Lake View Hospital');
    await expect(main.getByText('Not saved. Changes stay in this tab.')).toBeVisible();
    await discard.click();
    await expect(name).toHaveValue(before);
    await expect(main.getByText('Not saved. Changes stay in this tab.')).toBeHidden();
    await expect(discard).toBeFocused();
  });

  await test.step('message texts', async () => {
    await page.goto('/message-words/appointment.reminder/edit');
    const heading = main.getByRole('group', { name: 'English' }).getByRole('textbox', { name: 'Heading' });
    const before = await heading.inputValue();
    await heading.fill('See you soon at {hospital}');
    await expect.poll(() => unsealed(page, 'message-appointment.reminder')).toContain('See you soon');
    await page.reload();
    await expect(heading).toHaveValue('See you soon at {hospital}');
    await discard.click();
    await expect(heading).toHaveValue(before);
  });
  expect(boss.complaints).toEqual([]);
  await boss.leave();
});
