import type { MessageKey } from '../../../core/i18n/index.ts';
import type { Component } from 'vue';
import IconArrowLeftRight from '~icons/lucide/arrow-left-right';
import IconCircleCheckBig from '~icons/lucide/circle-check-big';
import IconClipboardList from '~icons/lucide/clipboard-list';
import IconCloudUpload from '~icons/lucide/cloud-upload';
import IconCommand from '~icons/lucide/command';
import IconFiles from '~icons/lucide/files';
import IconHospital from '~icons/lucide/hospital';
import IconKeyboard from '~icons/lucide/keyboard';
import IconMessageSquareText from '~icons/lucide/message-square-text';
import IconNotebookPen from '~icons/lucide/notebook-pen';
import IconPictureInPicture from '~icons/lucide/picture-in-picture';
import IconPill from '~icons/lucide/pill';
import IconSignature from '~icons/lucide/signature';
import IconUser from '~icons/lucide/user';
import IconUsers from '~icons/lucide/users';

/** A command of the bench: by shortcut, in the command palette, and listed in the help. */
export interface BenchCommand {
  readonly id: CommandId;
  readonly group: 'goTo' | 'act';
  readonly label: MessageKey;
  readonly icon: Component;
  /** Shortcut in the notation of `isShortcut`, e.g. `alt_n`; `meta` is Ctrl where there is no ⌘. */
  readonly keys?: string;
}

export type CommandId =
  | 'patient'
  | 'note'
  | 'diagnosis'
  | 'prescription'
  | 'documents'
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

/** In the order of palette and help. */
export const benchCommands: readonly BenchCommand[] = [
  { id: 'note', group: 'goTo', label: 'workbench.keys.note', icon: IconNotebookPen, keys: 'alt_n' },
  { id: 'diagnosis', group: 'goTo', label: 'workbench.keys.diagnosis', icon: IconClipboardList, keys: 'alt_d' },
  { id: 'prescription', group: 'goTo', label: 'workbench.keys.prescription', icon: IconPill, keys: 'alt_p' },
  { id: 'documents', group: 'goTo', label: 'workbench.documents.title', icon: IconFiles, keys: 'alt_o' },
  { id: 'chat', group: 'goTo', label: 'workbench.keys.chat', icon: IconMessageSquareText, keys: 'alt_m' },
  { id: 'patient', group: 'goTo', label: 'workbench.keys.patient', icon: IconUser, keys: 'alt_i' },
  { id: 'queue', group: 'goTo', label: 'workbench.keys.queue', icon: IconUsers, keys: 'alt_q' },
  { id: 'picture', group: 'act', label: 'workbench.keys.picture', icon: IconPictureInPicture, keys: 'alt_c' },
  { id: 'save-now', group: 'act', label: 'workbench.keys.saveNow', icon: IconCloudUpload, keys: 'meta_s' },
  { id: 'sign-note', group: 'act', label: 'workbench.keys.signNote', icon: IconSignature },
  { id: 'sign-prescription', group: 'act', label: 'workbench.keys.signPrescription', icon: IconSignature },
  { id: 'complete', group: 'act', label: 'workbench.keys.complete', icon: IconCircleCheckBig },
  { id: 'refer', group: 'act', label: 'workbench.keys.refer', icon: IconHospital },
  { id: 'hand-over', group: 'act', label: 'workbench.keys.handOver', icon: IconArrowLeftRight },
  { id: 'commands', group: 'act', label: 'workbench.keys.commands', icon: IconCommand, keys: 'meta_k' },
  { id: 'help', group: 'act', label: 'workbench.keys.showHelp', icon: IconKeyboard, keys: '?' },
];

/** Returns the keys of a command one by one, for display. */
export function keysOf(command: BenchCommand): string[] {
  return command.keys?.split('_') ?? [];
}
