import type { PortraitSize } from '@yunzhen/shared/directory/portraits.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type ActorContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { HospitalsService } from '../../administration/index.ts';
import { judgePicture, type FileJudge } from '../../../platform/files/file-judge.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { cutPortrait } from './portrait-picture.ts';
import type { PortraitsRepository } from './portraits.repository.ts';

type Answer = { portrait: string | null };

interface PortraitsServiceDeps {
  transactions: Transactions;
  portraits: PortraitsRepository;
  hospitals: Pick<HospitalsService, 'bySlug' | 'current'>;
  judge: FileJudge;
}

/** Pictures of doctors for patients who choose one; public, as on a hospital’s website. */
export class PortraitsService extends Service<PortraitsServiceDeps> {
  read(context: ActorContext, doctorId: string): Promise<Answer> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#allow(tx, context, doctorId);
      return this.#answer(tx, await this.deps.portraits.find(tx, doctorId));
    });
  }

  /** Throws `resource.not-found` for another doctor’s, `attachment.type-refused` and `attachment.unsafe`. */
  async save(context: ActorContext, doctorId: string, bytes: Buffer): Promise<Answer> {
    const { transactions, portraits, judge } = this.deps;
    await transactions.run(context, (tx) => this.#allow(tx, context, doctorId));
    // Done outside a transaction, because it is slow.
    const picture = await cutPortrait(await judgePicture(judge, bytes, context.requestId));
    return transactions.run(context, async (tx) => {
      await this.#allow(tx, context, doctorId);
      await portraits.save(tx, doctorId, context.actor.accountId, picture);
      await this.#record(tx, 'portrait.saved', doctorId);
      return this.#answer(tx, picture.sha256);
    });
  }

  remove(context: ActorContext, doctorId: string): Promise<Answer> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#allow(tx, context, doctorId);
      if (await this.deps.portraits.remove(tx, doctorId)) await this.#record(tx, 'portrait.removed', doctorId);
      return { portrait: null };
    });
  }

  /** Public: needs only the address. */
  async content(context: RequestContext, slug: string, sha256: string, size: PortraitSize): Promise<Buffer> {
    const { transactions, portraits, hospitals } = this.deps;
    const hospital = await hospitals.bySlug(slug, context.requestId);
    const content =
      hospital &&
      (await transactions.run(systemContext(hospital.id, context.requestId), (tx) =>
        portraits.content(tx, sha256, size),
      ));
    if (!content) throw new AppError('resource.not-found', 'picture not found');
    return content;
  }

  async #allow(tx: Tx, { actor }: ActorContext, doctorId: string): Promise<void> {
    const mine = actor.roles.includes('doctor') && actor.practitionerId === doctorId;
    const allowed = mine || actor.roles.includes('administrator');
    if (!allowed || !(await this.deps.portraits.isDoctor(tx, doctorId)))
      throw new AppError('resource.not-found', 'doctor not found');
  }

  async #record(tx: Tx, type: 'portrait.saved' | 'portrait.removed', doctorId: string): Promise<void> {
    await tx.audit(type, { entity: 'practitioner', entityId: doctorId });
    const to = { roles: ['patient', 'doctor', 'administrator'] };
    await emitEvent(tx, type, { entityId: doctorId, changes: [{ entity: 'duty', id: doctorId, to }] });
  }

  async #answer(tx: Tx, sha256: string | null): Promise<Answer> {
    if (sha256 === null) return { portrait: null };
    const { slug } = await this.deps.hospitals.current(tx);
    return { portrait: `/api/hospitals/${slug}/portraits/${sha256}` };
  }
}
