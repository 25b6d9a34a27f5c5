import { expectAccessibleInEach } from './support/accessibility.ts';
import { signedPrescription } from './support/approved-prescription.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';
import { benchPage, doctorArrives, endVisit, patientArrives } from './support/visit-in-call.ts';

const hospital = 'Lakeside Clinic';

test('a question reaches the doctor on the bench, and a supervisor takes over the review and decides', async ({
  browser,
}) => {
  const { visitId, prescriptionId, number } = await signedPrescription();
  const [pharmacist, supervisor, doctor, patient] = await Promise.all([
    Person.signedIn(browser, 'Pharmacist', { hospital, at: null }),
    Person.signedIn(browser, 'Supervising pharmacist', { hospital, at: null }),
    doctorArrives(browser, { at: null }),
    patientArrives(browser, { at: null }),
  ]);
  const [theirs, ours] = [pharmacist.page, supervisor.page];
  const progress = patient.page.getByRole('list', { name: 'Prescription status' });
  const open = async ({ page }: Person) => {
    await page.goto('/reviews');
    await expect(page.getByTestId('waiting-count')).toHaveText(/^[1-9]/);
    await page.getByPlaceholder('Search by name, medicine or number').fill(number);
    await page.getByTestId('review-row').filter({ hasText: 'Nora Lindqvist' }).first().click();
    await expect(page.getByText(number)).toBeVisible();
  };
  await doctor.page.goto(benchPage(visitId));
  await patient.page.goto(`/prescriptions/${prescriptionId}`);
  await open(pharmacist);
  await open(supervisor);

  await test.step('the pharmacist starts and asks; the doctor answers in place', async () => {
    await theirs.getByRole('button', { name: 'Start review' }).click();
    await expect(progress).toContainText('Pharmacist is reviewing');
    await expect(theirs.getByTestId('data-version')).toBeVisible();
    // A question that is not sent yet stays while the list is shown.
    await theirs.getByRole('textbox', { name: 'Ask the doctor' }).fill('Is three days enough?');
    const address = new URL(theirs.url()).pathname;
    await theirs.goBack();
    await expect(theirs.getByRole('textbox', { name: 'Ask the doctor' })).toBeHidden();
    await theirs.locator(`a[href="${address}"]`).first().click();
    await expect(theirs.getByRole('textbox', { name: 'Ask the doctor' })).toHaveValue('Is three days enough?');
    await theirs.getByTestId('review-talk').getByRole('button', { name: 'Send' }).click();
    const question = doctor.page.getByTestId('review-question').filter({ hasText: number });
    await expect(question).toContainText('Is three days enough?');
    await question.getByRole('textbox', { name: 'Your answer' }).fill('Yes, it is for the fever alone.');
    await question.getByRole('button', { name: 'Send' }).click();
    await expect(theirs.getByTestId('review-talk')).toContainText('Yes, it is for the fever alone.');
    await expectAccessibleInEach(theirs, 'a review with questions');
  });

  await test.step('a supervisor takes it over with a reason, and the colleague sees by whom and why', async () => {
    await expect(ours.getByTestId('decision-bar')).toContainText('Ines Rossi is reviewing this');
    await ours.getByRole('button', { name: 'Take over' }).click();
    const dialog = ours.getByRole('dialog', { name: 'Take over this review?' });
    await dialog.getByRole('button', { name: 'Take over' }).click();
    // A reason is required.
    await expect(dialog).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Her shift is over.');
    await expectAccessibleInEach(ours, 'taking a review over');
    await dialog.getByRole('button', { name: 'Take over' }).click();
    // Approving with open checks leads to the first of them.
    await ours.getByRole('button', { name: '4 checks left' }).click();
    await expect(ours.getByRole('group', { name: 'Check the prescription' })).toBeFocused();
    await expect(theirs.getByTestId('decision-bar')).toContainText('You can view it only');
    await expect(theirs.getByTestId('taken-over').or(theirs.getByText('Her shift is over.')).first()).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Return to doctor' })).toHaveCount(0);
  });

  await test.step('the supervisor approves, and doctor and patient see it', async () => {
    await ours.getByRole('button', { name: 'Return to doctor' }).click();
    await ours.getByRole('dialog').getByRole('button', { name: 'Return to doctor' }).click();
    await expect(ours.getByRole('dialog')).toBeVisible();
    await expectAccessibleInEach(ours, 'sending a prescription back, without a reason');
    await ours.keyboard.press('Escape');
    await expect(ours.getByRole('dialog')).toBeHidden();
    // The values stand in the rows; the keys 1 to 4 tick what was in view.
    const checklist = ours.getByTestId('review-checklist');
    await expect(checklist).toContainText('Nora Lindqvist');
    await expect(checklist.getByRole('checkbox')).toHaveCount(4);
    for (const check of await checklist.getByRole('group').all()) await check.scrollIntoViewIfNeeded();
    await checklist.getByRole('checkbox').first().check();
    await expect(checklist.getByRole('checkbox', { disabled: true })).toHaveCount(0);
    for (const key of ['2', '3', '4']) await ours.keyboard.press(key);
    await expect(checklist.getByRole('checkbox', { checked: true })).toHaveCount(4);
    // The review scrolls in its own part, so the decision bar stays at the bottom of the window.
    expect(await ours.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);
    await expect(ours.getByTestId('decision-bar')).toBeInViewport({ ratio: 1 });
    await ours.getByRole('textbox', { name: 'Ask the doctor' }).fill('Did she have it before?');
    await ours.getByTestId('review-talk').getByRole('button', { name: 'Send' }).click();
    await expect(ours.getByTestId('review-talk')).toContainText('Did she have it before?');
    await ours.getByRole('button', { name: 'Approve', exact: true }).click();
    const approval = ours.getByRole('dialog');
    // With the question unanswered, a reason is required, and asked for before the code.
    await approval.getByRole('button', { name: 'Approve and sign' }).click();
    const reason = approval.getByRole('textbox', { name: 'Reason for approving without the answer' });
    await expect(reason).toBeFocused();
    await expectAccessibleInEach(ours, 'approving a prescription with an unanswered question');
    await reason.fill('It suits her either way.');
    await giveSecondFactor(approval);
    await approval.getByRole('button', { name: 'Approve and sign' }).click();
    await expect(ours.getByTestId('approved-anyway')).toContainText('It suits her either way.');
    await expect(doctor.page.getByTestId('review-question')).toContainText('Reason: It suits her either way.');
    await expect(progress).toContainText('Ready for the pharmacy');
    await doctor.page.getByRole('tab', { name: 'Prescription' }).click();
    await expect(doctor.page.getByTestId('signed-prescription')).toHaveAttribute('data-status', 'approved');
  });

  await endVisit(visitId);
  for (const person of [pharmacist, supervisor, doctor, patient]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});
