import { supportedLocale, type Locale } from '@yunzhen/shared/core/locale';

/** Returns the supported language that an `Accept-Language` header wants most (RFC 9110, 12.5.4); undefined where it names none. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { tag, weight: Number(weight) || 0 };
  });
  const wanted = wishes.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  return supportedLocale(wanted.map(({ tag }) => tag));
}
