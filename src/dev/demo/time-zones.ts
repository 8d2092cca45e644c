interface Located {
  slug: string;
  point: { lat: number; lng: number };
}

const fixed: Record<string, string> = { gb: 'Europe/London', in: 'Asia/Kolkata', jp: 'Asia/Tokyo' };
const exceptions: Record<string, string> = {
  phoenix: 'America/Phoenix',
  honolulu: 'Pacific/Honolulu',
  detroit: 'America/Detroit',
};

/** The zone of a place we ship. Cities of the United States lie far enough from the borders of their zones to go by longitude. */
export function timeZoneOf(marketCode: string, { slug, point }: Located): string {
  const known = fixed[marketCode] ?? exceptions[slug];
  if (known) return known;
  if (point.lng > -85.5) return 'America/New_York';
  if (point.lng > -101) return 'America/Chicago';
  return point.lng > -114 ? 'America/Denver' : 'America/Los_Angeles';
}
