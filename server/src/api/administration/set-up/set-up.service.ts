import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { readSetUp } from '@yunzhen/shared/administration/set-up.contract';
import { setUpSteps, type SetUpStep } from '@yunzhen/shared/administration/set-up.constants';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';
import { publicFactsOf } from '../settings/settings-values.ts';
import type { SetUpRepository } from './set-up.repository.ts';

interface SetUpServiceDeps {
  transactions: Transactions;
  hospitals: Pick<HospitalsService, 'current'>;
  setUp: SetUpRepository;
}

/** A second administrator can help when the first one loses their second factor. */
const enoughAdministrators = 2;

/** The checklist of a new hospital. Each step is derived from the data, so nothing has to be ticked. */
export class SetUpService extends Service<SetUpServiceDeps> {
  read(context: ActorContext): Promise<ResponseOf<typeof readSetUp>> {
    const { transactions, hospitals, setUp } = this.deps;
    return transactions.run(context, async (tx) => {
      const { settings, timeZone } = await hospitals.current(tx);
      const { phone, address, licenceNumber } = publicFactsOf(settings);
      const counts = await setUp.counts(tx, dayIn(timeZone, tx.now));
      await tx.audit('settings.read', { entity: 'hospital', entityId: tx.hospitalId });
      const found: Record<SetUpStep, boolean | number> = {
        details: Boolean(phone && address.zh && address.en && licenceNumber),
        departments: counts.departments,
        administrators: counts.administrators,
        doctors: counts.doctors,
        pharmacists: counts.pharmacists,
        'safety-rules': counts.signedReleases > 0,
        hours: counts.doctorsWithHours,
        prices: counts.priceLists > 0,
        consent: counts.consents > 0,
        brand: counts.brands > 0,
      };
      const steps = setUpSteps.map((step) => {
        const value = found[step];
        if (typeof value === 'boolean') return { step, done: value, count: null };
        return { step, done: value >= (step === 'administrators' ? enoughAdministrators : 1), count: value };
      });
      return { steps, toConfirm: counts.toConfirm };
    });
  }
}
