import { portraitTypes } from '../core/picture-types.ts';

export const logoTypes = portraitTypes;
/** Longest side in pixels: next to a name on pages, and for documents. */
export const logoSizes = { small: 96, large: 512 } as const;
export type LogoSize = keyof typeof logoSizes;

export const appIcons = ['192', '512', 'maskable-512'] as const;
export type AppIcon = (typeof appIcons)[number];

export const brandVersionSorts = ['published', 'name', 'author'] as const;
