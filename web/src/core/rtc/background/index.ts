export { BackgroundBlur } from './background-blur.ts';
export { BlurError, type BlurFailure } from './blur-messages.ts';
