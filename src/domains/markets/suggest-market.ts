import type { Market } from './markets.queries.ts';

/** What a request tells about where its sender is. */
export interface MarketSignals {
  /** ISO 3166 code from a proxy that we trust. */
  country?: string;
  /** IANA zone of the browser. */
  timeZone?: string;
  acceptLanguage?: string;
}

export interface MarketSuggestion {
  market: Market;
  because: 'country' | 'time_zone' | 'language' | 'default';
}

/**
 * The market to offer first. The proxy's country says most; then the zone, since many browsers ask
 * for en-US wherever they are; then the languages' regions, the preferred first.
 */
export function suggestMarket(
  markets: readonly Market[],
  { country, timeZone, acceptLanguage }: MarketSignals,
): MarketSuggestion {
  const inCountry = (code: string | undefined) =>
    code && markets.find((market) => market.countries.includes(code.toUpperCase()));
  const byCountry = inCountry(country);
  if (byCountry) return { market: byCountry, because: 'country' };
  const byZone = timeZone && markets.find((market) => market.zones.includes(timeZone));
  if (byZone) return { market: byZone, because: 'time_zone' };
  for (const { region, language } of preferredLanguages(acceptLanguage)) {
    const market = inCountry(region) ?? (region ? undefined : speakers(markets, language));
    if (market) return { market, because: 'language' };
  }
  return { market: markets[0]!, because: 'default' };
}

/** A language without region points to a market when only one speaks it (ja: Japan, en: any). */
function speakers(markets: readonly Market[], language: string): Market | undefined {
  const speaking = markets.filter((market) =>
    market.locales.some((locale) => locale.startsWith(`${language}-`)),
  );
  return speaking.length === 1 ? speaking[0] : undefined;
}

const languagesMax = 20;

function preferredLanguages(header = ''): { language: string; region?: string }[] {
  return header
    .slice(0, 500)
    .split(',', languagesMax)
    .map((item) =>
      /^\s*([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(
        item,
      ),
    )
    .filter((match) => match !== null)
    .map(([, language, region, quality]) => ({
      language: language!.toLowerCase(),
      ...(region && { region: region.toUpperCase() }),
      quality: Number(quality ?? 1),
    }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
}
