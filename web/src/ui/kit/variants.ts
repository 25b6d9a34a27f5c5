export type Color = 'primary' | 'success' | 'info' | 'warning' | 'error' | 'neutral';
export type Variant = 'solid' | 'outline' | 'soft' | 'subtle' | 'ghost' | 'link';
export type Size = 'xs' | 'sm' | 'md' | 'lg' | 'xl';
