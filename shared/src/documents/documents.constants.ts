/** Largest file that is checked against what the hospital signed. */
export const verifiedFileBytesLimit = 5 * 1024 * 1024;
