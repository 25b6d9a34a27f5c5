import { shallowReadonly, shallowRef } from 'vue';
import { locales, type Locale } from '@yunzhen/shared/domain/locale';
import type { ErrorTexts } from './error-texts.ts';
import type { MessageTree, PathsOf } from './message-shape.ts';
import type en from './messages/en/index.ts';
import { loadArea, loadErrorTexts, loadEveryArea, startAreas, type TextArea } from './texts.ts';
import { say } from './translator.ts';

export type MessageKey = PathsOf<typeof en>;

interface Language {
  areas: Record<string, MessageTree>;
  errors: ErrorTexts;
}

const storageKey = 'yunzhen.locale';
const every = 'every';
/** What a page that does not say what it needs is given. */
export const allTexts = [every] as const;

const locale = shallowRef<Locale>('en');
const language = shallowRef<Language>();
/** What the pages that were opened so far need; a change of language brings all of it. */
const needed = new Set<TextArea | typeof every>(startAreas);
const fetched = new Map<string, Promise<Record<string, MessageTree>>>();

export const currentLocale = shallowReadonly(locale);

export function currentErrorTexts(): ErrorTexts | undefined {
  return language.value?.errors;
}

/** A text in the reader’s language; its key where the page did not ask for it. */
export function sayIn(key: string, named: Record<string, string | number>, count?: number): string {
  return say(language.value?.areas ?? {}, key, named, count) ?? key;
}

/** The language to start with: the one chosen here before, else the first of the browser's that we speak. */
export function preferredLocale(): Locale {
  const chosen = readStored();
  if (chosen) return chosen;
  for (const wish of navigator.languages) {
    if (wish.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (wish.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

/** Loads the language where needed and shows it everywhere at once, with the texts of `page`. Remembers it in this browser. */
export async function setLocale(next: Locale, page: readonly (TextArea | typeof every)[] = []): Promise<void> {
  for (const area of page) needed.add(area);
  const [errors, ...areas] = await Promise.all([
    loadErrorTexts(next),
    ...[...needed].map((area) => fetchArea(next, area)),
  ]);
  language.value = { errors, areas: Object.assign({}, ...areas) as Record<string, MessageTree> };
  locale.value = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** Brings the texts of a page before it is shown; without a list, all that there are. */
export async function needTexts(areas: readonly (TextArea | typeof every)[] = allTexts): Promise<void> {
  const missing = areas.filter((area) => !needed.has(area));
  if (missing.length === 0 || needed.has(every)) return;
  const loaded = await Promise.all(missing.map((area) => fetchArea(locale.value, area)));
  for (const area of missing) needed.add(area);
  const before = language.value;
  if (before) language.value = { ...before, areas: Object.assign({}, before.areas, ...loaded) as Language['areas'] };
}

/** Each file is fetched once; one that did not come is asked for anew. */
function fetchArea(of: Locale, area: TextArea | typeof every): Promise<Record<string, MessageTree>> {
  const name = `${of} ${area}`;
  const known = fetched.get(name);
  if (known) return known;
  const coming = area === every ? loadEveryArea(of) : loadArea(of, area).then((tree) => ({ [area]: tree }));
  fetched.set(name, coming);
  coming.catch(() => fetched.delete(name));
  return coming;
}

/** Follows the language that was chosen in another tab of this browser. */
export function followOtherTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    const chosen = key === storageKey ? readStored() : undefined;
    if (chosen && chosen !== locale.value) void setLocale(chosen);
  });
}

function readStored(): Locale | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return locales.find((known) => known === stored);
  } catch {
    return undefined;
  }
}
