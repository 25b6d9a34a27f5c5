import { routeSchemas } from '../../server/src/api/route-schemas.ts';
import { checkAnswers } from '../../web/src/core/api/answer.ts';

// Validates responses against their schemas in unit tests, as `npm run dev` does.
checkAnswers(new Map(routeSchemas));
