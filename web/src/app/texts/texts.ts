import type { Locale } from '@yunzhen/shared/core/locale';
import type { ErrorTexts, MessageTree } from '../../core/i18n/message-shape.ts';
import type en from './en/index.ts';
import { fileOfArea } from './text-files.ts';
import type { TextArea, TextSource } from '../../core/i18n/text-source.ts';

declare module '../../core/i18n/text-source.ts' {
  interface RegisteredTexts {
    readonly areas: typeof en;
  }
}

/** The files of text-files.ts, and those with several areas. Each additional file appears twice in the first file of every page. */
const files = import.meta.glob<unknown>(
  [
    './*/{start,index,staff-errors}.ts',
    '../../features/scheduling/texts/booking.*.ts',
    '../../features/calls/texts/call.*.ts',
    '../../features/chart/texts/chart.*.ts',
    '../../features/chat/texts.*.ts',
    '../../features/accounts/texts/closing.*.ts',
    '../../features/accounts/texts/demo-tour.*.ts',
    '../../features/notifications/texts/devices.*.ts',
    '../../features/directory/texts/hospital-page.*.ts',
    '../../features/documents/texts.*.ts',
    '../../features/accounts/texts/entry.*.ts',
    '../../features/calls/texts/guests.*.ts',
    '../../features/accounts/texts/identity.*.ts',
    '../../features/intake/texts.*.ts',
    '../../features/intake/danger-page/texts.*.ts',
    '../../features/calls/texts/media.*.ts',
    '../../features/prescribing/texts/medicine-days.*.ts',
    '../../features/calls/texts/network-check.*.ts',
    '../../features/accounts/texts/own-account.*.ts',
    '../../features/accounts/texts/passkeys.*.ts',
    '../../features/accounts/texts/security.*.ts',
    '../../features/prescribing/texts/prescription-card.*.ts',
    '../../features/visits/texts/ratings.*.ts',
    '../../features/dispensing/texts/receipts.*.ts',
    '../../features/records/texts.*.ts',
    '../../features/accounts/texts/wishes.*.ts',
  ],
  { import: 'default' },
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
  const alone = files[`../../${fileOfArea(area, locale) ?? ''}`];
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
  loadStaffErrorTexts: (locale) => load(locale, 'staff-errors'),
};
