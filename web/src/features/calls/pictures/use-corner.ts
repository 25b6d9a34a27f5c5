import { computed, shallowRef, type Ref } from 'vue';

/** Position of the small picture: left or right, and top or bottom. */
interface Corner {
  readonly end: boolean;
  readonly bottom: boolean;
}

/** Pixels that the pointer may move before a press counts as a drag. */
const dragThreshold = 6;

/**
 * Lets the user drag an element, or move it with the arrow keys, to a corner of its frame; a click moves it to the next corner. It always ends in a
 * corner.
 */
export function useCorner(element: Ref<HTMLElement | null>, start: Corner) {
  const corner = shallowRef(start);
  const offset = shallowRef<{ x: number; y: number }>();
  let from: { x: number; y: number } | undefined;
  let dragged = false;

  const style = computed(() => {
    const { x, y } = offset.value ?? { x: 0, y: 0 };
    return offset.value ? { transform: `translate(${x}px, ${y}px)`, transition: 'none' } : {};
  });

  function press(event: PointerEvent) {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    dragged = false;
    element.value?.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent) {
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!offset.value && Math.hypot(x, y) <= dragThreshold) return;
    dragged = true;
    offset.value = { x, y };
  }

  function release() {
    if (offset.value && element.value?.parentElement) {
      const box = element.value.getBoundingClientRect();
      const frame = element.value.parentElement.getBoundingClientRect();
      corner.value = {
        end: box.left + box.width / 2 > frame.left + frame.width / 2,
        bottom: box.top + box.height / 2 > frame.top + frame.height / 2,
      };
    }
    from = undefined;
    offset.value = undefined;
  }

  /** Ignores the click that ends a drag. */
  function activate() {
    const { end, bottom } = corner.value;
    // Clockwise.
    if (!dragged) corner.value = { end: !bottom, bottom: end };
    dragged = false;
  }

  function step(event: KeyboardEvent) {
    const now = corner.value;
    const next: Record<string, Corner> = {
      ArrowLeft: { ...now, end: false },
      ArrowRight: { ...now, end: true },
      ArrowUp: { ...now, bottom: false },
      ArrowDown: { ...now, bottom: true },
    };
    const wanted = next[event.key];
    if (!wanted) return;
    event.preventDefault();
    corner.value = wanted;
  }

  return { corner, style, press, move, release, activate, step };
}
