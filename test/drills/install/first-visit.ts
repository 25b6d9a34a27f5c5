import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expectPictureAndSound } from '../../e2e/support/call-stage.ts';
import {
  admit,
  completeVisit,
  diagnose,
  prescribeParacetamol,
  signPrescription,
  stateFollowUp,
  writeAndSignNote,
} from '../../e2e/support/doctor-steps.ts';
import { pdfsig, readPrintedCode } from '../../e2e/support/paper.ts';
import { expect } from '../../e2e/support/expect.ts';
import { Person } from '../../e2e/support/person.ts';
import { approve } from '../../e2e/support/pharmacist-steps.ts';
import type { IdentityService } from '../../support/identity-service.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { confirm, found, giveHours, invite, join as joinStaff, openDesk, setUp, signInAgain } from './hospital.ts';
import { patient, savePdf, signUp, wait } from './patient.ts';
import type { Steps } from './steps.ts';

const lin = { name: '林岚', nameLatin: 'Lin Lan', email: 'lin@mail.test', role: 'Doctor' } as const;
const zhao = { name: '赵宁', nameLatin: 'Zhao Ning', email: 'zhao@mail.test', role: 'Pharmacist' } as const;
const sun = { name: '孙青', nameLatin: 'Sun Qing', email: 'sun@mail.test', role: 'Administrator' } as const;

interface World {
  readonly browser: Browser;
  readonly mail: MailServer;
  readonly register: IdentityService;
  readonly steps: Steps;
}

/** Founds the hospital with the operator’s link and staffs it. Returns the pages of its doctor, who is on duty, and its pharmacist. */
export async function openHospital(world: World, link: string): Promise<{ doctor: Page; pharmacist: Page }> {
  const { browser, mail, steps } = world;
  const first = await steps.run('the operator opens the printed link and adds the hospital', () =>
    found(browser, link, 'zhou@mail.test'),
  );
  const desk = await steps.run('the administrator opens the link and sets up a second factor', () =>
    openDesk(browser, first),
  );
  await steps.run('details, department, prices and consent text', () => setUp(desk));
  const [toLin, toZhao, toSun] = await steps.run('three colleagues are invited by mail', async () => [
    await invite(desk, mail, lin),
    await invite(desk, mail, zhao),
    await invite(desk, mail, sun),
  ]);
  const doctor = await steps.run('the doctor accepts and sends the licence', () =>
    joinStaff(browser, toLin ?? '', '110330100001234'),
  );
  const pharmacist = await steps.run('the pharmacist accepts and sends the licence', () =>
    joinStaff(browser, toZhao ?? '', 'P-4711'),
  );
  await steps.run('the second administrator accepts', async () => {
    await (await openDesk(browser, toSun ?? '')).context().close();
  });
  await steps.run('the administrator confirms both, who sign in again', async () => {
    for (const colleague of [lin, zhao]) await confirm(desk, colleague);
    await signInAgain(doctor, lin);
    await signInAgain(pharmacist, zhao);
  });
  await steps.run('hours of the doctor; the checklist is complete', () => giveHours(desk, lin));
  await steps.run('the doctor goes on duty', async () => {
    const duty = doctor.page.getByRole('switch', { name: 'On duty' });
    await duty.click();
    await expect(duty).toBeChecked();
  });
  return { doctor: doctor.page, pharmacist: pharmacist.page };
}

/** Holds a visit up to the verified prescription, whose PDF goes to `pdf`. Returns the visit’s id. */
export async function holdVisit(
  { browser, mail, register, steps }: World,
  { doctor, pharmacist }: { doctor: Page; pharmacist: Page },
  { pdf, folder }: { pdf: string; folder: string },
): Promise<string> {
  const { page } = await steps.run('a patient signs up with a code from the mail and verifies the identity', () =>
    signUp(browser, mail, register),
  );
  const picture = join(import.meta.dirname, '../../e2e/pictures/verification.png');
  const visitId = await steps.run('the patient answers, photographs a diagnosis and waits', () =>
    wait(page, lin.nameLatin, picture),
  );
  await steps.run('video call: picture and sound on both sides', async () => {
    await admit(doctor, patient.nameLatin);
    await Promise.all([page, doctor].map(expectPictureAndSound));
  });
  await steps.run('the doctor signs note and prescription', async () => {
    await writeAndSignNote(doctor);
    await diagnose(doctor);
    await stateFollowUp(doctor);
    await doctor.getByRole('tab', { name: 'Prescription' }).click();
    await prescribeParacetamol(doctor);
    await signPrescription(doctor);
  });
  await steps.run('the pharmacist reviews and signs', async () => {
    const link = pharmacist.getByRole('link', { name: new RegExp(patient.nameLatin) });
    await link.first().click();
    await pharmacist.getByRole('button', { name: 'Start review' }).click();
    await approve(pharmacist);
    await expect(page.getByTestId('call-stage').getByText('Your prescription is approved')).toBeVisible();
  });
  await steps.run('the visit ends; the PDF verifies, and so does its printed code', async () => {
    await completeVisit(doctor);
    await expect(page).toHaveURL(new RegExp(`/visits/${visitId}$`));
    await expect(page.getByText('Rest, fluids, paracetamol.')).toBeVisible();
    await savePdf(page, pdf);
    const verdict = await pdfsig(pdf);
    expect(verdict).toContain('Signature is Valid');
    expect(verdict).toContain('Total document signed');
    const stranger = await Person.arrive(browser, { device: 'phone' });
    await stranger.page.goto(await readPrintedCode(pdf, folder));
    await expect(stranger.page.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'genuine');
    await stranger.leave();
  });
  return visitId;
}
