import type {
  addObservation,
  addPregnancyStatement,
  Observation,
  PregnancyStatement,
} from '@yunzhen/shared/chart/observations.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { plausibilityOf } from './observation-value.ts';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { trimesterOn } from '@yunzhen/shared/chart/safety-facts';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartWriter } from '../facts/chart-writer.ts';
import { refused } from '../statements/refusal.ts';
import { toObservation } from './observation-view.ts';
import type { ObservationsRepository } from './observations.repository.ts';

/** Maximum clock difference of a phone before a measurement counts as in the future. */
const clockSkewMs = 5 * MINUTE_MS;

interface ObservationsServiceDeps {
  writer: ChartWriter;
  observations: ObservationsRepository;
}

/** Records observations and pregnancy statements for patients and doctors. */
export class ObservationsService extends Service<ObservationsServiceDeps> {
  /** Throws `validation.failed` for an impossible value, and `observation.unusual` for one that needs confirmation. */
  add(context: ActorContext, patientId: string, stated: BodyOf<typeof addObservation>): Promise<Observation> {
    return this.deps.writer.command(context, 'addObservation', patientId, async (tx, author, record) => {
      const { sure, measuredAt, ...measured } = stated;
      const { birthDate } = record.patient;
      const day = measuredAt.slice(0, 10);
      if (Date.parse(measuredAt) > tx.now.getTime() + clockSkewMs) throw refused('measuredAt', 'future');
      if (day < birthDate) throw refused('measuredAt', 'before-birth');
      const verdict = plausibilityOf(measured, ageInYears(birthDate, day));
      if (verdict === 'refuse') throw refused('value', 'implausible');
      if (verdict === 'ask' && !sure)
        throw new AppError('observation.unusual', `${measured.kind} is unusual and was not confirmed`);
      const said = { ...measured, measured_at: measuredAt };
      const trace = { action: 'chart.observation-added', entity: 'observation' } as const;
      const entry = { kind: 'observation', said, ...trace } as const;
      const row = await this.deps.writer.add(tx, context, author, record, entry, (id) =>
        this.deps.observations.find(tx, patientId, id),
      );
      return toObservation(row, record.patient);
    });
  }

  /** Throws `validation.failed` for a due date that no current pregnancy can have, and for a man. */
  statePregnancy(
    context: ActorContext,
    patientId: string,
    stated: BodyOf<typeof addPregnancyStatement>,
  ): Promise<PregnancyStatement> {
    return this.deps.writer.command(context, 'addPregnancyStatement', patientId, async (tx, author, record) => {
      if (record.patient.sex === 'male') throw refused('pregnancy', 'not-for-men');
      if (stated.dueDate !== null && trimesterOn(stated.dueDate, tx.now) === null) throw refused('dueDate', 'due-date');
      const { dueDate, ...said } = stated;
      const row = { ...said, due_date: dueDate };
      const trace = { action: 'chart.pregnancy-stated', entity: 'pregnancy' } as const;
      return this.deps.writer.add(tx, context, author, record, { kind: 'pregnancy', said: row, ...trace }, () =>
        this.deps.observations.pregnancy(tx, patientId),
      );
    });
  }
}
