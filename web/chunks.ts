import type { Rolldown } from 'vite';
import { journeyNames, journeyOf } from './journey-chunks.ts';

const texts =
  /\/src\/(?:app|ui|features\/(?<area>[\w-]+))\/(?:i18n\/messages|texts)(?:\/|(?=\.))(?:(?<locale>en|zh-CN)\/)?(?<file>[\w-]*)\.(?:(?<of>en|zh-CN)\.)?ts$/;
/** What every page says, and what may go wrong on it. */
const startTexts = /^(start|common|account|care|errors)$/;
/** What is said on the way to the call, and what in it. */
const wayTexts = /^(booking|intake|network-check|media)$/;
const callTexts = /^(call|chat|entry|guests|prescription-card)$/;
const staffTexts =
  /^(administration|audit|certificates|dispensing|metrics|catalogues|operator|pharmacies|review|rules|scan|schedule|verification|workbench(-\w+)?|staff-errors)$/;

/** What schemas are made of: a few pages’ forms alone use it. */
const schemas = /\/node_modules\/zod\/|\/shared\/src\/core\/(common|contact)\.ts$/;

/** What holds the focus within a dialog. */
const dialogs =
  /\/aria-hidden\/|reka-ui\/dist\/(DismissableLayer|FocusScope)\/|use(BodyScrollLock|FocusGuards|HideOthers)\.js/;
/** What opens beside its button. Patients choose from the device’s own lists (native-select.vue), so most of their pages need none of it. */
const floating = /@floating-ui|reka-ui\/dist\/(Select|Popper)\/|useTypeahead\.js/;

/** What the video library needs in every browser, and in those of Chromium’s kind, which most are. */
const callLibrary =
  /\/mediasoup-client\/lib\/(?!handlers\/\w+\d)|\/handlers\/Chrome111|\/(sdp-transform|h264-profile-level-id|awaitqueue|npm-events-package)\//;

const icon = /^~icons\//;

function textChunk(id: string): string | null {
  const { area = '', locale, of, file: name } = texts.exec(id)?.groups ?? {};
  const language = locale ?? of;
  if (language === undefined) return null;
  const file = (name === '' ? area : name) ?? '';
  if (startTexts.test(file)) return `texts-${language}`;
  if (wayTexts.test(file)) return `texts-${language}-way`;
  if (callTexts.test(file)) return `texts-${language}-call`;
  return staffTexts.test(file) ? `texts-${language}-staff` : null;
}

/** The leg of a module; an icon goes with the first leg that shows it. */
function legOf(id: string, build: Rolldown.ChunkingContext): string | null {
  if (!icon.test(id)) return journeyOf(id);
  const legs = build.getModuleInfo(id)?.importers.map(journeyOf) ?? [];
  return journeyNames.find((leg) => legs.includes(leg)) ?? null;
}

/**
 * How the pages are cut into files. Each file costs a phone a request, six at a time: what every page needs is one file, the texts of a
 * language are a few, and parts that very many pages share go together.
 */
export const codeSplitting = {
  groups: [
    { name: 'schemas', test: schemas, includeDependenciesRecursively: false, priority: 4 },
    { name: 'start', tags: ['$initial' as const], priority: 3 },
    {
      name: legOf,
      debugName: 'legs',
      test: /\/(web|shared)\/src\/|^~icons\//,
      includeDependenciesRecursively: false,
      priority: 2.5,
    },
    { name: 'call-library', test: callLibrary, includeDependenciesRecursively: false, priority: 2 },
    { name: textChunk, debugName: 'texts', test: texts, priority: 2 },
    { name: 'dialogs', test: dialogs, minShareCount: 20, includeDependenciesRecursively: false, priority: 2 },
    { name: 'floating', test: floating, minShareCount: 20, includeDependenciesRecursively: false, priority: 2 },
    {
      name: 'fields',
      test: /src\/ui\/kit\/(?!select|dialog|menu|popover|tabs|tooltip|number|search|checkbox-group)/,
      minShareCount: 20,
      priority: 2,
    },
    // Answers that were given are shown with all forms there ever were; the pages that ask need one.
    {
      name: 'given',
      test: /given-answers|form-catalogue|intake\/forms\/index/,
      includeDependenciesRecursively: false,
      priority: 2,
    },
    // A file for each icon that two pages show would be a hundred.
    { name: 'icons', test: icon, minShareCount: 2, includeDependenciesRecursively: false, priority: 2 },
    { name: 'kit', test: /reka-ui/, minShareCount: 20, priority: 1 },
    {
      name: 'shared',
      test: /\/(web|shared)\/src\/(?!contract\/|ui\/kit\/(select|dialog|menu|popover|tabs|tooltip|number|search|checkbox-group))/,
      minShareCount: 20,
      priority: 1,
    },
  ],
};
