// The first file that the pages run. The font is fetched while the program starts, when the line has nothing else to do: asked for by the first
// text, it would come after that was painted, and move what a few letters’ width moves.
void document.fonts.load("1rem 'Inter Variable'").catch(() => undefined);
