import type { Ctx } from '../../../platform/context.ts';
import { quoteChanged } from '../errors.ts';

/** How long an amount that was shown is kept. */
const quoteMinutes = 15;

/** The instant that a quote was for, while it holds. Throws quote_changed. */
export function quotedAt({ clock }: Ctx, at: Temporal.Instant | undefined): Temporal.Instant {
  const now = clock.now();
  const isKept =
    at !== undefined &&
    Temporal.Instant.compare(at, now) <= 0 &&
    Temporal.Instant.compare(at.add({ minutes: quoteMinutes }), now) >= 0;
  if (!isKept) throw quoteChanged({});
  return at;
}
