import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { sessionTokens } from '../../../../core/api/index.ts';
import { hospitalTimeZone } from '../../../../core/i18n/index.ts';
import { held } from '../../../../core/autosave/held/index.ts';
import { fetchCode } from '../queries.ts';
import { merged, readable, type HeldPrescription, type HeldPrescriptions } from './held-list.ts';

const name = 'prescriptions';

/** Returns the prescriptions that this device holds for the signed-in person. */
export async function heldPrescriptions(): Promise<HeldPrescription[]> {
  const person = sessionTokens.current()?.account;
  if (!person) return [];
  return readable((await held.read(name)) as HeldPrescriptions | undefined, person, Date.now());
}

let last: Promise<void> = Promise.resolve();

/** Stores the prescriptions that the hospital has just shown, with the codes of those that can be dispensed. One call at a time. */
export function hold(shown: readonly Prescription[], locale: Locale): Promise<void> {
  last = last.then(() => holdNow(shown, locale)).catch(() => undefined);
  return last;
}

async function holdNow(shown: readonly Prescription[], locale: Locale): Promise<void> {
  const person = sessionTokens.current()?.account;
  if (!person?.patientId) return;
  const now = Date.now();
  const items = await Promise.all(
    merged(await heldPrescriptions(), shown, now).map(async ({ usable, ...one }): Promise<HeldPrescription> => {
      if (!usable || one.code) return one;
      const code = await fetchCode(one.id).catch(() => null);
      return { ...one, code };
    }),
  );
  // The session may have ended while the codes were fetched.
  if (sessionTokens.current()?.account.id !== person.id) return;
  const { id: accountId, patientId } = person;
  const value: HeldPrescriptions = { accountId, patientId, locale, timeZone: hospitalTimeZone.value, at: now, items };
  await held.keep(name, value);
}
