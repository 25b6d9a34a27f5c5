import { create } from 'qrcode';
import type { PrescriptionCode } from '@yunzhen/shared/signing/prescription-paper.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { readerOf } from '../prescription.policy.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** Serves the printed QR code to the patient’s own page. The code allows its bearer to collect the medicines. */
export class CodeService extends Service<PrescribingPart<'transactions' | 'repository' | 'codes'>> {
  /**
   * Returns the code to the patient or the patient’s guardian while the prescription is approved or dispensing and still valid. Otherwise throws
   * `prescription.transition-refused` with the state. Each read is audited.
   */
  read(context: ActorContext, id: string): Promise<PrescriptionCode> {
    const { transactions, repository, codes } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = await repository.find(tx, id);
      if (!row || readerOf(context.actor, row) !== 'patient')
        throw new AppError('resource.not-found', 'prescription not found');
      const over = row.validUntil !== null && row.validUntil <= tx.now;
      if (over || !['approved', 'dispensing'].includes(row.status))
        throw new AppError('prescription.transition-refused', 'prescription is no longer valid, or not approved', {
          facts: { state: over ? 'expired' : row.status },
        });
      const [surrounded] = await repository.surround(tx, [row]);
      if (!surrounded) throw new AppError('resource.not-found', 'prescription details not found');
      await tx.audit('prescription.code-read', { entity: 'prescription', entityId: id, patientId: row.patientId });
      const address = await codes.address('prescription', row, surrounded.around.hospitalSlug);
      return { address, modules: modulesOf(address) };
    });
  }
}

/** Returns the rows of the QR code as dark (1) and light (0) modules: error correction level M, without the quiet zone, as on paper. */
function modulesOf(content: string): string[] {
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  );
}
