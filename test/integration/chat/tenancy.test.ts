import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentsRepository } from '../../../server/src/api/chat/attachments/attachments.repository.ts';
import { ChatRepository } from '../../../server/src/api/chat/chat.repository.ts';
import { MessagesRepository } from '../../../server/src/api/chat/messages.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { admittedVisit } from '../../support/visit-steps.ts';
import { said, upload } from './chat-steps.ts';
import { photo } from './sample-files.ts';

let test: TestApi;
let ours: TestHospital;
let theirs: TestHospital;
let patient: TestPerson & { patientId: string };
let visitId: string;
let messageId: string;
let fileId: string;

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  [ours, theirs] = [await factory.hospital(), await factory.hospital()];
  patient = await factory.patient(ours);
  visitId = (await admittedVisit(ours, patient, await factory.doctor(ours))).id;
  fileId = (await upload(test, patient, visitId, await photo())).value.id;
  messageId = (await said(patient, visitId, 'ours')).id;
});
afterAll(() => test.close());

type Attempts = Record<string, (tx: Tx) => Promise<unknown>>;

const chats = new ChatRepository();
const messages = new MessagesRepository();
const files = new AttachmentsRepository();
const everything = async () =>
  (
    await test.database.admin.query<Record<string, unknown>>(
      `SELECT (SELECT json_agg(c) FROM chat c) AS chats, (SELECT json_agg(m) FROM chat_message m) AS messages,
         (SELECT json_agg(f) FROM chat_attachment f) AS files`,
    )
  ).rows;

const chatReads: Attempts = {
  find: (tx) => chats.find(tx, visitId),
};
const messageReads: Attempts = {
  find: (tx) => messages.find(tx, visitId, messageId),
  list: (tx) => messages.list(tx, visitId, { limit: 10 }),
};
const fileReads: Attempts = {
  find: (tx) => files.find(tx, visitId, fileId),
  place: (tx) => files.place(tx, visitId, fileId),
  load: async (tx) => (await files.load(tx, visitId)).count,
};
const isNothing = (value: unknown) => value === null || value === 0 || (Array.isArray(value) && value.length === 0);

describe('tenant isolation of the chat', () => {
  it.each(
    Object.entries({ chat: chatReads, messages: messageReads, files: fileReads }).flatMap(([name, attempts]) =>
      Object.entries(attempts).map(([method, read]) => [name, method, read] as const),
    ),
  )('%s: %s finds its own rows and none of another hospital', async (_name, _method, read) => {
    expect(isNothing(await inHospital(test, ours.id, read))).toBe(false);
    expect(await inHospital(test, theirs.id, read)).toSatisfy(isNothing);
  });

  it('keeps writes away from another hospital’s rows', async () => {
    const before = await everything();
    await inHospital(test, theirs.id, async (tx) => {
      await chats.advance(tx, visitId, 99);
      await chats.markRead(tx, visitId, 'doctor', 99);
      await files.sweep(tx, new Date('2100-01-01'));
      const named = { id: fileId, messageId, position: 0, name: 'theirs' };
      expect(await files.name(tx, visitId, patient.accountId, named)).toBe(false);
    });
    await expect(inHospital(test, theirs.id, (tx) => chats.lock(tx, visitId))).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it('covers every repository method', () => {
    const shared = () => undefined;
    expectEveryMethodTried(ChatRepository, { ...chatReads, lock: shared, advance: shared, markRead: shared });
    // Writes with the transaction's own hospital.
    expectEveryMethodTried(MessagesRepository, { ...messageReads, insert: shared });
    expectEveryMethodTried(AttachmentsRepository, { ...fileReads, insert: shared, name: shared, sweep: shared });
  });
});
