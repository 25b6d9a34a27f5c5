import { computed, nextTick, type Ref } from 'vue';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';
import { blanksIn, findBlank, hasBlank, withoutEmptyPrompts } from '@yunzhen/shared/chart/note-blank';
import { announce } from '../../../ui/index.ts';

/** What templates left open in a note: named, reached with Tab, and left out on signing where only a prompt is lost. */
export function useNoteBlanks(
  content: Ref<NoteContent>,
  fieldOf: (section: NoteSection) => HTMLTextAreaElement | null | undefined,
) {
  const blanks = computed(() =>
    noteSections.flatMap((section) => blanksIn(content.value[section]).map((blank) => ({ ...blank, section }))),
  );
  /** The note without its empty prompts. */
  const trimmed = computed(
    () =>
      Object.fromEntries(
        noteSections.map((section) => {
          const text = content.value[section];
          return [section, hasBlank(text) ? withoutEmptyPrompts(text) : text];
        }),
      ) as NoteContent,
  );

  /** Selects a blank, so that typing replaces it, and announces what is asked. */
  async function select(section: NoteSection, { start, end }: { start: number; end: number }) {
    await nextTick();
    const field = fieldOf(section);
    field?.focus();
    field?.setSelectionRange(start, end);
    const index = content.value[section].slice(0, start).split('***').length - 1;
    announce(blanksIn(content.value[section])[index]?.prompt ?? '');
  }

  /** Selects the first blank of the note, or of a section from a place on. Returns false when there is none. */
  function selectFirst(sections: readonly NoteSection[] = noteSections, from = 0): boolean {
    for (const section of sections) {
      const found = findBlank(content.value[section], from);
      if (!found) continue;
      void select(section, found);
      return true;
    }
    return false;
  }

  /** Tab moves to the next blank of the note, Shift+Tab to the one before. Without one, it leaves the field as usual. */
  function onTab(event: KeyboardEvent, section: NoteSection) {
    if (event.key !== 'Tab' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const here = noteSections.indexOf(section);
    const back = event.shiftKey;
    const order = back ? noteSections.slice(0, here + 1).toReversed() : noteSections.slice(here);
    for (const each of order) {
      const text = content.value[each];
      const own = back ? field.selectionStart : field.selectionEnd;
      const from = each === section ? own : back ? text.length : 0;
      const found = findBlank(text, from, back);
      if (!found) continue;
      event.preventDefault();
      void select(each, found);
      return;
    }
  }

  return { blanks, trimmed, selectFirst, onTab };
}
