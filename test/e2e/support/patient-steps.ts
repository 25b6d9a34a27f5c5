import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

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
  await finishPreparing(page, atEachStep);
}

/** Does the last page before the waiting room: record, consent, camera and microphone. */
export async function finishPreparing(
  page: Page,
  atEachStep: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await confirmRecord(page);
  await agree(page);
  const heard = page.getByText('We hear you well.');
  // A browser that would prompt waits for a click.
  const turnOn = page.getByRole('button', { name: 'Turn on camera and microphone' });
  await expect(heard.or(turnOn)).toBeVisible();
  if (await turnOn.isVisible()) await turnOn.click();
  await expect(heard).toBeVisible();
  await atEachStep('record, consent and device check');
  await join(page);
}

/** Confirms allergies and medicines: what is on record is right as it is, what is not is said to be none. */
export async function confirmRecord(page: Page): Promise<void> {
  const allergies = page.getByRole('region', { name: 'Your allergies' });
  await expect(allergies).toBeVisible();
  const noAllergies = allergies.getByRole('button', { name: 'I have no known allergies' });
  if (await noAllergies.isVisible()) {
    await noAllergies.click();
    await expect(noAllergies).toBeHidden();
  }
  const noMedicines = page.getByRole('checkbox', { name: 'I take no medicines' });
  if (await noMedicines.isVisible()) await noMedicines.click();
}

export const agree = (page: Page) => page.getByRole('checkbox', { name: 'I have read this and agree' }).check();

/** Into the waiting room from the last page, once camera and microphone were found to work. */
export const join = (page: Page) => page.getByRole('button', { name: 'Join the waiting room', exact: true }).click();

/** Ticks “None of these” on the danger-sign page, which comes first. */
export async function tickNoDanger(page: Page): Promise<void> {
  await page.getByTestId('danger-page').getByRole('button', { name: 'None of these' }).click();
  await expect(page.getByTestId('danger-page')).toBeHidden();
}

/** Answers the questions of this visit, before the last page. */
export async function answerUntilRecord(
  page: Page,
  atEachStep: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await tickNoDanger(page);
  await answerAfterDangers(page, atEachStep);
}

/** Chooses the topic of the questions; without a name none are wanted, which is the last choice. */
export async function chooseTopic(page: Page, topic?: string): Promise<void> {
  const choice = page.getByRole('combobox', { name: 'Questions about' });
  // A key press counts as user input, so what it changes on the page is no layout shift. A value set by the test would be one.
  if (topic === undefined) await choice.press('End');
  else await choice.selectOption(topic);
}

async function answerAfterDangers(page: Page, atEachStep: (name: string) => Promise<void>): Promise<void> {
  await chooseTopic(page);
  await answerAboutProblem(page);
  await atEachStep('questions');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Your allergies' })).toBeVisible();
}

/** The two questions that every visit asks. */
export async function answerAboutProblem(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'A few days' }).check();
  await page.getByRole('radiogroup', { name: 'Has a doctor diagnosed this before?' }).getByLabel('Yes').check();
  await expect(page.getByRole('textbox', { name: 'What was it called, and when?' })).toBeVisible();
  // The first demo hospital asks for evidence; its patient was treated for this condition there. The place for it is there before its part has loaded.
  const evidence = page.getByTestId('prior-evidence');
  if (await evidence.isVisible()) await evidence.getByRole('radio', { name: /In this hospital.*tonsillitis/i }).check();
}

export async function leaveWaitingRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /leave/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Waiting room');
}
