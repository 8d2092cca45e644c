/** Names of people with one background, as they meet in one market. */
export interface NamePool {
  /** How often, compared with the other pools of the market. */
  weight: number;
  /** Usually borne by women, by men, by anyone. */
  w: string;
  m: string;
  n?: string;
  family: string;
  /** Language subtags beside the market's own. */
  speaks?: string[];
  /** Share of women drawn with a headscarf, and of men drawn with a turban. */
  headscarf?: number;
  turban?: number;
}
