/** Shows progress on one line of a terminal; elsewhere prints one line per step. */
export function progressLine() {
  let [last, lastStep] = ['', ''];
  const { isTTY } = process.stderr;
  return {
    show(step: string, done: number, total: number): void {
      const text = total > 1 ? `${step}: ${Math.floor((100 * done) / total)} %` : step;
      if (text === last || (!isTTY && step === lastStep)) return;
      [last, lastStep] = [text, step];
      process.stderr.write(isTTY ? `\r\u001B[K${text}` : `${text}\n`);
    },
    end(): void {
      if (isTTY && last !== '') process.stderr.write('\r\u001B[K');
    },
  };
}
