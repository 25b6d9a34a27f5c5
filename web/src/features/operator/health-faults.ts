import type { Health } from './queries.ts';

export const healthParts = ['serving', 'migrations', 'database', 'disk', 'jobs', 'clock', 'calls', 'backups'] as const;
export type HealthPart = (typeof healthParts)[number];

/** Returns the parts that do not work. Backups that are switched off are no fault. */
export function healthFaults({ parts, calls, backups }: Health): HealthPart[] {
  return healthParts.filter((part) => {
    if (part === 'calls') return calls !== 'available';
    if (part === 'backups') return backups.startsWith('late');
    return parts[part] === false;
  });
}
