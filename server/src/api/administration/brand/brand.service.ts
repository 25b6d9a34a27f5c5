import type {
  AppIcon,
  Brand,
  listBrandVersions,
  LogoSize,
  publishBrand,
} from '@yunzhen/shared/administration/brand.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { brandPalette, nearestLegible } from '@yunzhen/shared/administration/brand-colour';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type ActorContext, type RequestContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { appIconDigest } from './hospital-brand.ts';
import type { HospitalsService } from '../hospital/hospitals.service.ts';
import { judgePicture, type FileJudge } from '../../../platform/files/file-judge.ts';
import { Service } from '../../../platform/service.ts';
import { drawAppIcon } from './app-icon.ts';
import type { BrandRepository } from './brand.repository.ts';
import { sizeLogo } from './logo-picture.ts';

interface BrandServiceDeps {
  transactions: Transactions;
  brands: BrandRepository;
  hospitals: Pick<HospitalsService, 'bySlug' | 'forget'>;
  judge: FileJudge;
}

/** Cached icons; a few kilobytes each. */
const maxIconsKept = 60;

/** The hospital’s brand. Each change is a version; restoring an earlier one publishes it again. */
export class BrandService extends Service<BrandServiceDeps> {
  readonly #icons = new Map<string, Buffer>();
  read(context: ActorContext): Promise<Brand> {
    return this.deps.transactions.run(context, async (tx) => {
      await tx.audit('brand.read', { entity: 'hospital', entityId: tx.hospitalId });
      return this.deps.brands.current(tx);
    });
  }

  /** Throws `brand.colour-refused` with the nearest legible colour, and `resource.not-found` for an unknown logo. */
  publish(context: ActorContext, basedOn: number, body: BodyOf<typeof publishBrand>): Promise<Brand> {
    const { transactions, brands, hospitals } = this.deps;
    const { colour, logo } = body;
    const nearest = colour === null ? null : nearestLegible(colour);
    if (nearest)
      throw new AppError('brand.colour-refused', 'colour has too little contrast on the pages', {
        facts: { nearest },
        fields: [{ path: 'colour', rule: 'contrast' }],
      });
    return transactions.command(context, 'publishBrand', async (tx) => {
      if (logo && !(await brands.hasLogo(tx, logo))) throw new AppError('resource.not-found', 'logo not found');
      const palette = colour === null ? null : brandPalette(colour);
      if (!(await brands.publish(tx, basedOn, { ...body, palette }))) throw await this.#stale(tx);
      const details = { version: basedOn + 1, colour: colour ?? '', logo: logo ?? '' };
      await tx.audit('brand.published', { entity: 'hospital', entityId: tx.hospitalId, details });
      tx.afterCommit(() => hospitals.forget(tx.hospitalId));
      return brands.current(tx);
    });
  }

  async #stale(tx: Tx): Promise<AppError> {
    const { version } = await this.deps.brands.current(tx);
    return new AppError('resource.stale', 'brand version is outdated', { facts: { version } });
  }

  versions(
    context: ActorContext,
    { cursor, ...asked }: QueryOf<typeof listBrandVersions>,
  ): Promise<ResponseOf<typeof listBrandVersions>> {
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.brands.versions(tx, { ...asked, after: decodeSortedPlace(cursor) });
      await tx.audit('brand.read', { entity: 'hospital', entityId: tx.hospitalId });
      return cutPage(rows, asked.limit, sortedPlace, ({ version, name, colour, logo, publishedAt, publishedBy }) => {
        return { version, name, colour, logo, publishedAt: publishedAt.toISOString(), publishedBy };
      });
    });
  }

  /** Throws `attachment.type-refused` and `attachment.unsafe`. */
  async addLogo(context: ActorContext, bytes: Buffer): Promise<{ logo: string }> {
    const { transactions, brands, judge } = this.deps;
    // Done outside a transaction, because it is slow.
    const picture = await sizeLogo(await judgePicture(judge, bytes, context.requestId));
    return transactions.run(context, async (tx) => {
      await brands.addLogo(tx, picture);
      const details = { logo: picture.sha256 };
      await tx.audit('brand.logo-added', { entity: 'hospital', entityId: tx.hospitalId, details });
      return { logo: picture.sha256 };
    });
  }

  /** Public: needs only the address. */
  async logo(context: RequestContext, slug: string, sha256: string, size: LogoSize): Promise<Buffer> {
    const { transactions, brands, hospitals } = this.deps;
    const hospital = await hospitals.bySlug(slug, context.requestId);
    const content =
      hospital &&
      (await transactions.run(systemContext(hospital.id, context.requestId), (tx) => brands.logo(tx, sha256, size)));
    if (!content) throw new AppError('resource.not-found', 'logo not found');
    return content;
  }

  /** Public: needs only the address. Drawn once per logo and cached in the process. */
  async appIcon(
    context: RequestContext,
    slug: string,
    { face, icon }: { face: string; icon: AppIcon },
  ): Promise<Buffer> {
    const hospital = await this.deps.hospitals.bySlug(slug, context.requestId);
    const sha256 = hospital?.brand.logo;
    if (!sha256 || appIconDigest(hospital.brand) !== face) throw new AppError('resource.not-found', 'icon not found');
    const key = `${hospital.id} ${face} ${icon}`;
    const drawn = this.#icons.get(key) ?? (await drawAppIcon(icon, await this.logo(context, slug, sha256, 'large')));
    if (this.#icons.size >= maxIconsKept) this.#icons.clear();
    this.#icons.set(key, drawn);
    return drawn;
  }
}
