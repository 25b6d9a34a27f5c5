import type { AlertRates, AlertRule, readAlertRates } from '@yunzhen/shared/prescribing/alert-rates.contract';
import { FEWEST_SHOWN } from '@yunzhen/shared/prescribing/alert-rates.constants';
import type { QueryOf } from '@yunzhen/shared/core/route';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { Formulary } from '../../catalogues/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { outcomesAtSignature, outcomesOfWithdrawal } from './alert-outcomes.ts';
import type { AlertsRepository, ReasonCount, RuleCount } from './alerts.repository.ts';
import { folded, textOfRule } from './shown-alerts.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

/** Days of a request that names none. */
const usualDays = 90;

interface AlertRatesServiceDeps extends PrescribingPart<'transactions' | 'circumstances' | 'formularies'> {
  alerts: AlertsRepository;
}

/** Stores alert outcomes and reports how often each rule is overridden. The figures serve the maintenance of rules, not the assessment of doctors. */
export class AlertRatesService extends Service<AlertRatesServiceDeps> {
  /** Stores the outcomes in the transaction of the signature. */
  async signed(tx: Tx, row: PrescriptionRow): Promise<void> {
    const { alerts } = this.deps;
    const before = await alerts.shownOnDraft(tx, row.id);
    await alerts.keep(tx, row.id, outcomesAtSignature(before, row.safety?.issues ?? [], row.acknowledgements));
  }

  /** Stores the outcomes of a withdrawn draft. */
  async withdrawn(tx: Tx, row: PrescriptionRow): Promise<void> {
    const { alerts } = this.deps;
    if (row.signedAt !== null) return;
    await alerts.keep(tx, row.id, outcomesOfWithdrawal(await alerts.shownOnDraft(tx, row.id)));
  }

  read(context: ActorContext, query: QueryOf<typeof readAlertRates>): Promise<AlertRates> {
    const { transactions, alerts, circumstances, formularies } = this.deps;
    return transactions.run(context, async (tx) => {
      const timeZone = await circumstances.timeZone(tx);
      const to = query.to ?? dayIn(timeZone, tx.now);
      const from = query.from ?? shiftDay(to, 1 - usualDays);
      const period = { timeZone, from, to };
      const all = await alerts.rules(tx, period);
      const reasons = Map.groupBy(await alerts.reasons(tx, period), ({ rule }) => rule);
      await tx.audit('metrics.read', { entity: 'metrics', entityId: 'alerts' });
      const asked = all.filter(({ check }) => query.check === undefined || check === query.check);
      const enough = asked.filter(({ shown }) => shown >= FEWEST_SHOWN).toSorted(orders[query.sort]);
      const formulary = await formularies.of(tx);
      const shownAs = (row: RuleCount) => shownRule(row, reasons.get(row.rule) ?? [], formulary);
      return {
        from,
        to,
        atLeast: query.atLeast,
        recordedSince: await alerts.recordedSince(tx, timeZone),
        rules: enough.map(shownAs),
        alwaysOverridden: enough
          .filter(({ shown, overridden }) => shown >= query.atLeast && overridden === shown)
          .map(shownAs),
        foldedRules: asked.length - enough.length,
      };
    });
  }
}

function shownRule(row: RuleCount, reasons: readonly ReasonCount[], formulary: Formulary): AlertRule {
  return {
    ...row,
    text: textOfRule(row.rule, formulary),
    shown: folded(row.shown),
    overridden: folded(row.overridden),
    reasons: foldedReasons(reasons),
  };
}

const orders = {
  share: (a: RuleCount, b: RuleCount) => b.overridden / b.shown - a.overridden / a.shown || b.shown - a.shown,
  shown: (a: RuleCount, b: RuleCount) => b.shown - a.shown,
};

function foldedReasons(reasons: readonly ReasonCount[]): AlertRule['reasons'] {
  const often = reasons.filter(({ times }) => times >= FEWEST_SHOWN);
  const rest = reasons.filter(({ times }) => times < FEWEST_SHOWN).reduce((sum, { times }) => sum + times, 0);
  return [
    ...often.map(({ reason, times }) => ({ reason, times })),
    ...(rest > 0 ? [{ reason: null, times: folded(rest) }] : []),
  ];
}
