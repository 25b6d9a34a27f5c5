import type { Locale } from '@yunzhen/shared/core/locale';
import type { ErrorTexts, MessageTree } from '../../core/i18n/message-shape.ts';
import type en from './en/index.ts';
import { pageTextsOf } from './text-files.ts';
import type { TextArea, TextSource } from '../../core/i18n/text-source.ts';

declare module '../../core/i18n/text-source.ts' {
  interface RegisteredTexts {
    readonly areas: typeof en;
  }
}

/** Each further file appears twice in the first file of every page: texts of staff pages are together in `index`. */
const files = import.meta.glob<unknown>(
  ['./*/{start,index,patient-errors,staff-errors}.ts', '../../features/*/texts/page/*.ts'],
  {
    import: 'default',
  },
);

/** A language other than the first two brings translations of texts in shared code, keyed by their English. */
const content = import.meta.glob<Record<string, string>>('../../../../shared/src/core/content/*.json', {
  import: 'default',
});

/** Areas that every page has; they load with the error texts. */
export const startAreas = ['common', 'account', 'care'] as const satisfies readonly TextArea[];
type StartArea = (typeof startAreas)[number];

interface StartTexts {
  areas: Record<StartArea, MessageTree>;
  errors: Partial<ErrorTexts>;
}

const isStart = (area: TextArea): area is StartArea => startAreas.some((start) => start === area);

async function loadArea(locale: Locale, area: TextArea): Promise<MessageTree> {
  if (isStart(area)) return (await load<StartTexts>(locale, 'start')).areas[area];
  const alone = Object.entries(files).find(([path]) => path.endsWith(pageTextsOf(area, locale)))?.[1];
  return alone ? ((await alone()) as MessageTree) : ((await loadEveryArea(locale))[area] ?? {});
}

function loadEveryArea(locale: Locale): Promise<Record<string, MessageTree>> {
  return load(locale, 'index');
}

async function load<Texts>(locale: Locale, file: string): Promise<Texts> {
  const loader = files[`./${locale}/${file}.ts`];
  if (!loader) throw new Error(`texts ${file} in ${locale} not found`);
  return (await loader()) as Texts;
}

/** The texts of every area, as the i18n core loads them. */
export const appTexts: TextSource = {
  startAreas,
  loadArea,
  loadEveryArea,
  loadContent: async (locale) => (await content[`../../../../shared/src/core/content/${locale}.json`]?.()) ?? {},
  loadErrorTexts: async (locale) => (await load<StartTexts>(locale, 'start')).errors,
  loadFurtherErrorTexts: load,
};
