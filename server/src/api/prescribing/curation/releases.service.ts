import type {
  KnowledgeDifference,
  KnowledgeRelease,
  KnowledgeReleaseDetail,
  listKnowledgeActivations,
  listKnowledgeReleases,
} from '@yunzhen/shared/prescribing/knowledge.contract';
import { importedTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import { shippedTables } from '../safety/knowledge/knowledge-tables.ts';
import {
  importsOfRelease,
  knowledgeOfRelease,
  limitsOfRelease,
  tablesOfRelease,
  type ReleasedRules,
} from '../safety/knowledge/released-knowledge.ts';
import type { ImportedBases } from '../imports/imported-bases.ts';
import { pairRecords } from '../imports/imported-rows.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { decidedTables, isCurrent, type Decided } from './decided-tables.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import { decisionsIn, isImported, RELEASE_JWS_TYPE, releaseContent, releaseStatement } from './release-json.ts';
import type { ReleaseRow, ReleasesRepository } from './releases.repository.ts';
import type { ReleasesInUse } from './releases-in-use.ts';
import { titleOf } from './rule-words.ts';
import { severityOf, sha256Of, shippedRules } from './ruled-rows.ts';
import { differencesOf, type ComparedPairs, type ComparedSet } from './set-differences.ts';

const SHOWN_DIFFERENCES = 100;
const noDifferences = { items: [], total: 0 };

interface ReleasesServiceDeps extends PrescribingPart<'transactions'> {
  decisions: DecisionsRepository;
  releases: ReleasesRepository;
  inUse: ReleasesInUse;
  seal: Pick<HospitalSeal, 'sign' | 'read'>;
  bases: ImportedBases;
}

/** Makes releases of the hospital’s rules, activates them, and returns to earlier ones. */
export class ReleasesService extends Service<ReleasesServiceDeps> {
  list(
    context: ActorContext,
    query: QueryOf<typeof listKnowledgeReleases>,
  ): Promise<ResponseOf<typeof listKnowledgeReleases>> {
    const { transactions, decisions, releases, inUse, bases } = this.deps;
    return transactions.run(context, async (tx) => {
      const rows = await releases.list(tx, { ...query, after: decodeSortedPlace(query.cursor) });
      const { release: active, rules } = await inUse.of(tx);
      const signed = await decisions.signed(tx);
      const tables = decidedTables(signed, await decisions.hospital(tx));
      const next = await bases.next(tx, signed);
      await tx.audit('knowledge.read', { entity: 'knowledge-release', entityId: null });
      const view = (row: ReleaseRow) => viewOf(row, active?.id ?? null, context.actor.accountId);
      return {
        ...cutPage(rows, query.limit, sortedPlace, view),
        baseVersion: knowledgeManifest.version,
        activeId: active?.id ?? null,
        activeNumber: active?.number ?? null,
        activeVerification: active && verificationOf(rules),
        activeBase: rules && baseIn(rules.content),
        activeLimits: rules && limitsOfRelease(rules.content),
        upcoming: {
          coverage: coverageOf(signed, next),
          base: next.version,
          baseUnreadable: next.isUnreadable,
          differences: next.isUnreadable ? noDifferences : shown(setInUse(rules), { tables, imported: next.imported }),
        },
      };
    });
  }

  /** Signs what is decided now as a release. The same set as that of the last release is rejected. */
  make(context: ActorContext, note: string): Promise<KnowledgeRelease> {
    const { transactions, decisions, releases, seal } = this.deps;
    return transactions.command(context, 'makeKnowledgeRelease', async (tx) => {
      await releases.lock(tx);
      const signed = await decisions.signed(tx);
      const baseVersion = knowledgeManifest.version;
      const { base, imported, find } = await this.deps.bases.packed(tx, signed);
      const current = signed.filter((one) => isCurrent(one, find));
      const content = releaseContent(decidedTables(signed, await decisions.hospital(tx)), baseVersion, current, base);
      const sha256 = sha256Of(content);
      const number = await releases.nextNumber(tx);
      const madeBy = context.actor.accountId;
      const named = { id: newId(), hospitalId: tx.hospitalId, number, sha256, baseVersion, madeBy, madeAt: tx.now };
      const [last] = await releases.list(tx, { q: '', sort: 'number', order: 'desc', after: null, limit: 1 });
      if (last?.sha256 === sha256)
        throw new AppError('knowledge.unchanged', 'nothing was decided since the last release');
      if (!isUsable({ content, number, sha256, imported }))
        throw new AppError('knowledge.release-unusable', 'the checks cannot use this set');
      const jws = await seal.sign(tx, RELEASE_JWS_TYPE, releaseStatement(named));
      await releases.insert(tx, { ...named, content, imported: imported && Buffer.from(imported), jws, note });
      const details = { number, sha256, decisions: current.length };
      await tx.audit('knowledge.released', { entity: 'knowledge-release', entityId: named.id, details });
      return this.#view(tx, named.id, madeBy);
    });
  }

  read(context: ActorContext, id: string): Promise<KnowledgeReleaseDetail> {
    const { transactions, releases, inUse } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = await releases.whole(tx, id);
      if (!row) throw new AppError('resource.not-found', 'release not found');
      const rules = await inUse.verified(tx, id);
      await tx.audit('knowledge.read', { entity: 'knowledge-release', entityId: id });
      const set = rules && setOf(rules);
      return {
        ...(await this.#view(tx, id, context.actor.accountId)),
        verification: verificationOf(rules),
        jws: row.jws,
        coverage: rules && set ? coverageIn(rules.content) : { rows: 0, signed: 0, switchedOff: 0 },
        base: rules && baseIn(rules.content),
        limitsFrom: rules && limitsOfRelease(rules.content),
        differences: set ? shown(setInUse((await inUse.of(tx)).rules), set) : noDifferences,
      };
    });
  }

  /**
   * Activates a release, or with null the data that ship with the program. A release that was never active needs another person than its maker.
   * Throws `knowledge.release-unusable`.
   */
  activate(context: ActorContext, releaseId: string | null, reason: string): Promise<{ active: string | null }> {
    const { transactions, releases, inUse } = this.deps;
    return transactions.command(context, 'activateKnowledgeRelease', async (tx) => {
      await releases.lock(tx);
      const before = await releases.active(tx);
      if ((before?.id ?? null) === releaseId) return { active: releaseId };
      const row = releaseId === null ? null : await releases.find(tx, releaseId);
      if (releaseId !== null && !row) throw new AppError('resource.not-found', 'release not found');
      if (row && !row.usedBefore && row.madeBy === context.actor.accountId)
        throw new AppError('knowledge.second-person', 'a new release needs another person than its maker');
      const rules = row && (await inUse.verified(tx, row.id));
      if (row && !(rules && isUsable(rules)))
        throw new AppError('knowledge.release-unusable', 'release is not what was signed, or the checks cannot use it');
      await releases.activate(tx, releaseId, reason, context.actor.accountId);
      const details = { number: row?.number ?? 0, before: before?.number ?? 0 };
      await tx.audit('knowledge.activated', { entity: 'knowledge-release', entityId: releaseId, details });
      return { active: releaseId };
    });
  }

  activations(
    context: ActorContext,
    query: QueryOf<typeof listKnowledgeActivations>,
  ): Promise<ResponseOf<typeof listKnowledgeActivations>> {
    const { transactions, releases } = this.deps;
    return transactions.run(context, async (tx) => {
      const rows = await releases.activations(tx, { ...query, after: decodeSortedPlace(query.cursor) });
      await tx.audit('knowledge.read', { entity: 'knowledge-release', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, ({ id, at, by, reason, releaseId, number }) => {
        return { id, at: at.toISOString(), by, reason, releaseId, number };
      });
    });
  }

  async #view(tx: Tx, id: string, accountId: string): Promise<KnowledgeRelease> {
    const row = await this.deps.releases.find(tx, id);
    if (!row) throw new AppError('resource.not-found', 'release not found');
    return viewOf(row, (await this.deps.releases.active(tx))?.id ?? null, accountId);
  }
}

