import { askForCode, proveCode } from '../../shared/src/accounts/one-time-codes.contract.ts';
import type { BodyInputOf } from '../../shared/src/core/route.ts';
import { TestClient } from './client.ts';
import type { MailServer } from './mail-server.ts';

type Wanted = Pick<BodyInputOf<typeof askForCode>, 'hospital' | 'purpose'> & { email: string };

/** Returns the six digits in a message. */
export function codeIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0];
  if (!code) throw new Error('the message contains no code');
  return code;
}

/** Returns the code in the first message with one; other notifications may reach the same address first. */
async function codeAmong(mail: MailServer, address: string, before: number): Promise<string> {
  for (let place = before; ; place++) {
    const { text } = await mail.next(address, place);
    if (/\b\d{6}\b/.test(text)) return codeIn(text);
  }
}

/** Requests a code, reads it from the mail, and exchanges it for a proof. */
export async function proveByMail(url: string, mail: MailServer, wanted: Wanted): Promise<string> {
  const client = new TestClient(url);
  const address = wanted.email.toLowerCase();
  const before = mail.count(address);
  const { codeId } = await client.ok(askForCode, { body: { ...wanted, locale: 'en' } });
  const body = { hospital: wanted.hospital, code: await codeAmong(mail, address, before) };
  return (await client.ok(proveCode, { params: { codeId }, body })).proof;
}
