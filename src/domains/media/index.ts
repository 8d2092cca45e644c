import type { Domain } from '../../platform/domain.ts';
import { deleteUploadsOf, listUploadsOf } from './pictures/pictures.queries.ts';
import { sweepPictures } from './pictures/sweep-pictures.ts';
import { routes } from './routes.ts';

export { drawPicture } from './pictures/draw-picture.ts';
export { sendPicture } from './pictures/send-picture.ts';
export { pictureWidths } from './pictures/renditions.ts';
export { viewPicture } from './pictures/picture-view.ts';
export {
  deleteUpload as releasePicture,
  findUploaded,
  keepPicture,
} from './pictures/pictures.queries.ts';

export const mediaDomain: Domain = {
  name: 'media',
  routes,
  jobs: (jobs) => jobs.define('media.sweep', { handler: sweepPictures, cron: '41 3 * * *' }),
  exportPerson: async (ctx, personId) => ({ pictures: await listUploadsOf(ctx, personId) }),
  erasePerson: deleteUploadsOf,
};
