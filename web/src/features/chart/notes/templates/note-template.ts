import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections } from '@yunzhen/shared/chart/note';
import { type Locale, type LocalizedText, readsHan } from '@yunzhen/shared/core/locale';

/** Prompts for the note of one complaint: what to ask, look at and think of. Nothing in it is a finding. */
export interface NoteTemplate {
  readonly id: string;
  readonly name: LocalizedText;
  /** Words of a complaint, in either language and small letters, that this template is offered for. */
  readonly words: readonly string[];
  readonly en: NoteContent;
  readonly zh: NoteContent;
}

/**
 * The templates for what the patient says, best first: by how many of their words it holds. Those that no word speaks for come
 * after, in the catalogue’s order, and `offered` counts those before them.
 */
export function templatesFor(
  complaint: string,
  templates: readonly NoteTemplate[],
): { templates: NoteTemplate[]; offered: number } {
  const said = complaint.toLowerCase();
  const scored = templates.map((template) => ({
    template,
    score: template.words.filter((word) => says(said, word)).length,
  }));
  const hits = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const rest = scored.filter(({ score }) => score === 0);
  return { templates: [...hits, ...rest].map(({ template }) => template), offered: hits.length };
}

/** Latin words count as whole words or their beginnings ("coughing" says "cough", "brash" does not say "rash"). */
function says(said: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return said.includes(word);
  return new RegExp(`(^|[^a-z])${word}`).test(said);
}

/** Adds a template below what is written. What was typed stays as it is, and a text that is there already is not doubled. */
export function withTemplate(content: NoteContent, template: NoteTemplate, locale: Locale): NoteContent {
  const added = readsHan(locale) ? template.zh : template.en;
  const sections = noteSections.map((section) => {
    const typed = content[section];
    const text = added[section];
    if (text === '' || typed.includes(text)) return [section, typed];
    return [section, typed.trim() === '' ? typed + text : `${typed.replace(/\n$/, '')}\n${text}`];
  });
  return Object.fromEntries(sections) as NoteContent;
}
