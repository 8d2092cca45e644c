import { invalid, notFound, unavailable } from '../../platform/errors/index.ts';

const refused = (code: string, message: string) => invalid(code, message, { field: 'picture' });

export const pictureTypeRefused = () =>
  refused('picture_type', 'This is no JPEG, PNG or WebP picture.');

export const pictureTooLarge = (megapixelsMax: number) =>
  refused('picture_too_large', `A picture may have at most ${megapixelsMax} megapixels.`);

export const pictureTooSmall = (pixelsMin: number) =>
  refused('picture_too_small', `A picture needs at least ${pixelsMin} pixels on each side.`);

export const pictureBroken = () =>
  refused('picture_broken', 'This picture is damaged or not whole. Please choose another.');

export const picturesBusy = () =>
  unavailable('pictures_busy', 'Many pictures are being prepared. Please try again in a moment.', {
    retryAfterSeconds: 10,
  });

export const pictureNotFound = () => notFound('picture_not_found', 'There is no such picture.');