/** Returns a release as it is compared; null when this version of the program cannot read it. */
function setOf(rules: ReleasedRules): ComparedSet | null {
  try {
    return { tables: tablesOfRelease(rules.content).tables, imported: pairsIn(rules) };
  } catch {
    return null;
  }
}

/** Returns what others are compared with: the data that ship with the program without an active release, or when it cannot be read. */
function setInUse(rules: ReleasedRules | null): ComparedSet {
  return (rules && setOf(rules)) ?? { tables: shippedTables(), imported: null };
}

/** Returns whether the checks of this version of the program can use a release. */
function isUsable(rules: Parameters<typeof knowledgeOfRelease>[0]): boolean {
  try {
    knowledgeOfRelease(rules);
    return true;
  } catch {
    return false;
  }
}

/** `rules`: null for a release that is not what the hospital signed. */
function verificationOf(rules: ReleasedRules | null): KnowledgeReleaseDetail['verification'] {
  if (!rules) return 'invalid';
  return isUsable(rules) ? 'valid' : 'unreadable';
}

function viewOf(
  { maker, madeBy, madeAt, ...row }: ReleaseRow,
  active: string | null,
  accountId: string,
): KnowledgeRelease {
  const { id, number, sha256, baseVersion, note, usedBefore } = row;
  const made = { madeBy: maker, madeAt: madeAt.toISOString(), own: madeBy === accountId };
  return { id, number, sha256, baseVersion, note, usedBefore, ...made, active: id === active };
}

