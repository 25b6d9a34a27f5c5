import type { Locale } from '@yunzhen/shared/core/locale';
import type { ErrorTexts, MessageTree, PathsOf } from './message-shape.ts';

/** The texts of the app. The file that collects them adds `areas`, the tree of every text, by declaration merging. */
export interface RegisteredTexts {
  readonly errors: ErrorTexts;
}
type Areas = RegisteredTexts extends { readonly areas: infer Tree } ? Tree : Record<string, MessageTree>;

/** A part of the texts that is fetched separately, named by the first segment of its keys. */
export type TextArea = keyof Areas & string;
/** The dotted path of a text. */
export type MessageKey = RegisteredTexts extends { readonly areas: infer Tree } ? PathsOf<Tree> : string;

/** The error texts that not every page loads. */
export type FurtherErrors = 'patient-errors' | 'staff-errors';

/** Fetches the texts of a language in parts. */
export interface TextSource {
  /** Areas that every page has; they load with the error texts. */
  readonly startAreas: readonly TextArea[];
  loadArea(locale: Locale, area: TextArea): Promise<MessageTree>;
  /** Loads the whole language, for pages that do not declare what they need. */
  loadEveryArea(locale: Locale): Promise<Record<string, MessageTree>>;
  /** Loads translations of English texts in shared code; empty where the language has no file. */
  loadContent(locale: Locale): Promise<Readonly<Record<string, string>>>;
  loadErrorTexts(locale: Locale): Promise<Partial<ErrorTexts>>;
  /** Loads the error texts of pages that are no step of the patient’s way to the call. */
  loadFurtherErrorTexts(locale: Locale, of: FurtherErrors): Promise<Partial<ErrorTexts>>;
}
