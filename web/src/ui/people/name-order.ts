import type { Locale } from '@yunzhen/shared/core/locale';

/** A person's name as its readers write it: 李伟 for readers of Chinese, Li Wei for others where that is known. */
export function nameInOrder(name: string, latin: string | undefined, locale: Locale): string {
  return locale === 'zh-CN' || !latin ? name : latin;
}
