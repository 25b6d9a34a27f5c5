/** Tells the person at the terminal what is being done; never mixed into what a command prints as its result. */
export function report(message: string): void {
  process.stderr.write(`yunzhen: ${message}\n`);
}
