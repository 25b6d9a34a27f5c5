import type { AnyRoute, BodyInputOf, QueryInputOf } from '@yunzhen/shared/core/route';
import { searchOf } from './request.ts';

/**
 * A request that a page always sends first, so that it is sent before the app has loaded (app/boot/page-reads.ts). Values that begin with a colon are
 * placeholders: for a parameter of the page’s path, or for the account’s `patientId`. One with a body must be safe to repeat.
 */
export interface PageRead<R extends AnyRoute = AnyRoute> {
  readonly route: R;
  readonly query?: QueryInputOf<R> | undefined;
  readonly body?: (BodyInputOf<R> & Record<string, string>) | undefined;
}

/* @__NO_SIDE_EFFECTS__ */
export function pageRead<R extends AnyRoute>(route: R, input: Omit<PageRead<R>, 'route'> = {}): PageRead<R> {
  return { ...input, route };
}

/** A read as index.html names it. */
export interface ReadTemplate {
  address: string;
  body?: Record<string, string>;
}

export function templateOf({ route, query, body }: PageRead): ReadTemplate {
  const address = route.path + searchOf(query).replaceAll('%3A', ':');
  return body === undefined ? { address } : { address, body };
}

/** Fills the placeholders; returns undefined when one has no value. */
export function filled(
  { address, body }: ReadTemplate,
  values: Readonly<Record<string, string | null | undefined>>,
): ReadTemplate | undefined {
  let isWhole = true;
  const fill = (text: string) =>
    text.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = values[name];
      isWhole &&= Boolean(value);
      return value ?? '';
    });
  const read: ReadTemplate = { address: fill(address) };
  if (body) read.body = Object.fromEntries(Object.entries(body).map(([name, text]) => [name, fill(text)]));
  return isWhole ? read : undefined;
}
