export type Group = 'music' | 'school' | 'language' | 'movement' | 'making';

/**
 * What a demo teacher of one subject may say. `{hood}`, `{city}`, `{years}`, `{exam}` and, in what
 * learners say, `{name}` are filled in for each teacher.
 */
export interface SubjectText {
  group: Group;
  titles: string[];
  headlines: string[];
  openings: string[];
  methods: string[];
  lessons: string[];
  praise: string[];
}

export interface GroupText {
  backgrounds: string[];
  lessons: string[];
  praise: string[];
}
