import { useText } from '../../../core/i18n/index.ts';
import { isOpenTask, type CompletionNeed } from './completion-needs.ts';

/** Returns a function that names a need in the reader’s language. */
export function useNeedLabel(): (need: CompletionNeed) => string {
  const { t, plural } = useText();
  return (need) => {
    if (isOpenTask(need))
      return need.state === 'open'
        ? plural(`workbench.bar.${need.part}.open`, need.count)
        : t(`workbench.bar.${need.part}.unknown`);
    if (need.part === 'prescription') return t(`workbench.bar.prescription.${need.state}`);
    return need.part === 'diagnosis'
      ? t(`workbench.bar.diagnosis.${need.state}`)
      : t(`workbench.bar.note.${need.state}`);
  };
}
