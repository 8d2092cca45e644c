import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url';
import instrument from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url';
import { m } from '../messages/messages.js';
import { requestOf } from './context.ts';
import { marketOf } from './market.ts';
import { pageSettingsOf } from './page-handle.ts';
import { ErrorPage } from './shell/ErrorPage.tsx';
import { Footer } from './shell/Footer.tsx';
import { Header } from './shell/Header.tsx';
import stylesheet from './styles/app.css?url';
import type { Route } from './+types/root';

export async function loader({ context }: Route.LoaderArgs) {
  const web = requestOf(context);
  const market = await marketOf(web);
  return {
    market,
    visitor: web.visitor,
    timeZone: web.timeZone ?? web.visitor?.timeZone ?? market.timeZone,
    enhanceUrl: web.enhanceUrl,
    requestId: web.requestId,
  };
}

/** Who visits and from which market changes with a form, not with a page. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod !== 'GET';
}

const preloadedFonts = [fraunces, instrument];

/** The id of what comes last. */
const pageEnd = 'page-end';

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const matches = useMatches();
  const { pathname } = useLocation();
  const { hydrate, fillsWindow, isBare } = pageSettingsOf(matches);
  return (
    <html lang="en" className="h-full">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf8f2" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171613" media="(prefers-color-scheme: dark)" />
        {preloadedFonts.map((href) => (
          <link
            key={href}
            rel="preload"
            href={href}
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
          />
        ))}
        <link rel="stylesheet" href={stylesheet} />
        {/* Nothing is painted before the page has arrived: what is half there moves when the rest comes. */}
        <link rel="expect" href={`#${pageEnd}`} blocking="render" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        {data ? <script type="module" src={data.enhanceUrl} /> : null}
      </head>
      <body className="flex min-h-full flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-control focus:bg-inverse focus:px-4 focus:py-3 focus:text-on-inverse"
        >
          {m.skip_to_content()}
        </a>
        {data && !isBare ? (
          <Header visitor={data.visitor} market={data.market} path={pathname} wide={fillsWindow} />
        ) : null}
        <main id="content" tabIndex={-1} className="flex grow flex-col outline-none">
          {children}
        </main>
        {fillsWindow || isBare ? null : <Footer />}
        <div id={pageEnd} hidden />
        {hydrate ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>('root');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} requestId={data?.requestId} />;
}
