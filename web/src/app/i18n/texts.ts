import type { Locale } from '@yunzhen/shared/domain/locale';
import type { ErrorTexts } from './error-texts.ts';
import type { MessageTree } from './message-shape.ts';
import type en from './messages/en/index.ts';

/** A part of the texts that is fetched by itself, named by the first word of its keys. */
export type TextArea = keyof typeof en;

/** Where a file is not called as its keys are. */
const fileNames: Partial<Record<TextArea, string>> = {
  medicines: 'medicine-days',
  networkCheck: 'network-check',
  secondFactor: 'second-factor',
};

const files = import.meta.glob<MessageTree>('./messages/*/*.ts', { import: 'default' });

/** Every page has these. */
export const startAreas: readonly TextArea[] = ['common', 'account', 'care'];

export function loadArea(locale: Locale, area: TextArea): Promise<MessageTree> {
  return load(`./messages/${locale}/${fileNames[area] ?? area}.ts`);
}

export async function loadErrorTexts(locale: Locale): Promise<ErrorTexts> {
  return (await load(`./messages/${locale}/errors.ts`)) as ErrorTexts & MessageTree;
}

/** The whole language, for pages that do not say what they need. */
export async function loadEveryArea(locale: Locale): Promise<Record<string, MessageTree>> {
  return (await load(`./messages/${locale}/index.ts`)) as Record<string, MessageTree>;
}

async function load(path: string): Promise<MessageTree> {
  const loader = files[path];
  if (!loader) throw new Error(`no texts at ${path}`);
  return loader();
}
