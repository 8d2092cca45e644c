import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('pages/home/home.tsx'),
  route('search', 'pages/search/search.tsx'),
  route('maps/:file', 'pages/map-drawing.ts'),
  route('*', 'pages/not-found.tsx'),
] satisfies RouteConfig;
