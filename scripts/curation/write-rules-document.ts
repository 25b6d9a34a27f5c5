import { writeFileSync } from 'node:fs';
import { rulesDocument } from '../../server/src/api/prescribing/safety/knowledge/rules-document.ts';

// Writes the table of every rule and its source anew; a test fails while it says something else than the data.
writeFileSync(new URL('../../docs/generated/safety-rules.md', import.meta.url), rulesDocument());
