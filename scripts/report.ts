/** Prints progress on the terminal, separate from the output that a command produces as its result. */
export function report(message: string): void {
  process.stderr.write(`yunzhen: ${message}\n`);
}