/** Returns the imported base that a release contains. */
function baseIn(content: string): KnowledgeReleaseDetail['base'] {
  const [base] = importsOfRelease(content) ?? [];
  return base ? { version: base.version, pairs: base.pairs, decided: decisionsIn(content, isImported).length } : null;
}

/** Returns the imported base that a release contains, as it is compared. */
function pairsIn({ content, imported }: ReleasedRules): ComparedPairs | null {
  const [base] = importsOfRelease(content) ?? [];
  if (!base || !imported) return null;
  const decided = decisionsIn(content, isImported).map(({ rule }) => rule);
  return { file: base.file, version: base.version, decided, record: pairRecords(imported) };
}

function coverageOf(
  signed: readonly Decided[],
  { pairs, find }: Awaited<ReturnType<ImportedBases['next']>>,
): KnowledgeReleaseDetail['coverage'] {
  const counted = signed.filter((one) => isCurrent(one, find));
  const off = counted.filter(({ action }) => action === 'switch-off');
  const own = off.filter(({ ruleTable }) => ruleTable !== importedTable).length;
  return { rows: shippedRules().length - own + pairs, signed: counted.length, switchedOff: off.length };
}

function coverageIn(content: string): KnowledgeReleaseDetail['coverage'] {
  const { tables } = JSON.parse(content) as { tables: Record<string, unknown[]> };
  const decisions = decisionsIn(content, () => true);
  const ruled = new Set<string>(shippedRules().map(({ table }) => table));
  const rows = Object.entries(tables).reduce((sum, [table, all]) => sum + (ruled.has(table) ? all.length : 0), 0);
  return {
    rows: rows + (baseIn(content)?.pairs ?? 0),
    signed: decisions.length,
    switchedOff: decisions.filter(({ action }) => action === 'switch-off').length,
  };
}

function shown(before: ComparedSet, after: ComparedSet): KnowledgeReleaseDetail['differences'] {
  const all = differencesOf(before, after);
  const items = all.slice(0, SHOWN_DIFFERENCES).map((one): KnowledgeDifference => ({
    table: one.table,
    ruleId: one.ruleId,
    title: titleOf(one.after ?? one.before ?? {}),
    kind: one.kind,
    severityBefore: one.before && severityOf(one.before),
    severityAfter: one.after && severityOf(one.after),
    columns: [...one.columns],
  }));
  return { items, total: all.length };
}
