import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { ConsentTextRow } from './consent-text.entity.ts';

export type ConsentText = Pick<ConsentTextRow, 'version' | 'locale' | 'title' | 'paragraphs'>;

export class ConsentTextsRepository {
  /** The newest text in force now, in that language. */
  async current(tx: Tx, locale: Locale): Promise<ConsentText | null> {
    const [text] = await tx.query<ConsentText>(
      `SELECT version, locale, title, paragraphs FROM consent_text
       WHERE locale = $1 AND valid_from <= $2 ORDER BY valid_from DESC, version DESC LIMIT 1`,
      [locale, tx.now],
    );
    return text ?? null;
  }
}
