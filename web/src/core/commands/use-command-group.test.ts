import { shallowRef } from 'vue';
import { expect, it } from 'vitest';
import { useCommandGroup } from './use-command-group.ts';

function command() {
  const [isLoading, error] = [shallowRef(false), shallowRef<unknown>()];
  return {
    isLoading,
    error,
    reset: () => (error.value = undefined),
    fail(reason: string) {
      isLoading.value = true;
      error.value = reason;
      isLoading.value = false;
    },
  };
}

it('A command group shows the error of the last command that was sent, until it is reset', () => {
  const [save, remove] = [command(), command()];
  const { error, reset } = useCommandGroup(save, remove);
  expect(error.value).toBeUndefined();
  save.fail('stale');
  expect(error.value).toBe('stale');
  remove.isLoading.value = true;
  expect(error.value).toBeUndefined();
  remove.fail('forbidden');
  expect(error.value).toBe('forbidden');
  reset();
  expect(error.value).toBeUndefined();
});

it('A command group is busy while any of its commands runs', () => {
  const [save, remove] = [command(), command()];
  const { isLoading } = useCommandGroup(save, remove);
  expect(isLoading.value).toBe(false);
  remove.isLoading.value = true;
  expect(isLoading.value).toBe(true);
});
