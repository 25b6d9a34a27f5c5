import { localized, type Locale } from '@yunzhen/shared/core/locale';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { newId } from '../platform/ids.ts';
import type { Rows } from './bulk-insert.ts';
import { consentTexts, nextConsentSentence } from './consent-text.ts';
import type { DemoHospital } from './demo-plan.ts';

/** Creates an active price list, and a draft of the next consent text with one more sentence. */
export function administrationRows(
  plan: DemoHospital,
  known: { hospitalId: string; administratorId: unknown; departmentIds: ReadonlyMap<string, string>; now: Date },
): Rows {
  const { hospitalId, administratorId, departmentIds, now } = known;
  const listId = newId();
  const since = new Date(now.getTime() - 200 * DAY_MS);
  const wordings = Object.fromEntries(
    Object.entries(consentTexts).map(([locale, { title, paragraphs }]) => {
      const sentence = localized(nextConsentSentence, locale as Locale);
      return [locale, { title, paragraphs: [...paragraphs, sentence] }];
    }),
  );
  return {
    price_list: [
      {
        id: listId,
        hospital_id: hospitalId,
        number: 1,
        currency: plan.prices.currency,
        valid_from: since,
        created_at: since,
        created_by: administratorId,
      },
    ],
    price: plan.prices.entries.map(({ department, title, kind, minor }) => ({
      id: newId(),
      hospital_id: hospitalId,
      price_list_id: listId,
      department_id: department === undefined ? null : departmentIds.get(department),
      title: title ?? null,
      kind: kind ?? null,
      minor,
    })),
    consent_draft: [
      {
        hospital_id: hospitalId,
        version: 1,
        wordings,
        saved_at: new Date(now.getTime() - 2 * DAY_MS),
        saved_by: administratorId,
      },
    ],
  };
}
