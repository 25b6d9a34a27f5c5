import { createHash } from 'node:crypto';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import { picturesOfIntakeLimit } from '@yunzhen/shared/intake/forms/form';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import type { ChartArea } from '../chart/index.ts';
import { safeFileName } from '../../platform/files/file-name.ts';
import type { FilePlace } from '../../platform/files/store/file-place.ts';
import type { FileStore } from '../../platform/files/store/file-store.ts';
import type { FileJudge } from '../../platform/files/file-judge.ts';
import { Service } from '../../platform/service.ts';
import type { VisitsArea } from '../visits/index.ts';
import type { DraftRow } from './drafts.repository.ts';
import type { DraftsService } from './drafts.service.ts';
import { intakeNotFound, isOwn } from './intake.policy.ts';
import type { PicturesRepository, StoredPicture } from './pictures.repository.ts';

interface PicturesServiceDeps {
  transactions: Transactions;
  drafts: DraftsService;
  pictures: PicturesRepository;
  visits: VisitsArea;
  chart: Pick<ChartArea, 'requireClinician'>;
  judge: FileJudge;
  files: FileStore;
}

export interface PictureFile {
  content: Buffer;
  type: string;
  name: string;
}

type FoundPicture = Omit<PictureFile, 'content'> & { place: FilePlace };

interface Received {
  id: string;
  question: string;
  receivedSha256: Buffer;
}

/** Stores pictures of a draft and serves those that were submitted. */
export class PicturesService extends Service<PicturesServiceDeps> {
  /**
   * Stores a picture under the page’s id; the same bytes under the same id return the first result. Throws `attachment.type-refused`,
   * `attachment.unsafe`, `attachment.too-many`, `intake.closed`, and `resource.conflict` when the id belongs to another picture.
   */
  async add(
    context: ActorContext,
    draftId: string,
    id: string,
    question: string,
    bytes: Buffer,
  ): Promise<IntakePicture> {
    const { transactions, pictures, judge, files } = this.deps;
    const received = { id, question, receivedSha256: createHash('sha256').update(bytes).digest() };
    const { earlier } = await transactions.run(context, (tx) => this.#admit(tx, context, draftId, received));
    if (earlier) return toPicture(earlier);
    // The slow check and the store run without a database connection or a lock on the draft.
    const { type, content, width, height } = await judge(bytes, context.requestId);
    if (type === 'application/pdf' || width === null || height === null)
      throw new AppError('attachment.type-refused', 'picture is not a PNG, JPEG or WebP image');
    const place = await files.put(context, content);
    return transactions.run(context, async (tx) => {
      const { draft, earlier: overtaken } = await this.#admit(tx, context, draftId, received);
      if (overtaken) return toPicture(overtaken);
      const { patientId } = draft;
      const uploaderAccountId = context.actor.accountId;
      await pictures.insert(
        tx,
        { patientId, draftId, uploaderAccountId },
        { ...received, ...place, type, width, height },
      );
      await tx.audit('intake.picture-added', {
        entity: 'intake-picture',
        entityId: id,
        patientId,
        details: { draftId, type, bytes: content.length },
      });
      return { id, question, type, bytes: content.length, width, height };
    });
  }

  /** Locks the draft and returns whether the picture exists; throws when it may not be added. */
  async #admit(
    tx: Tx,
    { actor }: ActorContext,
    draftId: string,
    received: Received,
  ): Promise<{ draft: DraftRow; earlier: StoredPicture | null }> {
    const { drafts, pictures } = this.deps;
    const draft = await drafts.lock(tx, actor, draftId);
    const earlier = await pictures.find(tx, draft.patientId, received.id);
    if (earlier && !isRepeat(earlier, draftId, received))
      throw new AppError('resource.conflict', 'id belongs to another picture');
    if (!earlier && (await pictures.ofDraft(tx, draftId)).length >= picturesOfIntakeLimit)
      throw new AppError('attachment.too-many', 'draft has the maximum number of pictures');
    return { draft, earlier };
  }

  /** Deletes a picture; a missing one is no error. */
  async remove(context: ActorContext, draftId: string, id: string): Promise<undefined> {
    const { transactions, drafts, pictures } = this.deps;
    await transactions.run(context, async (tx) => {
      const { patientId } = await drafts.lock(tx, context.actor, draftId);
      const picture = await pictures.find(tx, patientId, id);
      if (picture?.draftId !== draftId) return;
      await pictures.remove(tx, patientId, id);
      await tx.audit('intake.picture-removed', {
        entity: 'intake-picture',
        entityId: id,
        patientId,
        details: { draftId },
      });
    });
    return undefined;
  }

  async readOfDraft(context: ActorContext, draftId: string, id: string): Promise<PictureFile> {
    const { transactions, drafts } = this.deps;
    const found = await transactions.run(context, async (tx) => {
      const { patientId } = await drafts.lock(tx, context.actor, draftId);
      return this.#find(tx, patientId, id, (picture) => picture.draftId === draftId);
    });
    return this.#open(found);
  }

  /** Serves a submitted picture to the patient, the visit’s doctor and other readers of the chart. */
  async readGiven(context: ActorContext, visitId: string, id: string): Promise<PictureFile> {
    const { transactions, visits, chart } = this.deps;
    const found = await transactions.run(context, async (tx) => {
      const visit = await visits.getVisit(tx, visitId);
      if (!isOwn(context.actor, visit)) await chart.requireClinician(tx, context.actor, visitId);
      return this.#find(tx, visit.patientId, id, (picture) => picture.visitId === visitId);
    });
    return this.#open(found);
  }

  /** Finds a picture to serve, and audits each access. */
  async #find(
    tx: Tx,
    patientId: string,
    id: string,
    belongs: (picture: StoredPicture) => boolean,
  ): Promise<FoundPicture> {
    const { pictures } = this.deps;
    const picture = await pictures.find(tx, patientId, id);
    const place = picture && belongs(picture) ? await pictures.place(tx, patientId, id) : null;
    if (!picture || !place) throw intakeNotFound();
    const { type } = picture;
    await tx.audit('intake.picture-read', { entity: 'intake-picture', entityId: id, patientId, details: { type } });
    return { place, type, name: safeFileName('', type) };
  }

  async #open({ place, ...picture }: FoundPicture): Promise<PictureFile> {
    return { ...picture, content: await this.deps.files.get(place) };
  }
}

function isRepeat(picture: StoredPicture, draftId: string, { question, receivedSha256 }: Received): boolean {
  return picture.draftId === draftId && picture.question === question && picture.receivedSha256.equals(receivedSha256);
}

function toPicture({ id, question, type, bytes, width, height }: IntakePicture): IntakePicture {
  return { id, question, type, bytes, width, height };
}
