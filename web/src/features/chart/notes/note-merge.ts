import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';

export interface SectionConflict {
  readonly section: NoteSection;
  readonly mine: string;
  readonly theirs: string;
  /** The suggestion: the side that alone has changed it, else the doctor’s own text. */
  readonly suggested: string;
  /** Both sides have changed it. */
  readonly bothChanged: boolean;
}

export const blankNote: NoteContent = { subjective: '', objective: '', assessment: '', plan: '' };

export function sameNote(a: NoteContent, b: NoteContent): boolean {
  return noteSections.every((section) => a[section] === b[section]);
}

/** Returns the sections that differ between two notes with the same base, with a suggestion for each. */
export function conflictsOf(basis: NoteContent, mine: NoteContent, theirs: NoteContent): SectionConflict[] {
  return noteSections
    .filter((section) => mine[section] !== theirs[section])
    .map((section) => {
      const onlyTheirs = mine[section] === basis[section];
      const onlyMine = theirs[section] === basis[section];
      return {
        section,
        mine: mine[section],
        theirs: theirs[section],
        suggested: onlyTheirs ? theirs[section] : mine[section],
        bothChanged: !onlyTheirs && !onlyMine,
      };
    });
}
