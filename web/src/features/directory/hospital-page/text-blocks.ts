/** A block of a hospital’s text. */
export type TextBlock = { heading: string } | { text: string } | { items: string[] };

/** Parses the blocks of a text: `# ` starts a heading; a paragraph whose lines all start with `- ` is a list. */
export function textBlocks(paragraphs: readonly string[]): TextBlock[] {
  return paragraphs.map((paragraph) => {
    if (paragraph.startsWith('# ')) return { heading: paragraph.slice(2).trim() };
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    const isList = lines.length > 0 && lines.every((line) => line.startsWith('- '));
    return isList ? { items: lines.map((line) => line.slice(2).trim()) } : { text: paragraph };
  });
}
