import { accountTemplates } from './account-templates.ts';
import { appointmentTemplates } from './appointment-templates.ts';
import { careTemplates } from './care-templates.ts';
import { familyTemplates } from './family-templates.ts';
import { figureTemplates } from './figure-templates.ts';
import { recordTemplates } from './record-templates.ts';
import { prescriptionTemplates } from './prescription-templates.ts';
import { secondFactorTemplates } from './second-factor-templates.ts';
import { staffTemplates } from './staff-templates.ts';
import type { FactsOf, Template } from './template.ts';

/** The closed list of messages; nothing else can be sent. */
export const templates = {
  ...accountTemplates,
  ...secondFactorTemplates,
  ...appointmentTemplates,
  ...familyTemplates,
  ...careTemplates,
  ...prescriptionTemplates,
  ...recordTemplates,
  ...staffTemplates,
  ...figureTemplates,
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;
export type TemplateFacts<Name extends TemplateName> = FactsOf<(typeof templates)[Name]>;

/** Returns a template by a name from the database; null for one of an older release. */
export function templateOf(name: string): Template | null {
  return Object.hasOwn(templates, name) ? templates[name as TemplateName] : null;
}
