import { publicTextKinds } from '@yunzhen/shared/administration/consent-texts.constants';
import { localized } from '@yunzhen/shared/core/locale';
import type { Clock } from '../../../platform/clock.ts';
import { installationContext } from '../../../platform/context.ts';
import { acceptedLocale } from '../../../platform/http/accepted-locale.ts';
import { labelOfHost, pageAddress } from '../../../platform/http/own-address.ts';
import type { PageHead, PageHeadOf, PageRequest } from '../../../platform/http/page-head.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalsService, PublicTextsService } from '../../administration/index.ts';
import { doctorTexts, hospitalTexts } from './head-texts.ts';
import type { HospitalPageService } from './hospital-page.service.ts';
import { doctorAddress, doctorData, hospitalAddress, hospitalData, type ShownHospital } from './structured-data.ts';

const addresses =
  /^\/hospitals\/(?<slug>[a-z0-9-]{1,60})(?:\/(?:doctors\/(?<doctor>[0-9a-f-]{36})|(?<kind>[a-z]+)))?\/?$/;

/** The cause of the reads, in place of a request id. */
const cause = 'page head';

/** For how many milliseconds the list of hospitals is kept: everyone opens the first page. */
const keptMilliseconds = 15_000;

interface PageHeadsDeps {
  pages: Pick<HospitalPageService, 'shown'>;
  texts: Pick<PublicTextsService, 'read'>;
  hospitals: Pick<HospitalsService, 'list'>;
  settings: { PUBLIC_URL: string; HOSPITAL_SUBDOMAINS: boolean; DEMO_MODE: boolean };
  clock: Clock;
}

/** Title, description and structured data of the public pages of hospitals, as the server sends them. */
export class PageHeads extends Service<PageHeadsDeps> {
  #kept: { slugs: Promise<string[]>; until: number } | null = null;

  /** Returns null for pages that are not public, also of unknown doctors. Throws `resource.not-found` for an unknown hospital. */
  readonly of: PageHeadOf = async (request) => {
    const head = await this.#head(request);
    // Search engines show no hospital and no doctor of a demo.
    return head && this.deps.settings.DEMO_MODE ? { ...head, indexed: false } : head;
  };

  async #head(request: PageRequest): Promise<PageHead | null> {
    if (request.path === '/') return this.#first(request);
    const { slug, doctor: doctorId, kind } = addresses.exec(request.path)?.groups ?? {};
    if (slug === undefined) return null;
    const hospital = await this.#hospital(slug, request);
    if (kind !== undefined) return this.#text(hospital, kind);
    if (doctorId === undefined) return hospitalHead(hospital);
    const doctor = hospital.page.doctors.find(({ id }) => id === doctorId);
    if (!doctor) return null;
    const { locale } = hospital;
    return {
      locale,
      ...doctorTexts(hospital, doctor),
      canonical: doctorAddress(hospital, doctor),
      data: doctorData(hospital, doctor),
      indexed: true,
    };
  }

  /** The first page leads visitors to the hospital’s page, where that is the only one. Its structured data are there. */
  async #first(request: PageRequest): Promise<PageHead | null> {
    const bound = labelOfHost(request.host, this.deps.settings.PUBLIC_URL);
    const slugs = await this.#slugs();
    const [only, other] = bound === null ? slugs : slugs.filter((slug) => slug === bound);
    return only && !other ? { ...hospitalHead(await this.#hospital(only, request)), data: null } : null;
  }

  /** Returns those of the open hospitals. */
  async #slugs(): Promise<string[]> {
    const now = this.deps.clock.now().getTime();
    if (this.#kept && this.#kept.until > now) return this.#kept.slugs;
    const slugs = this.deps.hospitals
      .list(cause, { channels: [], passkeys: false }, null)
      .then(({ hospitals }) => hospitals.map(({ slug }) => slug));
    this.#kept = { slugs, until: now + keptMilliseconds };
    slugs.catch(() => (this.#kept = null));
    return slugs;
  }

  async #hospital(slug: string, { languages }: PageRequest): Promise<ShownHospital> {
    const { page, locale } = await this.deps.pages.shown(slug, cause);
    return { page, origin: pageAddress(this.deps.settings, slug), locale: acceptedLocale(languages) ?? locale };
  }

  async #text(hospital: ShownHospital, wanted: string): Promise<PageHead | null> {
    const kind = publicTextKinds.find((known) => known === wanted);
    if (!kind) return null;
    const { slug } = hospital.page;
    const text = await this.deps.texts.read(
      installationContext(cause),
      { hospital: slug, kind },
      { locale: hospital.locale },
    );
    const inItsLanguage = { ...hospital, locale: text.locale };
    return {
      ...hospitalHead(inItsLanguage),
      title: `${text.title} – ${localized(hospital.page.name, text.locale)}`,
      canonical: `${hospitalAddress(hospital)}/${kind}`,
      data: null,
    };
  }
}

function hospitalHead(hospital: ShownHospital): PageHead {
  const { locale } = hospital;
  return {
    locale,
    ...hospitalTexts(hospital),
    canonical: hospitalAddress(hospital),
    data: hospitalData(hospital),
    indexed: true,
  };
}
