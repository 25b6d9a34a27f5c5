import type { DangerItemId } from '@yunzhen/shared/intake/danger-page/danger-page';

/** Paths of a drawing in a box of 48 by 48: `ink` in the text colour, `sign` in the danger colour. */
interface Pictogram {
  readonly ink: string;
  readonly sign: string;
}

const head = 'M24 7a16 17 0 1 0 .01 0z';

/** One drawing of our own for each item. */
export const pictograms: Readonly<Record<DangerItemId, Pictogram>> = {
  breathing: {
    ink: 'M24 7v14M24 21c-2 3-5 3-6 4M24 21c2 3 5 3 6 4M19 17c-6 1-11 9-12 17-.5 4 1 6 4 6 5 0 8-2 8-7V17zM29 17c6 1 11 9 12 17 .5 4-1 6-4 6-5 0-8-2-8-7V17z',
    sign: 'M16 6l3 4M32 6l-3 4',
  },
  'chest-pain': {
    ink: 'M24 41C11 31 6 24 7.5 16.5 9 9 19 7 24 15c5-8 15-6 16.5 1.5C42 24 37 31 24 41z',
    sign: 'M26 16l-6 9h7l-5 8',
  },
  stroke: { ink: `${head}M17 20v2M31 23v2M15 31c3 2.5 6 3 9 2`, sign: 'M24 33c4-.5 6 1.5 7.5 4.5M33 15l6-3' },
  unconscious: { ink: 'M4 41h40M11 27a5 5 0 1 0 .01 0zM17 36c6-5 11-4 14 0h11', sign: 'M18 17l5-8 4 8 5-9 4 7' },
  bleeding: {
    ink: 'M24 5c8 10 13 17 13 24a13 13 0 0 1-26 0c0-7 5-14 13-24z',
    sign: 'M24 22c3 4 5 6.5 5 9a5 5 0 0 1-10 0c0-2.5 2-5 5-9z',
  },
  allergy: { ink: `${head}M16 19h4M28 19h4M17 26h.01M31 26h.01`, sign: 'M15 33c4-5 14-5 18 0-4 5-14 5-18 0zM15 33h18' },
  poisoning: {
    ink: 'M18 5h12M20 5v8l-7 9v18a3 3 0 0 0 3 3h16a3 3 0 0 0 3-3V22l-7-9V5',
    sign: 'M19 26l10 10M29 26L19 36',
  },
  injury: { ink: `${head}M18 28v1M30 28v1M20 35h8`, sign: 'M8.5 20L35 11.5M8 26l31-10M20 16.5l3 5' },
  eye: {
    ink: 'M4 24c5-9 12-13 20-13s15 4 20 13c-5 9-12 13-20 13S9 33 4 24zM24 18a6 6 0 1 0 .01 0z',
    sign: 'M9 41L39 7',
  },
  'young-baby': {
    ink: 'M24 8a9 9 0 1 0 .01 0zM21 16h.01M27 16h.01M22 21h4M12 43c0-10 4-17 12-17s12 7 12 17zM17 31l14 8',
    sign: 'M24 8c-1-3 2-5 4-3M39 7v10M36 12h6',
  },
  'small-child': {
    ink: 'M22 6a7 7 0 1 0 .01 0zM22 20c-5 0-8 3-9 9l-2 5M22 20c5 0 8 3 9 9l2 5M17 27v16M27 27v16M17 34h10',
    sign: 'M39 7v10M34 12h10',
  },
  pregnancy: {
    ink: 'M19 5a5 5 0 1 0 .01 0zM15 43V26c0-6 1-9 4-9s5 2 6 6c6 1 10 5 10 10s-4 9-10 9h-2',
    sign: 'M27 37l-4-4a2.6 2.6 0 0 1 4-3.5A2.6 2.6 0 0 1 31 33z',
  },
  'self-harm': {
    ink: 'M14 20a6 6 0 0 1 0-12 9 9 0 0 1 17-1 6.5 6.5 0 0 1 3 13zM24 32a5 5 0 1 0 .01 0z',
    sign: 'M16 25l-1 4M24 25l-1 3M32 25l-1 4',
  },
  'harm-others': {
    ink: 'M11 9a5 5 0 1 0 .01 0zM37 9a5 5 0 1 0 .01 0zM4 42V31c0-5 3-8 7-8s7 3 7 8v11M30 42V31c0-5 3-8 7-8s7 3 7 8v11',
    sign: 'M26 12l-5 7h6l-4 7',
  },
};
