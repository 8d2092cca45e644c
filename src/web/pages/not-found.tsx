import { m } from '../../messages/messages.js';

export const handle = { hydrate: false };

export function loader(): never {
  throw new Response(null, { status: 404, statusText: m.error_missing_title() });
}

export default function NotFound() {
  return null;
}
