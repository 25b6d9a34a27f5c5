import type { Account } from '@yunzhen/shared/accounts/auth.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { filled, type ReadTemplate } from '../../core/api/page-read.ts';

declare global {
  interface Window {
    /** Requests all files of the page at this path; only in the production build (boot/first-requests.ts). */
    requestPageFiles?: (path: string) => void;
  }
}

export interface Page {
  /** A regular expression, with a named group for each parameter. */
  path: string;
  /** The page and its layout, as paths below `web`. */
  components: string[];
  /** Text areas besides those of every page. */
  areas: readonly string[];
  /** Whether the page needs a session. */
  session: boolean;
  /** What the page reads first. */
  reads?: ReadTemplate[] | undefined;
  /** The step of the patient’s way that the page belongs to. */
  journey?: string | undefined;
}

/** Written into index.html by build/preload.ts. Numbers are indexes of `names`. */
export interface FirstFiles {
  /** Names of files in /assets, without `.js`. */
  names: string[];
  /** Files of the texts of an area, by language; `start` has those of every page. */
  texts: Record<Locale, Record<string, number[]> & { start: number[] }>;
  pages: (Omit<Page, 'components' | 'journey'> & { files: number[] })[];
}

/** Returns functions that request the files of a page, each once; undefined in development, where index.html has no list. */
export function pageFiles(locale: Locale) {
  const list = document.getElementById('first-files')?.textContent;
  if (!list) return undefined;
  const { names, texts, pages } = JSON.parse(list) as FirstFiles;
  const requested = new Set<number>();
  function request(places: readonly number[] = []): void {
    for (const place of places) {
      if (requested.has(place)) continue;
      requested.add(place);
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = `/assets/${names[place]}.js`;
      document.head.append(link);
    }
  }
  const pageAt = (path: string) => pages.find((page) => patternOf(page).test(path));
  return {
    needsSession: (path: string) => pageAt(path)?.session ?? false,
    /** Returns what the page at this path reads first. Nothing for staff, and for patients who must agree to new texts: the page will not open. */
    readsOf(path: string, account?: Pick<Account, 'patientId' | 'agreementsDue'>): ReadTemplate[] {
      const page = pageAt(path);
      const isRedirected = account && (!account.patientId || account.agreementsDue.length > 0);
      if (!page?.reads || isRedirected) return [];
      const values = { ...patternOf(page).exec(path)?.groups, patientId: account?.patientId };
      return page.reads.map((read) => filled(read, values)).filter((read) => read !== undefined);
    },
    requestStart: () => request(texts[locale].start),
    request(path: string): void {
      const page = pageAt(path);
      request(page?.files);
      for (const area of page?.areas ?? []) request(texts[locale][area]);
    },
  };
}

const patternOf = ({ path }: Pick<Page, 'path'>) => new RegExp(`^${path}/?$`);
