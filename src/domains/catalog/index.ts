import type { Domain } from '../../platform/domain.ts';
import { deletionScheduled } from '../identity/index.ts';
import { erasePerson, exportPerson, hideProfile } from './person-data.ts';
import { routes } from './routes.ts';

export { instructorChanged, subjectsChanged } from './events.ts';
export {
  createInstructors,
  type InstructorDraft,
  type ServiceDraft,
} from './instructors/create-instructors.ts';
export {
  findInstructor,
  findInstructors,
  getInstructor,
  instructorForSearch,
  instructorsForSearch,
  type InstructorWithServices,
  listInstructors,
} from './instructors/get-instructor.ts';
export type { Instructor } from './instructors/instructor.ts';
export { type BookableService, getBookableService } from './services/bookable-service.ts';
export type { Service, ServicePlace } from './services/service.ts';
export { listSubjects } from './subjects/list-subjects.ts';

export const catalogDomain: Domain = {
  name: 'catalog',
  routes,
  listeners: (events) =>
    events.on(deletionScheduled, 'catalog.hide-profile', (ctx, { personId }) =>
      hideProfile(ctx, personId),
    ),
  exportPerson,
  erasePerson,
};
