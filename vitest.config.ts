import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  pool: 'forks',
  restoreMocks: true,
  unstubEnvs: true,
  // On a machine that others share, a moment's stall is no fault; the report says what was tried again.
  retry: process.env['CI'] ? 1 : 0,
} as const;

export default defineConfig({
  test: {
    maxWorkers: 2,
    slowTestThreshold: 2_000,
    teardownTimeout: 15_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/web/**', 'src/messages/**', '**/*.test.ts'],
      reporter: ['text-summary', 'html'],
      reportsDirectory: 'coverage',
    },
    projects: [
      {
        test: {
          ...shared,
          name: 'api',
          include: ['{src,test,simulate}/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          globalSetup: ['test/support/lend-databases.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A browser wants a quiet machine: after everything else, one file at a time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
