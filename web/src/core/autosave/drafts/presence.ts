/** Whether the draft module is loaded and handles sign-outs. */
export const presence = { isHere: false };
