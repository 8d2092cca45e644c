import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/web',
  buildDirectory: 'build',
  ssr: true,
  // Every route is known from the first page on: one small manifest, no discovery requests.
  routeDiscovery: { mode: 'initial' },
  // A route's loader and action run on the server alone, so there is nothing to split.
  splitRouteModules: false,
} satisfies Config;
