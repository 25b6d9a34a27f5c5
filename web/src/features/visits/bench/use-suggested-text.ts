import { shallowRef, watch, type Ref } from 'vue';

/** The text of a dialog, filled with a suggestion each time it opens, until it is edited: an edited text stays when the dialog is closed and reopened. */
export function useSuggestedText(open: Ref<boolean>, suggestion: () => string): Ref<string> {
  const text = shallowRef('');
  let suggested = '';
  watch(open, (isOpen) => {
    if (!isOpen || (text.value.trim() !== '' && text.value !== suggested)) return;
    suggested = suggestion();
    text.value = suggested;
  });
  return text;
}
