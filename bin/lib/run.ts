import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The repository's top folder. */
export const top = join(import.meta.dirname, '../..');

/** Path of a package's script inside node_modules. */
export const packageFile = (path: string) => join(top, 'node_modules', path);

export interface Ended {
  code: number;
  output: string;
  seconds: number;
}

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Show the output as it comes instead of collecting it. */
  show?: boolean;
  /** The command is ended when it takes longer. */
  secondsMax?: number;
}

/** Runs a command to its end; never throws: a command that cannot start ends with code 127. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<Ended> {
  const began = performance.now();
  const chunks: Buffer[] = [];
  const child = spawn(command, args, {
    cwd: options.cwd ?? top,
    env: options.env ?? process.env,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    timeout: (options.secondsMax ?? 0) * 1000,
  });
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (code: number, note = '') =>
      resolve({
        code,
        output: Buffer.concat(chunks).toString() + note,
        seconds: (performance.now() - began) / 1000,
      });
    child.on('error', (error) => end(127, `${error.message}\n`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `ended by ${signal}\n` : ''));
  });
}

/** Runs a script under the Node that runs this one. */
export const runNode = (script: string, args: string[] = [], options: RunOptions = {}) =>
  run(process.execPath, [script, ...args], options);
