/** Largest file that can be verified. */
export const verifiedFileBytesLimit = 5 * 1024 * 1024;
