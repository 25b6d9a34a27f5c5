import {
  activateKnowledgeRelease,
  checkDecisions,
  makeKnowledgeRelease,
  proposeDecision,
  signDecisions,
  type KnowledgeDecision,
  type KnowledgeRelease,
} from '../../shared/src/prescribing/knowledge.contract.ts';
import type { PrescriptionItemInput } from '../../shared/src/prescribing/prescribing.contract.ts';
import type { DecidableTable, RuleChanges } from '../../shared/src/prescribing/knowledge.constants.ts';
import { line } from './clinic.ts';
import type { TestPerson } from './factories.ts';

type Client = TestPerson['client'];
export interface RuleKey {
  readonly table: DecidableTable;
  readonly id: string;
}

/** A serious interaction of `enalaprilAndLosartan`. */
export const aceArb: RuleKey = { table: 'interaction-rules', id: 'ace-arb' };
export const why = { source: 'ONTARGET, N Engl J Med 2008;358:1547', reason: 'Decided by the pharmacy committee' };

/** Lines with a serious interaction that may be overridden. */
export const enalaprilAndLosartan = (): PrescriptionItemInput[] =>
  ['enalapril-10mg-tablet', 'losartan-50mg-tablet'].map((productId) =>
    line({
      productId,
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: null },
      quantity: { value: '3', unit: 'tablet', manual: false },
    }),
  );

/** Signs a decision about a rule by two people. */
export async function decided(
  { doctor, pharmacist }: Record<'doctor' | 'pharmacist', Pick<TestPerson, 'client'>>,
  rule: RuleKey,
  action: 'accept' | 'switch-off' | { readonly changes: RuleChanges },
): Promise<KnowledgeDecision> {
  const asked = typeof action === 'string' ? { action } : { action: 'change' as const, changes: action.changes };
  const { items } = await pharmacist.client.ok(proposeDecision, { body: { rules: [rule], ...asked, ...why } });
  const ids = items.map(({ id }) => id);
  await doctor.client.ok(checkDecisions, { body: { ids } });
  const signed = await pharmacist.client.ok(signDecisions, { body: { ids } });
  const [decision] = signed.items;
  if (!decision) throw new Error('no decision');
  return decision;
}

/** Releases what is decided and activates it by another person. */
export async function released(maker: Client, other: Client, note = 'Committee of June'): Promise<KnowledgeRelease> {
  const release = await maker.ok(makeKnowledgeRelease, { body: { note } });
  await other.ok(activateKnowledgeRelease, { body: { releaseId: release.id, reason: 'Checked together' } });
  return release;
}
