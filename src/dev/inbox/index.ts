export { inboxPages } from './inbox-pages.ts';
export { type Inbox, startInbox } from './smtp-inbox.ts';
