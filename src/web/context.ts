import { createContext, type RouterContextProvider } from 'react-router';
import type { WebRequest } from './server/request-context.ts';

export const webRequest = createContext<WebRequest>();

/** What a loader or action works with: `const { client } = requestOf(context)`. */
export function requestOf(context: Readonly<RouterContextProvider>): WebRequest {
  return context.get(webRequest);
}
