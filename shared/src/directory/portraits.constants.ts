/** Sides of the square in pixels: for lists, and for a page about the doctor. */
export const portraitSizes = { small: 128, large: 384 } as const;
export type PortraitSize = keyof typeof portraitSizes;
