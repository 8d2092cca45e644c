import { requestOf } from '../context.ts';
import type { Route } from './+types/robots';

const personal = [
  '/api/',
  '/book/',
  '/lessons',
  '/week',
  '/teach/',
  '/sign-in',
  '/join',
  '/market',
  '/dev/',
];

export function loader({ context }: Route.LoaderArgs) {
  const { publicUrl } = requestOf(context);
  const lines = [
    'User-agent: *',
    ...personal.map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  });
}
