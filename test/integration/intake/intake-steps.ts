import { expect } from 'vitest';
import { intakeCatalogue } from '../../../shared/src/intake/forms/form-catalogue.ts';
import {
  openIntakeDraft,
  saveIntakeDraft,
  type IntakeDraft,
  type IntakePicture,
} from '../../../shared/src/intake/intake.contract.ts';
import type { IntakeDraftContent } from '../../../shared/src/intake/intake-draft.schemas.ts';
import { checkIn } from '../../../shared/src/visits/visits.contract.ts';
import type { Problem } from '../../../shared/src/core/errors.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { TestClient } from '../../support/client.ts';
import type { TestPerson } from '../../support/factories.ts';
import { checkInBody } from '../../support/visit-steps.ts';
import { drawing } from '../chat/sample-files.ts';

export const nothingYet: IntakeDraftContent = {
  step: 'topic',
  question: null,
  form: null,
  answers: {},
  duration: null,
  priorDiagnosis: null,
  priorDiagnosisDetail: '',
  consent: null,
  dismissedFlags: [],
};

const cough = { id: 'cough-throat' as const, version: intakeCatalogue.now('cough-throat').version };

/** Complete answers of an adult man to the questions about a cough. */
export const coughAnswers: IntakeDraftContent = {
  ...nothingYet,
  step: 'device',
  form: cough,
  answers: {
    danger: ['none'],
    what: ['phlegm'],
    'phlegm-colour': 'clear',
    fever: 'no',
    lungs: ['none'],
    course: 'better',
  },
  duration: 'days',
  priorDiagnosis: 'no',
};

/** One answer of each kind, for a man with a known rash. */
export const skinAnswers: IntakeDraftContent = {
  ...coughAnswers,
  form: { id: 'skin', version: intakeCatalogue.now('skin').version },
  answers: {
    danger: ['none'],
    where: ['arms', 'legs'],
    what: ['itch'],
    itch: 6,
    fever: 'yes',
    temperature: 37.8,
    new: ['bite'],
    tried: '炉甘石 <b>&',
  },
  priorDiagnosis: 'yes',
};

export const opened = (client: TestClient, visitId: string): Promise<IntakeDraft> =>
  client.ok(openIntakeDraft, { body: { visitId } });

export const saved = (client: TestClient, { id, version }: IntakeDraft, content: IntakeDraftContent) =>
  client.call(saveIntakeDraft, { params: { draftId: id }, version, body: content });

/** Uploads a picture as a page does. */
export async function handIn(
  url: string,
  person: Pick<TestPerson, 'client'>,
  draftId: string,
  bytes: Uint8Array,
  { id = newId(), question = 'pictures', type = 'image/jpeg' } = {},
): Promise<{ status: number; value: IntakePicture; problem: Problem }> {
  const answer = await fetch(`${url}/api/intake-drafts/${draftId}/pictures/${id}?question=${question}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.client.accessToken}`, 'content-type': type },
    body: Buffer.from(bytes),
  });
  const body = (await answer.json()) as IntakePicture & Problem;
  return { status: answer.status, value: body, problem: body };
}

/** Checks in with a picture of a record from another hospital. */
export async function checkInWithRecord(url: string, client: TestClient, visitId: string): Promise<void> {
  const priorEvidence = { source: 'outside' as const, institution: '市人民医院', diagnosedOn: '2026-01-02' };
  const draft = await opened(client, visitId);
  const picture = { question: 'prior-diagnosis', type: 'image/png' };
  expect((await handIn(url, { client }, draft.id, await drawing('png'), picture)).status).toBe(200);
  const { value } = await saved(client, draft, { ...nothingYet, priorDiagnosis: 'yes' });
  const intake = { ...checkInBody.intake, priorEvidence };
  await client.ok(checkIn, { params: { visitId }, body: { ...checkInBody, intake, draftVersion: value.version } });
}
