import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root.tsx';

/** What every page knows: the market, the visitor, and the zone that times are shown in. */
export function useShell() {
  const data = useRouteLoaderData<typeof loader>('root');
  if (!data) throw new Error('the shell has no data');
  return data;
}
