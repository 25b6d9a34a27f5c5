import type {
  CallOutcomes,
  Funnel,
  readCallOutcomes,
  readFunnel,
  readSafetyFigures,
  SafetyFigures,
} from '@yunzhen/shared/contract/metrics-views';
import { funnelSteps } from '@yunzhen/shared/contract/metrics-views';
import type { QueryOf } from '@yunzhen/shared/contract/route';
import { callBuckets } from '@yunzhen/shared/domain/call-bucket';
import { antibioticClasses, countedChecks, medicineClasses, type CounterId } from '@yunzhen/shared/domain/measures';
import { rejectionReasons } from '@yunzhen/shared/domain/prescription';
import type { Tally } from '@yunzhen/shared/domain/tally';
import type { HospitalContext } from '../../../../platform/context.ts';
import type { FigureLooks, Look } from './figure-look.ts';
import { segmentsOf } from './figure-range.ts';
import { countValue, figureValue, shareValue, type FigureValue } from './figure-value.ts';
import { merged } from './figures.service.ts';
import { foldEach, foldTogether } from './folding.policy.ts';
import type { RollupReader } from './rollup-reader.repository.ts';

type Query = QueryOf<typeof readFunnel>;

const funnelCounters: Readonly<Record<(typeof funnelSteps)[number], CounterId>> = {
  booked: 'visits.created',
  'checked-in': 'funnel.checked-in',
  admitted: 'funnel.admitted',
  completed: 'funnel.completed',
  signed: 'funnel.signed',
  approved: 'funnel.approved',
  dispensed: 'funnel.dispensed',
};

/** What became of visits, calls and prescriptions: of the hospital or one department, never by doctor. */
export class OutcomesService {
  readonly #looks: FigureLooks;
  readonly #reader: RollupReader;

  constructor(looks: FigureLooks, reader: RollupReader) {
    this.#looks = looks;
    this.#reader = reader;
  }

  funnel(context: HospitalContext, query: Query): Promise<Funnel> {
    return this.#view(context, 'funnel', query, (look, now, before, fold) => {
      const counts = funnelSteps.map((step) => now.of(funnelCounters[step]));
      const all = counts[0] ?? 0;
      const counted = fold(counts.map(countValue));
      const ofAll = fold(counts.map((count) => shareValue(count, all)));
      const ofBefore = fold(counts.map((count, i) => shareValue(count, counts[Math.max(0, i - 1)] ?? 0)));
      const earlier = fold(funnelSteps.map((step) => countValue(before.of(funnelCounters[step]))));
      return {
        ...look.span,
        steps: funnelSteps.flatMap((step, i) => {
          const [count, share, next, past] = [counted[i], ofAll[i], ofBefore[i], earlier[i]];
          return count && share && next && past
            ? [{ step, count, ofAll: share, ofStepBefore: next, before: past }]
            : [];
        }),
      };
    });
  }

  safety(context: HospitalContext, query: QueryOf<typeof readSafetyFigures>): Promise<SafetyFigures> {
    return this.#view(context, 'safety', query, (look, now, _before, fold, parts) => {
      const rejected = now.of('prescriptions.rejected');
      const list = <Name extends string>(names: readonly Name[], ...values: ((name: Name) => FigureValue)[]) => {
        const columns = values.map((value, i) => (i === 0 ? parts : fold)(names.map(value)));
        return names.map((name, row) => ({ name, cells: columns.flatMap((column) => column[row] ?? []) }));
      };
      const rows = {
        checks: list(
          countedChecks,
          (check) => countValue(now.of(`alerts.${check}`)),
          (check) => shareValue(now.of(`overrides.${check}`), now.of(`alerts.${check}`)),
        ),
        rejections: list(
          rejectionReasons,
          (reason) => countValue(now.of(`rejected.${reason}`)),
          (reason) => shareValue(now.of(`rejected.${reason}`), rejected),
        ),
        classes: list(
          medicineClasses,
          (atc) => countValue(now.of(`lines.${atc}`)),
          (atc) => shareValue(now.of(`open-lines.${atc}`), now.of(`lines.${atc}`)),
        ),
        antibiotics: list(antibioticClasses, (atc) => countValue(now.of(`antibiotic.J01${atc}`))),
      };
      return {
        ...look.span,
        checks: rows.checks.flatMap(({ name, cells: [alerts, overrideShare] }) =>
          alerts && overrideShare ? [{ check: name, alerts, overrideShare }] : [],
        ),
        rejections: rows.rejections.flatMap(({ name, cells: [count, share] }) =>
          count && share ? [{ reason: name, count, share }] : [],
        ),
        classes: rows.classes.flatMap(({ name, cells: [lines, openToGeneric] }) =>
          lines && openToGeneric ? [{ atc: name, lines, openToGeneric }] : [],
        ),
        antibiotics: rows.antibiotics.flatMap(({ name, cells: [lines] }) =>
          lines ? [{ atc: `J01${name}` as const, lines }] : [],
        ),
        antibioticShare: fold([figureValue('antibiotic-share', now, look.targets)])[0] ?? missing,
      };
    });
  }

  callOutcomes(context: HospitalContext, query: QueryOf<typeof readCallOutcomes>): Promise<CallOutcomes> {
    return this.#view(context, 'call-outcomes', query, (look, now, _before, fold, parts) => {
      const of = (
        bucket: (typeof callBuckets)[number],
        outcome: 'completed' | 'referred' | 'prescribed' | 'approved',
      ) => shareValue(now.of(`bucket.${bucket}.${outcome}`), now.of(`bucket.${bucket}.calls`));
      const columns = {
        calls: parts(callBuckets.map((bucket) => countValue(now.of(`bucket.${bucket}.calls`)))),
        completed: fold(callBuckets.map((bucket) => of(bucket, 'completed'))),
        referred: fold(callBuckets.map((bucket) => of(bucket, 'referred'))),
        rating: fold(
          callBuckets.map((bucket) => {
            const ratings = now.of(`bucket.${bucket}.ratings`);
            const { value } = shareValue(now.of(`bucket.${bucket}.points`), ratings);
            return { value, of: ratings, part: null };
          }),
        ),
        prescribed: fold(callBuckets.map((bucket) => of(bucket, 'prescribed'))),
        approved: fold(callBuckets.map((bucket) => of(bucket, 'approved'))),
      };
      return {
        ...look.span,
        buckets: callBuckets.map((bucket, i) => ({
          bucket,
          calls: columns.calls[i] ?? missing,
          completed: columns.completed[i] ?? missing,
          referred: columns.referred[i] ?? missing,
          rating: columns.rating[i] ?? missing,
          prescribed: columns.prescribed[i] ?? missing,
          approved: columns.approved[i] ?? missing,
        })),
      };
    });
  }

  #view<Value>(
    context: HospitalContext,
    name: string,
    query: Query,
    make: (look: Look, now: Tally, before: Tally, fold: typeof foldEach, parts: typeof foldTogether) => Value,
  ): Promise<Value> {
    const { departmentId } = query;
    return this.#looks.look(context, { name }, query, async (tx, look) => {
      const [now = [], before = []] = await this.#reader.read(
        tx,
        departmentId ? { of: 'department', departmentId } : { of: 'hospital' },
        [segmentsOf(look.range), segmentsOf(look.before)],
      );
      return make(look, merged(now), merged(before), foldEach, foldTogether);
    });
  }
}

const missing = { value: null, of: null, folded: true };
