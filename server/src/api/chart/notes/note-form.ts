import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
import type { Tx } from '../../../platform/db/transaction.ts';

/** Returns how this hospital names the sections of a note. */
export async function noteFormOf(tx: Tx): Promise<NoteForm> {
  const [row] = await tx.query<{ form: NoteForm }>(
    `SELECT CASE WHEN settings->>'noteForm' = 'outpatient' THEN 'outpatient' ELSE 'soap' END AS form FROM hospital WHERE id = $1`,
    [tx.hospitalId],
  );
  return row?.form ?? 'soap';
}
