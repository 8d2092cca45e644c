export interface Rating {
  /**
   * From 1 to 5, drawn towards the usual until there are enough reviews to know better; null while
   * there is none. Two decimals.
   */
  average: number | null;
  count: number;
}

/** What a new teacher is believed to be worth, and how many reviews that belief weighs. */
const usual = { average: 4.5, weight: 5 };

/** The Bayesian average: one five-star review does not outrank forty that are nearly all five. */
export function bayesianRating(sum: number, count: number): Rating {
  if (count === 0) return { average: null, count };
  const average = (usual.average * usual.weight + sum) / (usual.weight + count);
  return { average: Math.round(average * 100) / 100, count };
}
