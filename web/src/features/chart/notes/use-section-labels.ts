import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
import type { NoteSection } from '@yunzhen/shared/chart/note';
import { useText } from '../../../core/i18n/index.ts';

/** Returns functions that name a note’s sections in the form of the hospital: SOAP or the outpatient record. */
export function useSectionLabels(form: () => NoteForm) {
  const { t } = useText();
  const isOutpatient = () => form() === 'outpatient';
  return {
    labelOf: (section: NoteSection) =>
      isOutpatient() ? t(`workbench.outpatientNote.${section}`) : t(`workbench.note.${section}`),
    placeholderOf: (section: NoteSection) =>
      isOutpatient() ? t(`workbench.outpatientNote.${section}Placeholder`) : t(`workbench.note.${section}Placeholder`),
    neededToSign: () => t(isOutpatient() ? 'workbench.outpatientNote.neededToSign' : 'workbench.note.neededToSign'),
  };
}
