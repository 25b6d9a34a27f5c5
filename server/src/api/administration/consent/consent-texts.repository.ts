import { locales, type Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ConsentTextRow } from './consent-text.entity.ts';

export type ConsentText = Pick<ConsentTextRow, 'version' | 'locale' | 'title' | 'paragraphs'>;

export class ConsentTextsRepository {
  /** Returns the newest text in force; if its version lacks the language, the text in its first one. */
  async current(tx: Tx, locale: Locale): Promise<ConsentText | null> {
    const [text] = await tx.query<ConsentText>(
      `SELECT version, locale, title, paragraphs FROM consent_text
       WHERE valid_from <= $2
       ORDER BY valid_from DESC, version DESC, locale <> $1, array_position($3::text[], locale) LIMIT 1`,
      [locale, tx.now, locales],
    );
    return text ?? null;
  }
}
