import { computed, onScopeDispose, shallowRef } from 'vue';
import { useEventListener } from '@vueuse/core';
import { codeOf } from '../i18n/index.ts';
import { mayPass } from '../api/retry.ts';
import { drafts } from './drafts/index.ts';
import { Autosave, type AutosavePorts, type FailureReason } from './autosave.ts';
import type { AutosaveMachine, StoredDraft, Revision } from './autosave-state.ts';

/** After these the thing itself has moved on; looking at it tells how. */
const overtaken = new Set<string>(['resource.stale', 'note.signed', 'prescription.transition-refused']);
/** A session that has run out is opened again by the same person; the text waits for that. */
const passing = new Set<string>(['auth.required', 'auth.session-expired', 'request.rate-limited', 'internal']);

function reasonOf(error: unknown): FailureReason {
  const code = codeOf(error);
  if (overtaken.has(code)) return 'stale';
  return mayPass(error) || passing.has(code) ? 'away' : 'refused';
}

/** Autosave for a component: its state as refs, kept drafts under the name, and a last save when the component goes. */
export function useAutosave<Content>(
  machine: AutosaveMachine<Content>,
  options: Pick<AutosavePorts<Content>, 'save' | 'look'> & {
    draftName: string;
    revision: Revision<Content>;
    draft: StoredDraft<Content> | undefined;
  },
) {
  /** Writes into the browser’s storage that have not ended yet. */
  const keeping = shallowRef(0);
  const autosave = new Autosave(
    machine,
    {
      save: options.save,
      look: options.look,
      reasonOf,
      keep(draft) {
        keeping.value += 1;
        void drafts.keep(options.draftName, draft).finally(() => (keeping.value -= 1));
      },
      forget: () => void drafts.drop(options.draftName),
      later(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    { revision: options.revision, draft: options.draft },
  );
  const state = shallowRef(autosave.state());
  autosave.onState((next) => (state.value = next));
  useEventListener(window, 'online', () => autosave.flush());
  useEventListener(window, 'pagehide', () => autosave.flush());
  onScopeDispose(() => autosave.leave());
  /** That something is kept here is not said before it is on the disk. */
  const phase = computed(() => {
    const now = machine.phase(state.value);
    return now === 'away' && keeping.value > 0 ? 'saving' : now;
  });
  return { ...autosave, state, phase };
}
