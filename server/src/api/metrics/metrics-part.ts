import type { ApiDeps } from '../core/area-deps.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { MetricsQueries } from './views/metrics-queries.ts';
import type { RollupReader } from './views/rollup-reader.repository.ts';

/** Everything that services of this area are built from, each under one name. */
interface Parts extends ApiDeps {
  hospitals: HospitalsService;
  queries: MetricsQueries;
  reader: RollupReader;
}

/** Some of these parts, picked by name. */
export type MetricsPart<Name extends keyof Parts> = Pick<Parts, Name>;
