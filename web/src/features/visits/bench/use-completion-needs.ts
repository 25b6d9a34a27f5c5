import { computed } from 'vue';
import { useBenchStore } from '../../../core/bench/index.ts';
import { useDiagnoses, useFollowUpDuty, useNote, useVisitBasis } from '../../chart/bench.index.ts';
import { useVisitDocuments } from '../../documents/index.ts';
import { useVisitPrescriptions } from '../../prescribing/bench.index.ts';
import { useReviewThreads } from '../../review/index.ts';
import { completionNeeds } from './completion-needs.ts';

/** What must be done before the visit on the bench can be completed, and which tasks are open. */
export function useCompletionNeeds(visitId: string) {
  const bench = useBenchStore();
  const note = useNote(visitId);
  const diagnoses = useDiagnoses(visitId);
  const { duty } = useFollowUpDuty();
  const basis = useVisitBasis(visitId);
  const prescriptions = useVisitPrescriptions(visitId);
  const threads = useReviewThreads(() => visitId);
  const documents = useVisitDocuments(() => visitId);
  return computed(() =>
    completionNeeds({
      note: note.data.value,
      diagnoses: diagnoses.data.value,
      basis: duty.value ? basis.data.value : null,
      prescriptions: prescriptions.data.value,
      unsavedLines: bench.unsavedLines,
      threads: threads.data.value?.items,
      documents: documents.data.value,
    }),
  );
}
