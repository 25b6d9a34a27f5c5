import { useRouter } from 'vue-router';
import { useBenchStore } from '../../../core/bench/index.ts';
import type { CommandId } from './bench-commands.ts';
import { firstMissing } from './completion-needs.ts';
import { useCompletionNeeds } from './use-completion-needs.ts';

/** Returns a function that executes a command of the bench. */
export function useBenchCommands(visitId: string): (command: CommandId) => void {
  const bench = useBenchStore();
  const router = useRouter();
  const needs = useCompletionNeeds(visitId);

  /** Opens the panel, or shows the first thing that is missing. A note is asked to be signed, which names its empty sections; then the panel follows. */
  async function complete() {
    const missing = firstMissing(needs.value);
    if (missing?.part === 'note' && missing.state === 'left') {
      if ((await bench.askToSign('note')) === true && !firstMissing(needs.value)) bench.panel = 'complete';
    } else if (missing) void bench.goTo(missing.part);
    else bench.panel = 'complete';
  }

  const actions: Record<CommandId, () => unknown> = {
    patient: () => bench.showPatient(),
    note: () => bench.goTo('note'),
    diagnosis: () => bench.goTo('diagnosis'),
    prescription: () => bench.goTo('prescription'),
    documents: () => bench.goTo('documents'),
    chat: () => bench.goTo('chat'),
    queue: () => router.push('/workbench'),
    picture: () => (bench.callSmall = !bench.callSmall),
    'save-now': () => bench.saveNow(),
    'sign-note': () => bench.askToSign('note'),
    'sign-prescription': () => bench.askToSign('prescription'),
    complete,
    refer: () => (bench.panel = 'refer'),
    'hand-over': () => (bench.panel = 'hand-over'),
    commands: () => (bench.panel = 'commands'),
    help: () => (bench.panel = 'help'),
  };
  return (command) => void actions[command]();
}
