import type { Domain } from '../../platform/domain.ts';
import { defineJobs } from './jobs.ts';
import { importLibrary } from './library/import-library.ts';
import { erasePerson, exportPerson } from './person-data.ts';
import { routes } from './routes.ts';

export { getHomeworkForMail } from './assignments/homework-for-mail.ts';
export { homeworkGiven } from './events.ts';
export { importLibrary };

export const practiceDomain: Domain = {
  name: 'practice',
  routes,
  jobs: defineJobs,
  exportPerson,
  erasePerson,
  async prepare(ctx) {
    // So many words, and nothing needs them once they stand in the database.
    const { libraries } = await import('./content/libraries.ts');
    for (const library of libraries) await importLibrary(ctx, library);
  },
};
