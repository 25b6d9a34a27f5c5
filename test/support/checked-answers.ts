import { routeSchemas } from '../../shared/src/route-schemas.ts';
import { checkAnswers } from '../../web/src/core/api/answer.ts';

// Pages check answers against their schemas in unit tests, as they do under `npm run dev`.
checkAnswers(new Map(routeSchemas));
