/**
 * Who may import whom. A domain is entered by its index.ts door alone, and only from a domain listed
 * here beside it; whatever must travel the other way is an event.
 */
const anyDomain = '[^/]+';
const maySee = {
  identity: [],
  markets: [],
  media: [],
  places: ['identity', 'markets'],
  payments: ['identity', 'markets'],
  catalog: ['identity', 'markets', 'media', 'places'],
  scheduling: ['identity', 'catalog', 'places', 'payments', 'markets'],
  practice: ['identity', 'catalog', 'media', 'payments', 'scheduling'],
  messaging: ['identity', 'catalog', 'scheduling'],
  reviews: ['identity', 'catalog', 'scheduling'],
  referrals: ['identity', 'catalog', 'scheduling'],
  search: [anyDomain],
  notifications: [anyDomain],
  insight: [anyDomain],
};
const seenByNobody = ['search', 'notifications', 'insight'];
const tests = '[.]test[.]tsx?$';

const directions = Object.entries(maySee).map(([domain, allowed]) => ({
  name: `${domain}-sees-only-its-neighbours`,
  comment: `${domain} may import: ${allowed.join(', ') || 'no other domain'}. Else publish an event.`,
  severity: 'error',
  from: { path: `^src/domains/${domain}/`, pathNot: tests },
  to: {
    path: '^src/domains/',
    pathNot: `^src/domains/(${[domain, ...allowed].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domains-meet-at-doors',
      comment: 'Import src/domains/NAME/index.ts, never a file behind it.',
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/' },
      to: { path: '^src/domains/', pathNot: '^src/domains/($1/|[^/]+/index[.]ts$)' },
    },
    {
      name: 'outsiders-use-doors',
      comment:
        'The composition root and the demo data enter a domain by its door like anyone else.',
      severity: 'error',
      from: { path: '^(src/(app|main)[.]ts|src/dev/)' },
      to: { path: '^src/domains/', pathNot: '^src/domains/[^/]+/index[.]ts$' },
    },
    {
      name: 'domain-is-on-the-map',
      comment: 'A new domain states in .dependency-cruiser.cjs whom it may import.',
      severity: 'error',
      from: { path: '^src/domains/', pathNot: `^src/domains/(${Object.keys(maySee).join('|')})/` },
      to: {},
    },
    ...directions,
    {
      name: 'nobody-imports-the-readers',
      comment: `${seenByNobody.join(', ')} listen and read; no domain depends on them.`,
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/', pathNot: tests },
      to: {
        path: `^src/domains/(${seenByNobody.join('|')})/`,
        pathNot: '^src/domains/$1/',
      },
    },
    {
      name: 'platform-knows-no-product',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: tests },
      to: { path: '^src/(domains|web|dev|app[.]ts|main[.]ts)' },
    },
    {
      name: 'web-speaks-http',
      comment: 'Pages are a client of the API: they know its generated types, nothing behind it.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/(domains|dev|app[.]ts|main[.]ts)' },
    },
    {
      name: 'figures-stand-alone',
      comment: 'Drawing a figure is pure: domains and pages import it, it imports nothing.',
      severity: 'error',
      from: { path: '^src/figures/', pathNot: tests },
      to: { pathNot: '^src/figures/' },
    },
    {
      name: 'domains-know-no-pages',
      severity: 'error',
      from: { path: '^src/domains/' },
      to: { path: '^src/(web|app[.]ts|main[.]ts)' },
    },
    {
      name: 'nothing-needs-dev',
      comment: 'The emulator, the inbox and the demo data never reach production.',
      severity: 'error',
      from: { path: '^src/(domains|platform|web)/', pathNot: tests },
      to: { path: '^src/dev/' },
    },
    {
      name: 'inside-knows-no-adapters',
      comment: 'Routes, jobs and listeners call verbs, never the other way round.',
      severity: 'error',
      from: {
        path: '^src/domains/',
        pathNot: `(^src/domains/[^/]+/(index|routes|jobs|listeners)[.]ts$|[.]routes[.]ts$|${tests})`,
      },
      to: { path: '^src/domains/.*(/|[.])(routes|jobs|listeners)[.]ts$' },
    },
    {
      name: 'one-way-to-the-database',
      comment: 'Connections and transactions are the business of platform/db.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/platform/(db|jobs)/|${tests}` },
      to: { path: 'node_modules/(pg|pg-boss|@electric-sql)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: `^(test|bench|simulate|bin)/|${tests}` },
    },
    {
      name: 'no-development-package-at-run-time',
      severity: 'error',
      from: {
        path: '^src/(platform|domains|web|app[.]ts|main[.]ts)',
        pathNot: `^src/web/(routes[.]ts$|build/)|${tests}`,
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: { pathNot: '^src/web/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'src/messages'] },
    exclude: { path: ['^build/', '[.]react-router/', '^coverage/', '^var/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
