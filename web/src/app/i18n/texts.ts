import type { Locale } from '@yunzhen/shared/domain/locale';
import type { ErrorTexts, MessageTree } from './message-shape.ts';
import type en from './messages/en/index.ts';
import { fileOfArea } from './text-files.ts';
import type { TextArea, TextSource } from './text-source.ts';

declare module './text-source.ts' {
  interface RegisteredTexts {
    readonly areas: typeof en;
  }
}

/** Those that a page can ask for alone, and what holds several. Every one more is known to the first file of every page, twice. */
const files = import.meta.glob<unknown>(
  './messages/*/{start,index,booking,call,chart,chat,closing,devices,documents,entry,guests,identity,intake,media,medicine-days,network-check,own-account,passkeys,prescription-card,ratings,receipts,record-copy,staff-errors,wishes}.ts',
  { import: 'default' },
);

/** Every page has these; they come together with the words for errors. */
export const startAreas = ['common', 'account', 'care'] as const satisfies readonly TextArea[];
type StartArea = (typeof startAreas)[number];

interface StartTexts {
  areas: Record<StartArea, MessageTree>;
  errors: Partial<ErrorTexts>;
}

const isStart = (area: TextArea): area is StartArea => startAreas.some((start) => start === area);

async function loadArea(locale: Locale, area: TextArea): Promise<MessageTree> {
  if (isStart(area)) return (await load<StartTexts>(locale, 'start')).areas[area];
  const alone = files[address(locale, fileOfArea(area))];
  return alone ? ((await alone()) as MessageTree) : ((await loadEveryArea(locale))[area] ?? {});
}

function loadEveryArea(locale: Locale): Promise<Record<string, MessageTree>> {
  return load(locale, 'index');
}

const address = (locale: Locale, file: string) => `./messages/${locale}/${file}.ts`;

async function load<Texts>(locale: Locale, file: string): Promise<Texts> {
  const loader = files[address(locale, file)];
  if (!loader) throw new Error(`no texts ${file} in ${locale}`);
  return (await loader()) as Texts;
}

/** The texts of every area, as the engine of the pages asks for them. */
export const appTexts: TextSource = {
  startAreas,
  loadArea,
  loadEveryArea,
  loadErrorTexts: async (locale) => (await load<StartTexts>(locale, 'start')).errors,
  loadStaffErrorTexts: (locale) => load(locale, 'staff-errors'),
};
