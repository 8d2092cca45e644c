import type { NavigateFunction } from 'react-router';

/**
 * Follows plain links of this site without loading the document again. One listener for the page
 * instead of a component per link; returns how to stop. `data-document` asks for a full load.
 */
export function clientNavigation(navigate: NavigateFunction): () => void {
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || event.defaultPrevented || !isPlainClick(event) || !staysHere(link)) return;
    event.preventDefault();
    void navigate(`${link.pathname}${link.search}${link.hash}`, { preventScrollReset: link.dataset['scroll'] === 'keep' });
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

const served = ['/api/', '/dev/', '/assets/'];

function staysHere(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || (link.target && link.target !== '_self') || link.hasAttribute('download')) return false;
  if (link.dataset['document'] !== undefined || served.some((path) => link.pathname.startsWith(path))) return false;
  return !(link.hash && link.pathname === location.pathname && link.search === location.search);
}
