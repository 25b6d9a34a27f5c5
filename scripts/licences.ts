/** A package of a CycloneDX document. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

/** Licences compatible with Apache-2.0; LGPL is for libvips, which sharp links dynamically, and OFL for fonts. */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|OFL-1\.1|MPL-2\.0|LGPL-3\.0-or-later|Python-2\.0)$/;

/** Packages that state their licence in a file or an old form only, which the lock lacks. */
const inFile: Readonly<Record<string, string>> = { 'png-js': 'MIT', 'xmlhttprequest-ssl': 'MIT' };

/** Returns the licence as an SPDX expression; empty when none is known. */
export function licenceOf({ name, licenses = [] }: Component): string {
  if (licenses.length === 0) return inFile[name] ?? '';
  return licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '').join(' AND ');
}

/** Parses `(MIT OR GPL-3.0)`: one of the alternatives suffices; with AND each must be allowed. */
export function isAllowed(licence: string): boolean {
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.test(one)));
}
