import { ageInYears } from '@yunzhen/shared/core/patient';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { searchPatients } from '@yunzhen/shared/visits/patient-search.contract';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { doctorOf } from '../visits.policy.ts';
import type { PatientSearchRepository } from './patient-search.repository.ts';

/** As many as a doctor reads; more letters narrow the search. */
const maxFound = 20;

interface PatientSearchServiceDeps {
  transactions: Transactions;
  patients: PatientSearchRepository;
}

/** Searches a doctor’s own patients. Every patient found is audited like one shown in a list. */
export class PatientSearchService extends Service<PatientSearchServiceDeps> {
  find(context: ActorContext, name: string): Promise<ResponseOf<typeof searchPatients>> {
    return this.deps.transactions.run(context, async (tx) => {
      const practitionerId = doctorOf(context.actor);
      const rows = await this.deps.patients.find(tx, practitionerId, name, maxFound + 1);
      const found = rows.slice(0, maxFound);
      const about = { entity: 'patient-search', entityId: practitionerId, details: { count: found.length } };
      await tx.auditShown(
        'visit.read',
        about,
        found.map(({ id }) => id),
      );
      return {
        items: found.map(({ id, name: original, nameLatin, sex, birthDate, timeZone, visitId, status, at }) => ({
          id,
          name: original,
          nameLatin,
          sex,
          age: ageInYears(birthDate, dayIn(timeZone, tx.now)),
          lastVisit: { id: visitId, status, at: at.toISOString() },
        })),
        more: rows.length > maxFound,
      };
    });
  }
}
