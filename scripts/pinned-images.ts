/** Matches a tag with its digest where a compose file or a Dockerfile names an image. */
const named =
  /^(?<before> +image: |ARG \w*IMAGE=|FROM )(?<image>[\w./-]+:[\w.-]+)(?:@(?<digest>sha256:[0-9a-f]{64}))?(?<after>$| )/gm;

/** Returns the tagged images in the text, with their digests, if any. */
export function imagesIn(text: string): { readonly image: string; readonly digest: string | null }[] {
  return [...text.matchAll(named)].map(({ groups }) => ({
    image: groups?.['image'] ?? '',
    digest: groups?.['digest'] ?? null,
  }));
}

/** Returns the text with the present digest of each image, and which of them changed. */
export function repinned(
  text: string,
  digestOf: (image: string) => string,
): { readonly text: string; readonly changed: readonly string[] } {
  const digests = new Map(imagesIn(text).map(({ image }) => [image, digestOf(image)]));
  const changed = imagesIn(text).filter(({ image, digest }) => digests.get(image) !== digest);
  const pinned = text.replace(named, (...match) => {
    const { before, image, after } = match.at(-1) as Record<'before' | 'image' | 'after', string>;
    return `${before}${image}@${digests.get(image)}${after}`;
  });
  return { text: pinned, changed: changed.map(({ image }) => image) };
}
