import { shallowReadonly, shallowRef } from 'vue';
import { translateContent, type Locale } from '@yunzhen/shared/core/locale';
import type { ErrorTexts, MessageTree } from './message-shape.ts';
import { localeKey, storedLocale } from './preferred-locale.ts';
import type { FurtherErrors, TextArea, TextSource } from './text-source.ts';
import { say } from './translator.ts';

interface Texts {
  areas?: Record<string, MessageTree>;
  errors?: Partial<ErrorTexts>;
}
type Language = Required<Texts>;

const every = 'every';
const furtherErrors = ['patient-errors', 'staff-errors'] as const satisfies readonly FurtherErrors[];
/** Parts for a page that does not declare which texts it needs. */
export const allTexts = [every, ...furtherErrors] as const;
type Part = TextArea | (typeof allTexts)[number];

const locale = shallowRef<Locale>('en');
/** The language chosen last; differs from `locale` while it loads. */
let wanted: Locale = 'en';
const language = shallowRef<Language>();
/** Parts that the pages opened so far need; a change of language loads all of them. */
const needed = new Set<Part>();
const fetched = new Map<string, Promise<Texts>>();
let source: TextSource | undefined;

export const currentLocale = shallowReadonly(locale);

export function currentErrorTexts(): Partial<ErrorTexts> | undefined {
  return language.value?.errors;
}

/** Sets the source of the texts; call it before the first `setLocale`. */
export function provideTexts(from: TextSource): void {
  source = from;
  for (const area of from.startAreas) needed.add(area);
}

/** Loads further error texts without waiting: before a page meets such an error, or when another page did. The display updates once they are loaded. */
export function needErrorTexts(of: readonly FurtherErrors[] = furtherErrors): void {
  needTexts(of).catch(() => undefined);
}

const isFurther = (part: Part): part is FurtherErrors => furtherErrors.some((errors) => errors === part);

/** Returns a text in the reader’s language, or its key where the page did not load it. */
export function sayIn(key: string, named: Record<string, string | number>, count?: number): string {
  return say(language.value?.areas ?? {}, key, { locale: locale.value, named, count }) ?? key;
}

/** Loads the language where needed and applies it everywhere at once, with the texts of `page`. Remembers the choice in this browser. */
export async function setLocale(next: Locale, page: readonly Part[] = []): Promise<void> {
  for (const part of page) needed.add(part);
  if (!(await showLocale(next))) return;
  try {
    localStorage.setItem(localeKey, next);
  } catch {
    // Without storage the choice applies to this page only.
  }
}

/** Returns false when another language was chosen while this one was loading. */
async function showLocale(next: Locale): Promise<boolean> {
  wanted = next;
  const [errors, content] = await Promise.all([
    texts().loadErrorTexts(next),
    texts().loadContent(next),
    fetchNeeded(next),
  ]);
  // Also what a page needs that opened in the meantime. Nothing may come between the last check and the change of language.
  let parts: Texts[];
  do parts = await fetchNeeded(next);
  while (parts.length < needed.size);
  if (wanted !== next) return false;
  translateContent(next, content);
  language.value = joined({ areas: {}, errors }, parts);
  locale.value = next;
  document.documentElement.lang = next;
  return true;
}

/** Fetches what the pages opened so far need. */
function fetchNeeded(of: Locale): Promise<Texts[]> {
  return Promise.all([...needed].map((part) => fetchPart(of, part)));
}

/** Loads the texts of a page before it is shown; without a list, loads all texts. */
export async function needTexts(parts: readonly Part[] = allTexts): Promise<void> {
  const missing = parts.filter((part) => !needed.has(part) && (isFurther(part) || !needed.has(every)));
  if (missing.length === 0) return;
  const of = locale.value;
  const loaded = await Promise.all(missing.map((part) => fetchPart(of, part)));
  if (locale.value !== of) return needTexts(parts);
  for (const part of missing) needed.add(part);
  if (language.value) language.value = joined(language.value, loaded);
}

function joined(before: Language, parts: readonly Texts[]): Language {
  return {
    areas: Object.assign({}, before.areas, ...parts.map(({ areas }) => areas)) as Language['areas'],
    errors: Object.assign({}, before.errors, ...parts.map(({ errors }) => errors)) as Language['errors'],
  };
}

/** Fetches each file once; a failed fetch is retried on the next call. */
function fetchPart(of: Locale, part: Part): Promise<Texts> {
  const name = `${of} ${part}`;
  const known = fetched.get(name);
  if (known) return known;
  const coming = loadPart(of, part);
  fetched.set(name, coming);
  coming.catch(() => fetched.delete(name));
  return coming;
}

async function loadPart(of: Locale, part: Part): Promise<Texts> {
  if (isFurther(part)) return { errors: await texts().loadFurtherErrorTexts(of, part) };
  return { areas: part === every ? await texts().loadEveryArea(of) : { [part]: await texts().loadArea(of, part) } };
}

function texts(): TextSource {
  if (!source) throw new Error('no texts are configured');
  return source;
}

/** Applies a language that was chosen in another tab of this browser. Stores nothing, so that two tabs never overwrite each other’s choice. */
export function followOtherTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    const chosen = key === localeKey ? storedLocale() : undefined;
    if (chosen && chosen !== wanted) void showLocale(chosen);
  });
}
