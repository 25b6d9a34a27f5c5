import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ChainCheckStep } from '@yunzhen/shared/administration/audit.contract';
import { checkStart, checkStep, type CheckParts, type CheckPlace } from '../../../platform/audit-chain/chain-check.ts';
import { sealChain } from '../../../platform/audit-chain/chain-sealer.ts';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';

interface ChainCheckServiceDeps {
  transactions: Transactions;
  parts: CheckParts;
}

/** Checks the hospital's chain for its administrator in sections, so that no request takes long. */
export class ChainCheckService extends Service<ChainCheckServiceDeps> {
  async step(context: ActorContext, after: string | undefined): Promise<ChainCheckStep> {
    const { transactions, parts } = this.deps;
    const place = after === undefined ? checkStart : readPlace(after);
    if (after === undefined) await sealChain(transactions, context.hospitalId);
    return transactions.run(context, async (tx) => {
      const { checked, total, next, broken } = await checkStep(tx, parts, place);
      if (after === undefined || !next) {
        const result = broken?.fault ?? (next ? 'begun' : 'whole');
        const details = { result, entries: checked };
        await tx.audit('audit.checked', { entity: 'audit', entityId: broken?.entryId ?? null, details });
      }
      return { checked, total, next: next && writePlace(next), broken };
    });
  }
}

/** Before the first entry, or the time of one, which the database must be able to read. */
const at = z.union([z.literal('-infinity'), z.iso.datetime({ local: true }).refine((time) => time >= '1800')]);
const places = z.union([
  z.strictObject({ part: z.literal('links'), seq: z.int().min(0) }),
  z.strictObject({ part: z.enum(['audit', 'event']), at, id: z.uuid() }),
]);

const writePlace = (place: CheckPlace) => Buffer.from(JSON.stringify(place)).toString('base64url');

function readPlace(text: string): CheckPlace {
  try {
    return places.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new AppError('validation.failed', 'cursor does not name a position in the audit chain');
  }
}
