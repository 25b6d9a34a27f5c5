import type { Logger } from '../logging/logger.ts';

/** Warns of a value that earlier releases documented and that is still accepted for now. */
export function warnOfOldValues(env: Readonly<Record<string, string | undefined>>, log: Logger): void {
  for (const name of ['TRUST_PROXY', 'TRUSTED_PROXIES'])
    if (env[name] === 'true')
      log.warn(
        `${name}: "true" counts as 1 proxy and will be rejected later. Write the number of proxies in front, or their addresses and ranges.`,
      );
}
