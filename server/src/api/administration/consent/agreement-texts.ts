import type { Tx } from '../../../platform/db/transaction.ts';
import { standardVersion } from './standard/standard-texts.ts';

const kinds = ['privacy', 'terms'] as const;

/** A text that patients agree to: its version in force, and the versions whose agreement still counts. */
export interface AgreementText {
  kind: (typeof kinds)[number];
  version: string;
  counting: string[];
}

interface VersionRow {
  kind: string;
  version: string;
  asksAgreement: boolean;
}

/** The privacy notice and the terms of the transaction’s hospital. */
export async function agreementTexts(tx: Tx): Promise<AgreementText[]> {
  const rows = await tx.query<VersionRow>(
    `SELECT kind, version, bool_or(asks_agreement) AS "asksAgreement" FROM consent_text
     WHERE kind = ANY ($1) AND valid_from <= $2
     GROUP BY kind, version ORDER BY max(valid_from) DESC, version DESC`,
    [kinds, tx.now],
  );
  return kinds.map((kind) => ({ kind, ...countingVersions(rows.filter((row) => row.kind === kind)) }));
}

/**
 * Versions in force or earlier, newest first: the newest is the version, and agreements count from the last one that asked. The standard
 * text precedes them all.
 */
export function countingVersions(newestFirst: readonly Omit<VersionRow, 'kind'>[]): Omit<AgreementText, 'kind'> {
  const versions = [...newestFirst, { version: standardVersion, asksAgreement: true }];
  const lastAsking = versions.findIndex(({ asksAgreement }) => asksAgreement);
  const counting = versions.slice(0, lastAsking + 1).map(({ version }) => version);
  return { version: counting[0] ?? standardVersion, counting };
}
