export { inboxPages } from './inbox-pages.ts';
export { keptTexts } from './kept-texts.ts';
export { localSmsProvider } from './sms-provider.ts';
export { type Inbox, startInbox } from './smtp-inbox.ts';
