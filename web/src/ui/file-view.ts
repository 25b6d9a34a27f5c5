/** How long the object URL of an opened file is valid, in milliseconds. */
const lifetime = 60_000;

/** Shows a fetched file in its own window. */
export function openFile(file: Blob): void {
  follow(file, (link) => {
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

/** Downloads a fetched file under the name. */
export function offerFile(file: Blob, name: string): void {
  follow(file, (link) => (link.download = name));
}

function follow(file: Blob, prepare: (link: HTMLAnchorElement) => void): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  prepare(link);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), lifetime);
}
