import type { Locale } from '@yunzhen/shared/core/locale';

/** What a public page tells readers that run no script, such as search engines. */
export interface PageHead {
  locale: Locale;
  title: string;
  description: string;
  /** The page’s own address, whatever address it was requested at. */
  canonical: string;
  /** Structured data (schema.org), where the page has some. */
  data: object | null;
  /** Whether search engines may show the page. */
  indexed: boolean;
}

/** A page as a browser or a search engine requests it. */
export interface PageRequest {
  /** Without the query. */
  path: string;
  host: string;
  /** The `Accept-Language` header. */
  languages: string | undefined;
}

/** Returns the head of a public page; null for other pages. */
export type PageHeadOf = (request: PageRequest) => Promise<PageHead | null>;

/** Returns index.html with the head of a public page. Texts that people typed stay texts. */
export function withHead(html: string, { locale, title, description, canonical, data, indexed }: PageHead): string {
  const json = data && `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
  const link = `<link rel="canonical" href="${escaped(canonical)}" />`;
  const robots = indexed ? '' : '<meta name="robots" content="noindex" />';
  // Functions: in a text as replacement, `$&` would be a pattern.
  return html
    .replace(/<html lang="[^"]*"/, () => `<html lang="${locale}"`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(/(<meta name="description" content=)"[^"]*"/, (_, name: string) => `${name}"${escaped(description)}"`)
    .replace('</head>', () => `  ${link}\n    ${json ?? ''}${robots}\n  </head>`);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
