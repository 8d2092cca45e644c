import type { Task } from './store.ts';

/** Keeps the list in the order of time; what is due at the same second stays in the order of planning. */
export function insertByTime(tasks: Task[], task: Task): void {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tasks[middle]!.dueAt <= task.dueAt) low = middle + 1;
    else high = middle;
  }
  tasks.splice(low, 0, task);
}
