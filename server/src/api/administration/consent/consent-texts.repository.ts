import type { HospitalTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import { locales, type Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ConsentTextRow } from './consent-text.entity.ts';

export type ConsentText = Pick<ConsentTextRow, 'version' | 'locale' | 'title' | 'paragraphs'>;

export class ConsentTextsRepository {
  /** Returns the newest consent text in force; if its version lacks the language, the text in its first one. */
  async current(tx: Tx, locale: Locale): Promise<ConsentText | null> {
    const text = await this.newest(tx, 'visit-consent', locale);
    return text && { version: text.version, locale: text.locale, title: text.title, paragraphs: text.paragraphs };
  }

  /** The same of any text of the hospital, with the time from which it is in force. */
  async newest(
    tx: Tx,
    kind: HospitalTextKind,
    locale: Locale,
    version: string | null = null,
  ): Promise<(ConsentText & Pick<ConsentTextRow, 'validFrom'>) | null> {
    const [text] = await tx.query<ConsentText & Pick<ConsentTextRow, 'validFrom'>>(
      `SELECT version, locale, title, paragraphs, valid_from AS "validFrom" FROM consent_text
       WHERE kind = $4 AND valid_from <= $2 AND ($5::text IS NULL OR version = $5)
       ORDER BY valid_from DESC, version DESC, locale <> $1, array_position($3::text[], locale) LIMIT 1`,
      [locale, tx.now, locales, kind, version],
    );
    return text ?? null;
  }
}
