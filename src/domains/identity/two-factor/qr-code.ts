import { renderSVG } from 'uqr';

/** The text as a QR code: an SVG of one path, black on white with the quiet zone that readers need. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 });
}
