import { useQuery } from '@pinia/colada';
import { listIntakeProgress } from '@yunzhen/shared/intake/intake.contract';
import { doneOf } from '@yunzhen/shared/intake/answers/steps';
import { api } from '../../core/api/index.ts';

/** How far one’s own answers have come, by visit and by appointment. Asked anew each time: it grows on other pages and devices. */
export function useIntakeProgress() {
  const drafts = useQuery({
    key: ['intake-draft', 'progress'],
    query: async ({ signal }) => (await api.call(listIntakeProgress, { signal })).items,
    staleTime: 0,
  });
  return {
    isPending: drafts.isPending,
    ofVisit: (id: string) => {
      const found = drafts.data.value?.find(({ visitId }) => visitId === id);
      return found && doneOf(found, false);
    },
    ofAppointment: (id: string) => {
      const found = drafts.data.value?.find(({ visitId, appointmentId }) => visitId === null && appointmentId === id);
      return found && doneOf(found, true);
    },
  };
}
