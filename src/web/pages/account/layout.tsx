import { Outlet, useLocation } from 'react-router';
import { m } from '../../../messages/messages.js';
import { dataOrThrow } from '../../api/problem.ts';
import { requestOf } from '../../context.ts';
import { requireVisitor } from '../require-visitor.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { DeletionNotice } from './DeletionNotice.tsx';
import type { Route } from './+types/layout';

export const handle = { hydrate: false };

export async function loader({ request, context }: Route.LoaderArgs) {
  const web = requestOf(context);
  requireVisitor(web, request);
  const [me, deletion] = await Promise.all([
    web.client.GET('/api/v1/me'),
    web.client.GET('/api/v1/me/deletion'),
  ]);
  const { displayName, email } = dataOrThrow(me);
  return { displayName, email, erasesAt: deletion.data?.erasesAt ?? null };
}

export const meta: Route.MetaFunction = () => [
  { title: `${m.account_title()} · ${m.brand()}` },
  { name: 'robots', content: 'noindex' },
];

/** The frame of the account's pages: who one is, where one can go, and what is about to happen. */
export default function AccountLayout({ loaderData }: Route.ComponentProps) {
  const { displayName, email, erasesAt } = loaderData;
  const { pathname } = useLocation();
  return (
    <div className="page-width grid gap-6 pt-4 md:grid-cols-[13rem_minmax(0,1fr)] md:gap-12 md:pt-10 lg:grid-cols-[15rem_minmax(0,40rem)] lg:gap-16">
      <aside className="min-w-0 md:sticky md:top-8 md:self-start print:hidden">
        <div className="mb-5 hidden px-3 md:block">
          <p className="truncate font-display text-22">{displayName}</p>
          <p className="truncate text-14 text-soft" title={email}>
            {email}
          </p>
        </div>
        <AccountMenu path={pathname} />
      </aside>
      <div className="grid min-w-0 max-w-160 content-start gap-6">
        {erasesAt === null ? null : <DeletionNotice erasesAt={erasesAt} />}
        <Outlet />
      </div>
    </div>
  );
}
