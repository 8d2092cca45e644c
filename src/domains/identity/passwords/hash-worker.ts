// Runs in a worker thread of low priority: whatever else wants to run goes first, and yet sign-ins go on
// while the machine is busy.
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';
import type { HashTask } from './hash-threads.ts';

yieldToOthers();

parentPort!.on('message', (task: HashTask) => {
  try {
    parentPort!.postMessage({ result: carryOut(task) });
  } catch (error) {
    parentPort!.postMessage({ error });
  }
});

function carryOut(task: HashTask): string | boolean {
  return task.hash === undefined
    ? hashSync(task.password, task.parameters)
    : verifySync(task.hash, task.password);
}

/** Linux gives each thread a priority of its own; elsewhere the thread keeps that of the process. */
function yieldToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(threadId, constants.priority.PRIORITY_LOW);
  } catch {
    // A sandbox may forbid it; hashing is then as urgent as the rest.
  }
}
