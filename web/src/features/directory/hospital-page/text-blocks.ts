/** A part of a hospital’s text as it is shown. */
export type TextBlock = { heading: string } | { text: string } | { items: string[] };

/** The blocks of a text: `# ` begins a heading, a paragraph whose lines all begin with `- ` is a list. */
export function textBlocks(paragraphs: readonly string[]): TextBlock[] {
  return paragraphs.map((paragraph) => {
    if (paragraph.startsWith('# ')) return { heading: paragraph.slice(2).trim() };
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    const isList = lines.length > 0 && lines.every((line) => line.startsWith('- '));
    return isList ? { items: lines.map((line) => line.slice(2).trim()) } : { text: paragraph };
  });
}
