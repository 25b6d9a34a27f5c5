import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCodes, errorStatus } from '../../shared/src/core/errors.ts';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

type Texts = Record<string, { title: string; text: string }>;

export async function errorCodesPage(): Promise<string> {
  const folder = join(root, 'web/src/app/texts/en');
  const modules = await Promise.all(
    ['errors.ts', 'patient-errors.ts', 'staff-errors.ts'].map(
      async (file) => (await import(pathToFileURL(join(folder, file)).href)) as { default: Texts },
    ),
  );
  const texts: Texts = Object.assign({}, ...modules.map((module) => module.default));
  return page(
    'Error codes',
    '`shared/src/core/errors.ts`',
    'The code is part of the contract: the browser translates it, and the HTTP status follows from it. [Errors](../mechanisms/errors.md) describes the mechanism.',
    table(
      ['Code', 'Status', 'People read'],
      errorCodes.map((code) => [`\`${code}\``, String(errorStatus[code]), texts[code]?.title ?? '']),
    ),
  );
}
