import type { Page } from '@playwright/test';
import { expectPictureAndSound } from './support/call-stage.ts';
import { expect } from './support/expect.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

test('two clicks on the demo’s sign-in page lead to a running call', async ({ browser }) => {
  await endWhatIsOpen();
  const visitor = await Person.arrive(browser);
  const opened = async (name: string): Promise<Page> => {
    const page = visitor.context.waitForEvent('page');
    await visitor.page.getByRole('link', { name }).click();
    return page;
  };
  await visitor.page.goto('/sign-in');
  // The second hospital’s people are those whose visits other tests of calls end, too.
  await visitor.page.getByRole('combobox', { name: /^Hospital/ }).selectOption({ label: 'Lakeside Clinic' });
  const doctor = await opened('1. Open as doctor');
  await expect(doctor.getByRole('heading', { name: 'Waiting for the patient' })).toBeVisible();
  const patient = await opened('2. Open as patient');
  for (const page of [doctor, patient]) await expectPictureAndSound(page);
  expect(visitor.complaints).toEqual([]);
  await endWhatIsOpen();
  await visitor.leave();
});
