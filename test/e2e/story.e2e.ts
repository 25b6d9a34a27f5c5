import { readFile, writeFile } from 'node:fs/promises';
import { readChart, readDiagnoses } from '../../shared/src/chart/chart.contract.ts';
import { readNote } from '../../shared/src/chart/notes.contract.ts';
import { readPrescription, type Prescription } from '../../shared/src/prescribing/prescribing.contract.ts';
import { readPrescriptionDocument } from '../../shared/src/signing/prescription-paper.contract.ts';
import { listReviews } from '../../shared/src/review/review.contract.ts';
import { issueCallTicket } from '../../shared/src/calls/call.contract.ts';
import { listVisits, readVisit } from '../../shared/src/visits/visits.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expectPictureAndSound, expectPictureMoves } from './support/call-stage.ts';
import {
  admit,
  completeVisit,
  diagnose,
  prescribe,
  signPrescription,
  stateFollowUp,
  writeAndSignNote,
} from './support/doctor-steps.ts';
import { expect } from './support/expect.ts';
import { outsider } from './support/outsider.ts';
import { pdfsig, readPrintedCode } from './support/paper.ts';
import { picture } from './support/pictures.ts';
import { goToWaitingRoom } from './support/patient-steps.ts';
import { Person } from './support/person.ts';
import { approve } from './support/pharmacist-steps.ts';
import { test } from './support/test.ts';

