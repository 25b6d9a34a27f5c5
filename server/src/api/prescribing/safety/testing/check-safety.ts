import { checkRegistry } from '../check-registry.ts';
import { dataVersionOf, findingsOf, prepareDraft, runCheck } from '../check.ts';
import { loadKnowledgeBase, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyCheck, SafetyFindings } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';

/** Runs every check on a draft in this thread, with the same result as `safety-threads.ts`. */
export function checkSafety(
  input: SafetyInput,
  knowledge: KnowledgeBase = loadKnowledgeBase(),
  registry: readonly SafetyCheck[] = checkRegistry,
): SafetyFindings {
  const draft = prepareDraft(input, knowledge);
  return findingsOf(
    registry.map((check) => runCheck(check, draft)),
    dataVersionOf(input.catalogue.version, knowledge.version),
  );
}
