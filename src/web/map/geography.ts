import gb from './data/gb.json?url';
import indian from './data/in.json?url';
import jp from './data/jp.json?url';
import us from './data/us.json?url';

/** Addresses of the geography we ship, by market. */
export const geographyUrls: Record<string, string> = { gb, in: indian, jp, us };
