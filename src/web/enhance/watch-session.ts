const channelName = 'etude-session';
const askAgainMs = 5_000;
const onTheWayMs = 1_000;

/**
 * Notices at once when this session ends elsewhere. One tab per browser listens to the server and
 * tells the others; where that tab closes, the next one takes its place.
 */
export function watchSession(): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => leave(data as string));
  const tell = (reason: string): void => {
    channel.postMessage(reason);
    leave(reason);
  };
  // Held for as long as this page lives.
  void navigator.locks.request(channelName, () => new Promise<void>(() => listen(tell)));
}

function listen(tell: (reason: string) => void): void {
  const source = new EventSource('/api/v1/auth/watch');
  source.addEventListener('ended', ({ data }) => {
    source.close();
    tell((JSON.parse(data as string) as { reason: string }).reason);
  });
  source.addEventListener('error', () => {
    // A lost connection is taken up again by the browser; a refused one is not.
    if (source.readyState === EventSource.CLOSED) void askAgain(tell);
  });
}

async function askAgain(tell: (reason: string) => void): Promise<void> {
  const answer = await fetch('/api/v1/me').catch(() => undefined);
  if (answer?.status === 401) tell('');
  else setTimeout(() => listen(tell), askAgainMs);
}

/** Who signed out here knows, and is on the way already; anybody else is told on the page to sign in. */
function leave(reason: string): void {
  const here = location.pathname + location.search;
  if (reason === 'signed_out' || reason === 'replaced')
    setTimeout(() => location.replace(here), onTheWayMs);
  else location.replace(`/sign-in?ended=1&returnTo=${encodeURIComponent(here)}`);
}
