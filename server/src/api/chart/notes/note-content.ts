import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';

export const emptyContent: NoteContent = { subjective: '', objective: '', assessment: '', plan: '' };

export function sameContent(one: NoteContent, other: NoteContent): boolean {
  return noteSections.every((section) => one[section] === other[section]);
}

/** Sections without which a note can’t be signed: the doctor’s conclusion and the plan. */
const neededToSign: readonly NoteSection[] = ['assessment', 'plan'];

export function missingSections(content: NoteContent): NoteSection[] {
  return neededToSign.filter((section) => content[section].trim() === '');
}
