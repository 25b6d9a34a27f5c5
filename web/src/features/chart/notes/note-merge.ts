import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';

export interface SectionConflict {
  readonly section: NoteSection;
  readonly mine: string;
  readonly theirs: string;
  /** What is suggested: the side that alone has changed it, else one’s own. */
  readonly suggested: string;
  /** Both sides have changed it. */
  readonly bothChanged: boolean;
}

export const blankNote: NoteContent = { subjective: '', objective: '', assessment: '', plan: '' };

export function sameNote(a: NoteContent, b: NoteContent): boolean {
  return noteSections.every((section) => a[section] === b[section]);
}

/** The sections that differ between two notes which grew from the same one, with a suggestion for each. */
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
