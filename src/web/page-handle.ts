import type { UIMatch } from 'react-router';

/** What a page may export as `handle`. */
export interface PageHandle {
  /** False: the page ships no framework script, only the enhancements. Default true. */
  hydrate?: boolean;
  /** Topics of the bus that make a cached copy stale; a page without topics is never cached. */
  cacheTopics?: string[];
  /** True: no footer, the page fills the window (results with the map). */
  fillsWindow?: boolean;
  /** True: neither header nor footer, and nothing of whoever visits (the player). */
  isBare?: boolean;
}

interface PageSettings {
  hydrate: boolean;
  cacheTopics: string[] | undefined;
  fillsWindow: boolean;
  isBare: boolean;
}

/** The settings of the page that a list of matches ends in. */
function pageSettings(handles: readonly unknown[]): PageSettings {
  const merged = Object.assign({}, ...handles) as PageHandle;
  return {
    hydrate: merged.hydrate ?? true,
    cacheTopics: merged.cacheTopics,
    fillsWindow: merged.fillsWindow ?? false,
    isBare: merged.isBare ?? false,
  };
}

export function pageHandleOf(
  matches: readonly { route: { id: string } }[],
  modules: Record<string, { handle?: unknown } | undefined>,
): PageSettings {
  return pageSettings(matches.map((match) => modules[match.route.id]?.handle));
}

export function pageSettingsOf(matches: readonly UIMatch[]): PageSettings {
  return pageSettings(matches.map((match) => match.handle));
}
