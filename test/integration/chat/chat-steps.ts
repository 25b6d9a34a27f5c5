import { newId } from '../../../server/src/platform/ids.ts';
import {
  listMessages,
  sendMessage,
  uploadAttachment,
  type AttachmentFile,
  type ChatMessage,
} from '../../../shared/src/chat/chat.contract.ts';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import type { Problem } from '../../../shared/src/core/errors.ts';
import type { Answer } from '../../support/client.ts';
import type { Factory, TestHospital, TestPerson } from '../../support/factories.ts';

type Files = { id: string; name: string }[];

export function send(
  person: TestPerson,
  visitId: string,
  text: string,
  { id = newId(), attachments = [] as Files } = {},
): Promise<Answer<ChatMessage>> {
  return person.client.call(sendMessage, { params: { visitId, messageId: id }, body: { text, attachments } });
}

/** Sends a message; throws when it is rejected. */
export async function said(
  person: TestPerson,
  visitId: string,
  text: string,
  more: { id?: string; attachments?: Files } = {},
): Promise<ChatMessage> {
  const answer = await send(person, visitId, text, more);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

export function history(
  person: TestPerson,
  visitId: string,
  query: { after?: number; before?: number; limit?: number } = {},
) {
  return person.client.ok(listMessages, { params: { visitId }, query });
}

export async function upload(
  { url }: { url: string },
  person: TestPerson,
  visitId: string,
  bytes: Uint8Array,
  { id = newId(), type = 'image/jpeg' } = {},
): Promise<{ status: number; value: AttachmentFile; problem: Problem }> {
  const path = uploadAttachment.path.replace(':visitId', visitId).replace(':attachmentId', id);
  const answer = await fetch(url + path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.accessToken}`, 'content-type': type },
    body: Buffer.from(bytes),
  });
  const body = (await answer.json()) as unknown;
  return { status: answer.status, value: body as AttachmentFile, problem: body as Problem };
}

export async function download(person: TestPerson, visitId: string, id: string): Promise<Response> {
  return person.client.raw('GET', `/api/visits/${visitId}/attachments/${id}`);
}

/** Sets the number of days after a visit in which its chat stays open. */
export async function setChatDays(factory: Factory, hospital: TestHospital, chatDaysAfterVisit: number): Promise<void> {
  const boss = (await factory.staff(hospital, 'administrator')).client;
  const { version, settings } = await boss.ok(readHospitalSettings);
  await boss.ok(saveHospitalSettings, { version, body: { ...settings, chatDaysAfterVisit } });
}
