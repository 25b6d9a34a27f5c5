import { computed, watch } from 'vue';
import { sessionTokens } from '../../../core/api/index.ts';
import { useTabDraft } from '../../../core/autosave/tab/use-tab-draft.ts';

interface Form<Stored, Draft> {
  /** What the server stores; undefined until it is known. */
  stored: () => Stored | undefined;
  draftOf: (stored: Stored) => Draft;
  versionOf: (stored: Stored) => string;
}

/** Returns the draft with the fields of this release, whichever release stored it. */
function inShapeOf<Draft extends object>(fresh: Draft, draft: Draft): Draft {
  const typed = Object.entries(draft).filter(([field]) => field in fresh);
  return { ...fresh, ...Object.fromEntries(typed) };
}

/**
 * The values of a form over what the server stores. Typed values stay in this tab until they are saved or discarded; without any, the form follows
 * the server. `outdated`: the stored values changed after typing began.
 */
export function useKeptForm<Stored, Draft extends object>(
  name: string,
  { stored, draftOf, versionOf }: Form<Stored, Draft>,
) {
  /** A session that ends while no page is open leaves its drafts in the tab. */
  const person = sessionTokens.current()?.account.id ?? '';
  // Stored with its base, so that an unchanged draft is recognised, also after a reload.
  const kept = useTabDraft<{ draft: Draft | null; from: string; version: string; person: string }>(name, {
    draft: null,
    from: '',
    version: '',
    person: '',
  });
  const draft = computed(() => kept.value.draft);
  const changed = computed(() => {
    const now = stored();
    return now !== undefined && draft.value !== null && JSON.stringify(draft.value) !== JSON.stringify(draftOf(now));
  });
  /** The version from which the form began. What it sends names this one, so that a newer one is not overwritten. */
  const basis = computed(() => kept.value.version);
  const outdated = computed(() => {
    const now = stored();
    return now !== undefined && changed.value && kept.value.version !== versionOf(now);
  });

  function replace(next: Draft): void {
    kept.value = { ...kept.value, draft: next };
  }
  function begin(now: Stored): void {
    const fresh = draftOf(now);
    kept.value = { draft: fresh, from: JSON.stringify(fresh), version: versionOf(now), person };
  }
  /** What the form contains when it is sent. */
  const sent = () => JSON.stringify(draft.value);
  /** Follows the answer to what was sent. Values typed since then stay. */
  function saved(now: Stored, before: string): void {
    if (sent() === before) begin(now);
    else kept.value = { ...kept.value, version: versionOf(now) };
  }
  function discard(): void {
    const now = stored();
    if (now !== undefined) begin(now);
  }
  /** Keeps the typed values over the newer version, once the person has seen what changed. */
  function adopt(): void {
    const now = stored();
    if (now !== undefined) kept.value = { ...kept.value, version: versionOf(now) };
  }
  watch(
    stored,
    (now) => {
      if (now === undefined) return;
      if (kept.value.person !== person || !changed.value || sent() === kept.value.from) begin(now);
      else if (draft.value) replace(inShapeOf(draftOf(now), draft.value));
    },
    { immediate: true },
  );
  return { draft, changed, outdated, basis, begin, replace, discard, adopt, sent, saved };
}
