export type PictureType = 'jpeg' | 'png' | 'webp';

const startsWith = (bytes: Uint8Array, at: number, expected: readonly number[]) =>
  expected.every((byte, index) => bytes[at + index] === byte);

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** What the bytes themselves say; a name or a Content-Type proves nothing. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, 0, png)) return 'png';
  if (startsWith(bytes, 0, riff) && startsWith(bytes, 8, webp)) return 'webp';
  return undefined;
}
