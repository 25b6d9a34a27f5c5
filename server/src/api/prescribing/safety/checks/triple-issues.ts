import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { TripleRule } from '../knowledge/combined-rule.ts';
import type { RuleOn } from '../knowledge/knowledge-base.ts';
import type { CheckContext } from '../safety-check.ts';
import { isOverridable } from '../severity.ts';
import { isLocalRoute, sidesOf, type Side } from '../sides.ts';

interface Triple extends RuleOn<TripleRule> {
  readonly sides: readonly ReadonlySet<string>[];
}

/** Finds three medicines that are harmful together although each pair is tolerable. At least one is a line of the draft. */
export function tripleIssues(context: CheckContext): DetectedIssue[] {
  const { drafts, active } = sidesOf(context);
  const all = [...drafts, ...active].filter(({ route }) => route === undefined || !isLocalRoute(route));
  return context.knowledge.tripleRules.flatMap((triple) => {
    const found = pick(all, triple.sides);
    const itemIds = found?.flatMap(({ itemId }) => itemId ?? []) ?? [];
    return found && itemIds.length > 0 ? [issueOf(triple, found, itemIds)] : [];
  });
}

/** Picks three different medicines, one per side of the rule, draft lines first. */
function pick(
  all: readonly Side[],
  sides: readonly ReadonlySet<string>[],
  taken: readonly Side[] = [],
): Side[] | undefined {
  const [side, ...rest] = sides;
  if (!side) return [...taken];
  const used = new Set(taken.flatMap(({ ingredients }) => ingredients.map(({ id }) => id)));
  for (const one of all) {
    if (taken.includes(one) || !one.ingredients.some(({ id }) => side.has(id) && !used.has(id))) continue;
    const found = pick(all, rest, [...taken, one]);
    if (found) return found;
  }
  return undefined;
}

function issueOf({ rule }: Triple, found: readonly Side[], itemIds: readonly string[]): DetectedIssue {
  const { id, severity, mechanism, advice, source } = rule;
  return {
    id: `interaction:${id}:${found.map(({ key }) => key).join(':')}`,
    check: 'interaction',
    severity,
    itemIds: [...itemIds],
    title: {
      en: found.map(({ label }) => label.en).join(' with '),
      zh: found.map(({ label }) => label.zh).join('与'),
    },
    mechanism,
    advice,
    evidence: 'established',
    source,
    overridable: isOverridable(severity),
  };
}
