import { create } from 'qrcode';
import type { PrescriptionCode } from '@yunzhen/shared/signing/prescription-paper.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { readerOf } from '../prescription.policy.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** The code that stands on the paper, for the patient’s own page: whoever has it can have the medicines handed out. */
export class CodeService extends Service<PrescribingPart<'transactions' | 'repository' | 'codes'>> {
  /**
   * Only for the patient, or who acts for them, and only while it is good for something: approved, not given out, in its days.
   * Else `prescription.transition-refused` with the state. Each look is audited.
   */
  read(context: ActorContext, id: string): Promise<PrescriptionCode> {
    const { transactions, repository, codes } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = await repository.find(tx, id);
      if (!row || readerOf(context.actor, row) !== 'patient')
        throw new AppError('resource.not-found', 'no such prescription of this patient');
      const over = row.validUntil !== null && row.validUntil <= tx.now;
      if (over || !['approved', 'dispensing'].includes(row.status))
        throw new AppError('prescription.transition-refused', 'the code is good for nothing', {
          facts: { state: over ? 'expired' : row.status },
        });
      const [surrounded] = await repository.surround(tx, [row]);
      if (!surrounded) throw new AppError('resource.not-found', 'prescription without surroundings');
      await tx.audit('prescription.code-read', { entity: 'prescription', entityId: id, patientId: row.patientId });
      const address = await codes.address('prescription', row, surrounded.around.hospitalSlug);
      return { address, modules: modulesOf(address) };
    });
  }
}

/** Rows of dark (1) and light (0) modules, as on paper: level M, the quiet zone not included. */
function modulesOf(content: string): string[] {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  );
}
