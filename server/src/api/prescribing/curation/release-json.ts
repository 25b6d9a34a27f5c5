import { importedTable, type DecisionAction } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import type { ReleasedBase } from '../imports/imported-bases.ts';
import { knowledgeTableNames, type KnowledgeTables } from '../safety/knowledge/knowledge-tables.ts';
import { importsOfRelease } from '../safety/knowledge/released-knowledge.ts';
import type { Decided } from './decided-tables.ts';
import type { KnowledgeReleaseRow } from './knowledge-release.entity.ts';
import { sha256Of } from './ruled-rows.ts';

/** The JWS `typ` of a release. */
export const RELEASE_JWS_TYPE = 'yunzhen-knowledge-release';

/**
 * Returns the canonical JSON of a whole set: every row that is active, and the signed decisions behind it. It depends on nothing else, so the same
 * set has the same digest. `current`: decisions about rows as they are now.
 */
export function releaseContent(
  tables: KnowledgeTables,
  base: string,
  current: readonly Decided[],
  imported: ReleasedBase | null = null,
): string {
  const signed = current.toSorted(byRule);
  return canonicalJson({
    schema: 'yunzhen/knowledge-release/1',
    base,
    imports: imported ? [{ ...imported }] : [],
    decisions: signed.map(({ ruleTable, ruleId, version, action }) => ({
      table: ruleTable,
      rule: ruleId,
      version,
      action,
    })),
    tables: Object.fromEntries(knowledgeTableNames.map((name) => [name, tables[name].map(({ row }) => ({ ...row }))])),
  });
}

/** A decision that a release names. */
interface ReleasedDecision {
  readonly table: string;
  readonly rule: string;
  readonly action: DecisionAction;
}

export const isImported = ({ table }: ReleasedDecision) => table === importedTable;

/** Returns the decisions that a release names and that the test holds for. */
export function decisionsIn(content: string, holds: (decision: ReleasedDecision) => boolean): ReleasedDecision[] {
  const { decisions } = JSON.parse(content) as { decisions: ReleasedDecision[] };
  return decisions.filter(holds);
}

function byRule(a: Decided, b: Decided): number {
  const [one, other] = [`${a.ruleTable} ${a.ruleId}`, `${b.ruleTable} ${b.ruleId}`];
  return one < other ? -1 : 1;
}

type Named = Pick<KnowledgeReleaseRow, 'id' | 'hospitalId' | 'number' | 'sha256' | 'baseVersion' | 'madeBy' | 'madeAt'>;

/** Returns what the hospital signs. The digest covers the whole set, which would be too large for a token. */
export function releaseStatement({ id, hospitalId, number, sha256, baseVersion, madeBy, madeAt }: Named): JsonValue {
  return {
    schema: 'yunzhen/knowledge-release-statement/1',
    id,
    hospitalId,
    number,
    digest: `sha256:${sha256}`,
    base: baseVersion,
    madeBy,
    madeAt: madeAt.toISOString(),
  };
}

/** Returns whether a stored release is what the hospital signed; `signed` is the payload of its verified signature. */
export function isAsSigned(
  row: Named & Pick<KnowledgeReleaseRow, 'content' | 'imported'>,
  signed: JsonValue | null,
): boolean {
  if (signed === null || canonicalJson(signed) !== canonicalJson(releaseStatement(row))) return false;
  if (sha256Of(row.content) !== row.sha256) return false;
  const imports = importsOfRelease(row.content);
  // A set of another layout is what was signed, and this program cannot use any part of it.
  if (imports === null) return true;
  const [base] = imports;
  return base ? row.imported !== null && sha256Of(row.imported) === base.packed : row.imported === null;
}
