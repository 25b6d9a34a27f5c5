import type { MessageKey } from '../../../core/i18n/index.ts';

/** Something a doctor can do on the bench: by shortcut, in the command palette, and shown in the help. */
export interface BenchCommand {
  readonly id: CommandId;
  readonly group: 'goTo' | 'act';
  readonly label: MessageKey;
  readonly icon: string;
  /** Keys as the shortcuts of the UI kit name them, e.g. `alt_n`; `meta` is Ctrl where there is no ⌘. */
  readonly keys?: string;
}

export type CommandId =
  | 'patient'
  | 'note'
  | 'diagnosis'
  | 'prescription'
  | 'chat'
  | 'queue'
  | 'picture'
  | 'save-now'
  | 'sign-note'
  | 'sign-prescription'
  | 'complete'
  | 'refer'
  | 'hand-over'
  | 'commands'
  | 'help';

/** In the order in which the palette and the help show them. */
export const benchCommands: readonly BenchCommand[] = [
  { id: 'note', group: 'goTo', label: 'workbench.keys.note', icon: 'i-lucide-notebook-pen', keys: 'alt_n' },
  { id: 'diagnosis', group: 'goTo', label: 'workbench.keys.diagnosis', icon: 'i-lucide-clipboard-list', keys: 'alt_d' },
  { id: 'prescription', group: 'goTo', label: 'workbench.keys.prescription', icon: 'i-lucide-pill', keys: 'alt_p' },
  { id: 'chat', group: 'goTo', label: 'workbench.keys.chat', icon: 'i-lucide-message-square-text', keys: 'alt_m' },
  { id: 'patient', group: 'goTo', label: 'workbench.keys.patient', icon: 'i-lucide-user', keys: 'alt_i' },
  { id: 'queue', group: 'goTo', label: 'workbench.keys.queue', icon: 'i-lucide-users', keys: 'alt_q' },
  { id: 'picture', group: 'act', label: 'workbench.keys.picture', icon: 'i-lucide-picture-in-picture', keys: 'alt_c' },
  { id: 'save-now', group: 'act', label: 'workbench.keys.saveNow', icon: 'i-lucide-cloud-upload', keys: 'meta_s' },
  { id: 'sign-note', group: 'act', label: 'workbench.keys.signNote', icon: 'i-lucide-signature' },
  { id: 'sign-prescription', group: 'act', label: 'workbench.keys.signPrescription', icon: 'i-lucide-signature' },
  { id: 'complete', group: 'act', label: 'workbench.keys.complete', icon: 'i-lucide-circle-check-big' },
  { id: 'refer', group: 'act', label: 'workbench.keys.refer', icon: 'i-lucide-hospital' },
  { id: 'hand-over', group: 'act', label: 'workbench.keys.handOver', icon: 'i-lucide-arrow-left-right' },
  { id: 'commands', group: 'act', label: 'workbench.keys.commands', icon: 'i-lucide-command', keys: 'meta_k' },
  { id: 'help', group: 'act', label: 'workbench.keys.showHelp', icon: 'i-lucide-keyboard', keys: '?' },
];

/** The keys one by one, as they are shown. */
export function keysOf(command: BenchCommand): string[] {
  return command.keys?.split('_') ?? [];
}
