import type { CataloguesArea } from '../../catalogues/index.ts';
import type { ApiDeps } from '../../core/area-deps.ts';
import type { SigningArea } from '../../signing/index.ts';
import { ImportedBases } from '../imports/imported-bases.ts';
import { ActiveRelease } from './active-release.ts';
import { registerCurationRoutes, registerWhatIfRoutes } from './curation.routes.ts';
import { DecisionsRepository } from './decisions.repository.ts';
import { DecisionsService } from './decisions.service.ts';
import { KnowledgeRules } from './knowledge-rules.service.ts';
import { ReleasesInUse } from './releases-in-use.ts';
import { ReleasesRepository } from './releases.repository.ts';
import { ReleasesService } from './releases.service.ts';
import { WhatIfService, type WhatIfDeps } from './what-if.service.ts';

interface CurationDeps extends Pick<ApiDeps, 'transactions' | 'routes' | 'log'> {
  readonly catalogues: CataloguesArea;
  readonly signing: Pick<SigningArea, 'hospitalSeal'>;
}

export interface Curation {
  /** Selects the rules of a hospital. */
  readonly releases: ReleasesInUse;
  /** Describes the active release. */
  readonly activeRelease: ActiveRelease;
  /** Registers the comparison of rules on recent prescriptions, which needs the checks. */
  compareWith(parts: Pick<WhatIfDeps, 'checks' | 'repository' | 'formularies'>): void;
}

/** Registers the hospital’s decisions about rules and its releases. */
export function createCuration({ transactions, routes, log, catalogues, signing }: CurationDeps): Curation {
  const seal = signing.hospitalSeal;
  const bases = new ImportedBases({ lists: catalogues, log });
  const decisions = new DecisionsRepository();
  const releases = new ReleasesRepository();
  const inUse = new ReleasesInUse({ releases, seal, log });
  registerCurationRoutes(routes, {
    rules: new KnowledgeRules({ transactions, decisions, bases }),
    decisions: new DecisionsService({ transactions, decisions, bases }),
    releases: new ReleasesService({ transactions, decisions, releases, inUse, seal, bases }),
  });
  return {
    releases: inUse,
    activeRelease: new ActiveRelease({ inUse, releases }),
    compareWith: (parts) =>
      registerWhatIfRoutes(routes, new WhatIfService({ transactions, decisions, inUse, bases, ...parts })),
  };
}
