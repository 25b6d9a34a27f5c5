import type { Entity } from '../platform/db/data-source.ts';
import { administrationEntities } from './administration/index.ts';
import { callsEntities } from './calls/index.ts';
import { authEntities } from './accounts/index.ts';
import { chartEntities } from './chart/index.ts';
import { directoryEntities } from './directory/index.ts';
import { pharmacyEntities } from './review/index.ts';
import { prescribingEntities } from './prescribing/index.ts';
import { visitsEntities } from './visits/index.ts';

/** Every entity of the modules, for the data source. */
export const entities: Entity[] = [
  ...administrationEntities,
  ...authEntities,
  ...directoryEntities,
  ...visitsEntities,
  ...callsEntities,
  ...chartEntities,
  ...prescribingEntities,
  ...pharmacyEntities,
];