test('one visit from the waiting room to the verified prescription, in four browsers', async ({ browser }, info) => {
  const [patient, doctor, pharmacist, president] = await Promise.all([
    Person.signedIn(browser, 'Patient', { device: 'phone' }),
    Person.signedIn(browser, 'Doctor'),
    Person.signedIn(browser, 'Pharmacist'),
    Person.signedIn(browser, 'President'),
  ]);
  const file = info.outputPath('prescription.pdf');
  const visits = president.page.locator('[data-figure="visits"]');
  await expect(visits).toBeVisible();
  const before = Number(/\d+/.exec((await visits.innerText()).replaceAll(',', ''))?.[0]);

  const visitId = await test.step('the patient goes to the waiting room', () =>
    goToWaitingRoom(patient.page, 'Wang Jingyi'));

  await test.step('the doctor’s queue shows the patient without a refresh, and the doctor admits the patient', async () => {
    await expect(doctor.page.getByRole('button', { name: 'Admit Li Wei' })).toBeVisible();
    await picture(patient.page, 'waiting-room');
    await admit(doctor.page, 'Li Wei');
    await expect(patient.page).toHaveURL(new RegExp(`/visits/${visitId}/call`));
  });

  await test.step('both see moving pictures and hear each other', async () => {
    await expectPictureAndSound(patient.page);
    await expectPictureAndSound(doctor.page);
  });

  await test.step('mute and camera off are shown on the other side', async () => {
    await patient.page.getByTestId('call-microphone').click();
    await expect(
      doctor.page.getByRole('region', { name: 'Video call with Li Wei' }).getByText('Microphone off'),
    ).toBeVisible();
    await patient.page.getByTestId('call-microphone').click();
  });

  await test.step('the patient reloads the page and is back in the call', async () => {
    await patient.page.reload();
    await expectPictureAndSound(patient.page);
    await expectPictureMoves(doctor.page);
  });

  await test.step('the doctor writes, diagnoses and signs a prescription during the call', async () => {
    await writeAndSignNote(doctor.page, 'outpatient');
    await diagnose(doctor.page);
    await stateFollowUp(doctor.page);
    await expectAccessibleInEach(doctor.page, 'follow-up with its evidence', '[role=tabpanel]');
    await prescribe(doctor.page, async () => {
      await expectAccessibleInEach(doctor.page, 'allergy alert', '[role=tabpanel]');
      await picture(doctor.page, 'bench');
    });
    await signPrescription(doctor.page);
    await expect(
      patient.page.getByTestId('call-stage').getByText('The doctor has signed your prescription'),
    ).toBeVisible();
    await expectPictureMoves(patient.page);
  });

  await test.step('the pharmacist sees it at once and approves', async () => {
    const { page } = pharmacist;
    await page
      .getByRole('link', { name: /Li Wei/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Start review' }).click();
    await picture(page, 'review');
    await approve(page);
  });

  await test.step('patient and doctor are notified during the call', async () => {
    await expect(patient.page.getByTestId('call-stage').getByText('Your prescription is approved')).toBeVisible();
    await picture(patient.page, 'call');
    await expect(
      doctor.page
        .getByRole('tabpanel', { name: 'Prescription' })
        .getByText(/Approved/)
        .first(),
    ).toBeVisible();
    await expectPictureMoves(patient.page);
    await expectPictureMoves(doctor.page);
  });

  await test.step('the doctor completes the visit, the patient reads the summary and saves the PDF', async () => {
    await completeVisit(doctor.page);
    await expect(patient.page).toHaveURL(new RegExp(`/visits/${visitId}$`));
    await expect(patient.page.getByText('Rest, fluids, paracetamol.')).toBeVisible();
    const saved = patient.page.waitForEvent('download');
    await patient.page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await (await saved).saveAs(file);
  });

  await test.step('an independent verifier accepts the PDF', async () => {
    const verdict = await pdfsig(file);
    expect(verdict).toContain('Signature is Valid');
    expect(verdict).toContain('Total document signed');
  });

  const code = await test.step('a member of the public scans the code and sees that it is genuine', async () => {
    const address = await readPrintedCode(file, info.outputDir);
    const stranger = await Person.arrive(browser, { device: 'phone' });
    const asked: string[] = [];
    stranger.page.on('request', (request) => asked.push(request.url()));
    await stranger.page.goto(address);
    await expect(stranger.page.locator('[data-outcome]')).toHaveAttribute('data-outcome', 'genuine');
    const secret = address.split('#')[1] ?? '';
    expect(secret.length).toBeGreaterThan(30);
    expect(asked.filter((url) => url.split('#')[0]?.includes(secret))).toEqual([]);
    await expect(stranger.page.getByText('Li Wei')).toHaveCount(0);
    await picture(stranger.page, 'verification');
    await expectAccessibleInEach(stranger.page, 'verification');
    await stranger.leave();
    return address;
  });

  await test.step('a changed PDF is reported altered, the original genuine', async () => {
    const stranger = await Person.arrive(browser);
    const pdf = await readFile(file);
    const changed = Buffer.from(pdf);
    changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
    const forged = info.outputPath('forged.pdf');
    await writeFile(forged, changed);
    for (const [path, outcome] of [
      [forged, 'altered'],
      [file, 'genuine'],
    ] as const) {
      await stranger.page.goto('/verify');
      await stranger.page.getByTestId('document-input').setInputFiles(path);
      await expect(stranger.page.locator('[data-outcome]')).toHaveAttribute('data-outcome', outcome);
    }
    await stranger.leave();
  });

  await test.step('the president sees the visit in the figures', async () => {
    await expect(visits).toContainText(String(before + 1));
    await picture(president.page, 'figures');
  });

  await test.step('people of a second hospital see none of it', async () => {
    const prescriptionId = /verify\/[^/]+\/([0-9a-f-]{36})/.exec(code)?.[1] ?? '';
    await expectNothing(visitId, prescriptionId);
  });

  for (const person of [patient, doctor, pharmacist, president]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});

async function expectNothing(visitId: string, prescriptionId: string): Promise<void> {
  const ours = await outsider('wuzhen', 'doctor@demo.test');
  const prescription: Prescription = await ours.ok(readPrescription, { params: { prescriptionId } });
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  const pharmacist = await outsider('lakeside', 'pharmacist@lakeside.demo.test');
  const params = { visitId };
  const answers = await Promise.all([
    doctor.call(readVisit, { params }),
    doctor.call(readNote, { params }),
    doctor.call(readDiagnoses, { params }),
    doctor.call(issueCallTicket, { params }),
    doctor.call(readChart, { params: { patientId: prescription.patient.id } }),
    doctor.call(readPrescription, { params: { prescriptionId } }),
    doctor.call(readPrescriptionDocument, { params: { prescriptionId } }),
    pharmacist.call(readPrescription, { params: { prescriptionId } }),
    pharmacist.call(readPrescriptionDocument, { params: { prescriptionId } }),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  const [visits, reviews] = [
    await doctor.ok(listVisits, { query: { limit: 100 } }),
    await pharmacist.ok(listReviews, { query: { limit: 100 } }),
  ];
  expect(visits.items.filter((visit) => visit.id === visitId)).toEqual([]);
  expect(reviews.items.filter((review) => review.prescription.id === prescriptionId)).toEqual([]);
}
