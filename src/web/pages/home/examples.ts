import { m } from '../../../messages/messages.js';

const examples: Record<string, () => string[]> = {
  gb: () => [m.home_example_gb_1(), m.home_example_gb_2(), m.home_example_gb_3()],
  us: () => [m.home_example_us_1(), m.home_example_us_2(), m.home_example_us_3()],
  in: () => [m.home_example_in_1(), m.home_example_in_2(), m.home_example_in_3()],
  jp: () => [m.home_example_jp_1(), m.home_example_jp_2(), m.home_example_jp_3()],
};

/** Wishes that make sense in a market: its places, its prices. */
export function examplesFor(marketCode: string): string[] {
  return examples[marketCode]?.() ?? [];
}
