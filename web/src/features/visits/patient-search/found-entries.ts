import { computed, type Ref } from 'vue';
import { useFormats, useText } from '../../../core/i18n/index.ts';
import { useNames, useSeconds } from '../../../ui/index.ts';
import IconUser from '~icons/lucide/user';
import { matchesName } from './matches-name.ts';
import { usePatientSearch } from './queries.ts';

/** Patients found by name as entries of a finder; `open` is called with the id of the last visit. */
export function useFoundEntries(typed: Ref<string>, open: (visitId: string) => void) {
  const { t, plural } = useText();
  const { personName } = useNames();
  const formats = useFormats();
  const now = useSeconds();
  const { found, searching } = usePatientSearch(typed);
  /** While the next search is under way, those of the one before who still match. */
  const matching = computed(() =>
    typed.value.trim() === '' ? [] : (found.data.value?.items ?? []).filter((each) => matchesName(typed.value, each)),
  );
  const entries = computed(() =>
    matching.value.map(({ id, name, nameLatin, sex, age, lastVisit }) => ({
      id,
      visitId: lastVisit.id,
      label: personName({ name, nameLatin }),
      suffix: `${plural('workbench.facts.age', age)} · ${t(`account.sex.${sex}`)} · ${formats.value.when(lastVisit.at, now.value)}`,
      icon: IconUser,
      kbds: [] as string[],
      onSelect: () => open(lastVisit.id),
    })),
  );
  return { entries, found, searching };
}
