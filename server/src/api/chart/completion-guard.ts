import { AppError } from '@yunzhen/shared/core/errors';
import type { Tx } from '../../platform/db/transaction.ts';
import type { DiagnosesService } from './diagnoses/diagnoses.service.ts';
import type { BasisService } from './basis/basis.service.ts';
import type { NotesService } from './notes/notes.service.ts';

/** Throws unless the visit has a signed note and a primary diagnosis and is no first visit that must end as a referral, before it is completed. */
export function chartIsComplete(notes: NotesService, diagnoses: DiagnosesService, basis: BasisService) {
  return async (tx: Tx, visit: { id: string }): Promise<void> => {
    await basis.requireNoFirstVisit(tx, visit.id);
    if (!(await notes.isSigned(tx, visit.id))) throw new AppError('visit.note-unsigned', 'note is not signed');
    if (!(await diagnoses.of(tx, visit.id)).some((item) => item.primary)) {
      throw new AppError('visit.diagnosis-missing', 'primary diagnosis is missing');
    }
  };
}
