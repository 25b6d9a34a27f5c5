import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';
import { sectionsWithBlanks } from '@yunzhen/shared/chart/note-blank';
import type { FieldError } from '@yunzhen/shared/core/errors';

export const emptyContent: NoteContent = { subjective: '', objective: '', assessment: '', plan: '' };

export function sameContent(one: NoteContent, other: NoteContent): boolean {
  return noteSections.every((section) => one[section] === other[section]);
}

/** Sections without which a note can’t be signed: the doctor’s conclusion and the plan. */
const neededToSign: readonly NoteSection[] = ['assessment', 'plan'];

/** Returns what prevents a signature: needed sections that are empty, and sections with a blank of a template. */
export function unfinishedSections(content: NoteContent): FieldError[] {
  return [
    ...neededToSign.filter((section) => content[section].trim() === '').map((path) => ({ path, rule: 'required' })),
    ...sectionsWithBlanks(content).map((path) => ({ path, rule: 'blank' })),
  ];
}
