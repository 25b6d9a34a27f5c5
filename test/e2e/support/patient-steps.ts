import { expect, type Page } from '@playwright/test';

/** Takes a patient from the home page to the waiting room. Returns the visit’s id. */
export async function goToWaitingRoom(
  page: Page,
  doctor: string,
  atEachStep: (name: string) => Promise<void> = async () => undefined,
): Promise<string> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await atEachStep('home');
  await page.getByRole('link', { name: 'Start a visit' }).click();
  await expect(page.getByRole('heading', { name: 'Which department?' })).toBeVisible();
  await atEachStep('departments');
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await expect(page.getByRole('link', { name: new RegExp(doctor) })).toBeVisible();
  await atEachStep('doctors');
  await page.getByRole('link', { name: new RegExp(doctor) }).click();
  await page
    .getByRole('textbox', { name: 'Your symptoms or question' })
    .fill('Sore throat and fever since Sunday, as last winter.');
  await atEachStep('complaint');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}\/prepare/);
  const visitId = /visits\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await prepare(page, atEachStep);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await atEachStep('waiting room');
  return visitId;
}

/** Does the steps after the request for a visit, from the first question on. */
export async function prepare(page: Page, atEachStep: (name: string) => Promise<void>): Promise<void> {
  await expect(page.getByTestId('danger-page')).toBeVisible();
  await atEachStep('danger signs');
  await tickNoDanger(page);
  await prepareAfterDangers(page, atEachStep);
}

/** Does the same steps without the danger-sign page. */
export async function prepareAfterDangers(
  page: Page,
  atEachStep: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await answerAfterDangers(page, atEachStep);
  await page.getByRole('button', { name: 'This list is complete' }).click();
  await expect(page.getByRole('heading', { name: 'Medicines you take' })).toBeVisible();
  await atEachStep('medicines');
  await page.getByRole('button', { name: 'This list is complete' }).click();
  await page.getByRole('checkbox', { name: 'I have read this and agree' }).click();
  await atEachStep('consent');
  await page.getByRole('button', { name: 'Continue' }).click();
  const heard = page.getByText('We hear you well.');
  // A browser that would prompt waits for a click.
  const turnOn = page.getByRole('button', { name: 'Turn on camera and microphone' });
  await expect(heard.or(turnOn)).toBeVisible();
  if (await turnOn.isVisible()) await turnOn.click();
  await expect(heard).toBeVisible();
  await atEachStep('device check');
  await page.getByRole('button', { name: 'Everything works, continue' }).click();
}

/** Ticks “None of these” on the danger-sign page, which comes first. */
export async function tickNoDanger(page: Page): Promise<void> {
  await page.getByTestId('danger-page').getByRole('button', { name: 'None of these' }).click();
  await expect(page.getByTestId('danger-page')).toBeHidden();
}

/** Answers the questions of this visit, before the lists of the record. */
export async function answerUntilAllergies(
  page: Page,
  atEachStep: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await tickNoDanger(page);
  await answerAfterDangers(page, atEachStep);
}

async function answerAfterDangers(page: Page, atEachStep: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('radio', { name: 'Skip the questions' }).click();
  await atEachStep('topic');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: 'A few days' }).click();
  await atEachStep('duration');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: 'Yes' }).click();
  await atEachStep('prior diagnosis');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Your allergies' })).toBeVisible();
  await atEachStep('allergies');
}

export async function leaveWaitingRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /leave/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Waiting room');
}
