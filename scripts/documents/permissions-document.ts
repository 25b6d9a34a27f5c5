import { permissionTable, roles } from '../../shared/src/core/permission.ts';
import { page, table } from './markdown.ts';

export function permissionsPage(): string {
  return page(
    'Permissions',
    '`shared/src/core/permission.ts`',
    'A role may ask for what its permissions name. Whether this patient or this visit is the caller’s own is decided by the policy of the area after that.',
    table(
      ['Permission', ...roles],
      Object.entries(permissionTable).map(([permission, held]) => [
        `\`${permission}\``,
        ...roles.map((role) => ((held as readonly string[]).includes(role) ? '✓' : '')),
      ]),
    ),
  );
}
