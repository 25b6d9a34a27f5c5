import { HospitalsRepository } from '../../../server/src/api/administration/hospital/hospitals.repository.ts';
import { HospitalsService } from '../../../server/src/api/administration/hospital/hospitals.service.ts';
import { RollupService } from '../../../server/src/api/metrics/counting/rollup.service.ts';
import { RollupsRepository } from '../../../server/src/api/metrics/counting/rollups.repository.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import type { TestApi } from '../../support/test-api.ts';

/** Returns the rollup service of one process; two of them share only the database. */
export function ownCounting(test: Pick<TestApi, 'source' | 'clock'>): RollupService {
  const transactions = new Transactions(test.source, test.clock);
  const hospitals = new HospitalsService({
    transactions,
    hospitals: new HospitalsRepository(),
    clock: test.clock,
    demo: false,
  });
  return new RollupService({ transactions, rollups: new RollupsRepository(), hospitals });
}
