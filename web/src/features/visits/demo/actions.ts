import { useMutation } from '@pinia/colada';
import { listDoctors, readConsentText } from '@yunzhen/shared/directory/directory.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { answerDangerPage, readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import { checkIn, createVisit, listVisits, type Visit } from '@yunzhen/shared/visits/visits.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand } from '../../../core/commands/index.ts';
import { keys } from '../queries.ts';

interface DemoVisit {
  /** The name of the doctor in Latin letters, as the demo’s card shows it. */
  doctor: string;
  complaint: string;
  diagnosis: string;
  locale: Locale;
}

/**
 * Takes the demo’s patient to the waiting room with prepared answers, by the requests that the pages make. Returns the visit that is open already,
 * where there is one.
 */
export function usePrepareDemoVisit() {
  const { mutateAsync: create } = useCommand(createVisit);
  const { mutateAsync: answer } = useCommand(answerDangerPage);
  const { mutateAsync: enter } = useCommand(checkIn, { shows: (visit) => [keys.visit(visit.id), visit] });
  return useMutation({
    async mutation({ doctor, complaint, diagnosis, locale }: DemoVisit): Promise<Visit> {
      const { items } = await api.call(listVisits, { query: { open: 'true', limit: 1 } });
      const visit = items[0] ?? (await requested(doctor, complaint));
      if (visit.status !== 'planned') return visit;
      const about = { visitId: visit.id };
      const { page, shown } = await api.call(readDangerPage, { query: about });
      await answer({ body: { about, page, shown, answer: 'none' } });
      const { version } = await api.call(readConsentText, { query: { locale } });
      return enter({
        params: about,
        body: {
          consent: { version, locale },
          intake: {
            complaint,
            duration: 'longer',
            priorDiagnosis: 'yes',
            priorDiagnosisDetail: diagnosis,
            allergiesConfirmed: true,
            medicinesConfirmed: true,
          },
          deviceCheck: 'skipped',
        },
      });
    },
  });

  async function requested(name: string, complaint: string): Promise<Visit> {
    const { items } = await api.call(listDoctors, { query: { onDuty: 'true' } });
    const doctor = items.find(({ nameLatin }) => nameLatin === name) ?? items[0];
    const [departmentId] = doctor?.departmentIds ?? [];
    if (!doctor || !departmentId) throw new Error('no doctor is on duty');
    return create({ body: { departmentId, doctorId: doctor.id, complaint } });
  }
}
