import { addContract, addIntegrationTest, addService, mountRoutes } from './server-part.ts';
import { addPageRoute, addTexts, addToSweep, addView } from './web-part.ts';
import { declareArea, documentArea } from './area-part.ts';
import { Draft } from './draft.ts';
import { addLanguage } from './language-part.ts';
import { addMigration } from './migration-part.ts';
import { nameOf, type Name } from './names.ts';

export const kinds = ['area', 'route', 'page', 'migration'] as const;
export type Kind = (typeof kinds)[number];

/**
 * Returns the files of a new area (`billing`), route or page (`visits/outlook`) or migration (`add-rooms`) by path, with their text. Writes nothing.
 * @throws Error for a name that is in use or invalid, or a missing area
 */
export function scaffold(kind: Kind, name: string, root: string): Map<string, string> {
  const draft = new Draft(root);
  if (kind === 'migration') {
    addMigration(draft, root, nameOf(name));
    return draft.files;
  }
  const [area = '', part, ...rest] = name.split('/');
  if (rest.length > 0 || (kind === 'area') === (part !== undefined))
    throw new Error(kind === 'area' ? 'an area has a name such as "billing"' : `a ${kind} is named AREA/NAME`);
  if (draft.has(`server/src/api/${area}/index.ts`) === (kind === 'area'))
    throw new Error(`the area "${area}" ${kind === 'area' ? 'exists already' : 'does not exist'}`);

  if (kind === 'area') newArea(draft, root, nameOf(area));
  else if (kind === 'route') newRoute(draft, area, nameOf(part ?? ''));
  else newPage(draft, root, area, nameOf(part ?? ''));
  return draft.files;
}

/** Returns the files of a new language, whose texts start in English. @throws Error for a tag that is invalid or in use */
export function scaffoldLanguage(tag: string, name: string, root: string): Map<string, string> {
  const draft = new Draft(root);
  addLanguage(draft, root, { tag, name, translate: (text) => text });
  return draft.files;
}

function newArea(draft: Draft, root: string, area: Name): void {
  declareArea(draft, area);
  documentArea(draft, area);
  addPage(draft, root, { area: area.kebab, areaKey: area.camel, name: area, below: '' });
}

function newPage(draft: Draft, root: string, area: string, name: Name): void {
  addPage(draft, root, { area, areaKey: nameOf(area).camel, name, below: `/${name.kebab}` });
}

/** Adds a contract in shared, its route, and the page that reads it; `below` is the folder within the area. */
function addPage(
  draft: Draft,
  root: string,
  { area, areaKey, name, below }: { area: string; areaKey: string; name: Name; below: string },
): void {
  const contract = `shared/src/${area}/${name.kebab}.contract.ts`;
  const imported = `@yunzhen/shared/${area}/${name.kebab}.contract`;
  const server = `server/src/api/${area}${below}`;
  const web = `web/src/features/${area}${below}`;
  addContract(draft, contract, name);
  addService(draft, server, name, imported);
  mountRoutes(draft, area, name, server);
  addIntegrationTest(draft, area, name, contract);
  const textKey = addTexts(draft, area, areaKey, name);
  addView(draft, web, name, imported, textKey);
  addPageRoute(draft, root, area, name, `${web}/${name.kebab}.view.vue`, textKey);
  addToSweep(draft, name);
}

/** Adds a route that no page calls; its contract belongs to the server. */
function newRoute(draft: Draft, area: string, name: Name): void {
  const folder = `server/src/api/${area}/${name.kebab}`;
  const contract = `${folder}/${name.kebab}.contract.ts`;
  addContract(draft, contract, name);
  addService(draft, folder, name, `./${name.kebab}.contract.ts`);
  mountRoutes(draft, area, name, folder);
  addIntegrationTest(draft, area, name, contract);
}
