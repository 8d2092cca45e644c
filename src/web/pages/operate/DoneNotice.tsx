import { m } from '../../../messages/messages.js';
import { Alert } from '../../ui/Alert.tsx';

const texts = {
  asked: m.operate_done_asked,
  refund: m.operate_done_refund,
  replay: m.operate_done_replay,
  saved: m.operate_done_saved,
  file: m.operate_done_file,
  answer: m.operate_done_answer,
  compare: m.operate_done_compare,
  closed: m.operate_done_closed,
  settled: m.operate_done_settled,
};

export type Done = keyof typeof texts;

/** What was done a moment ago, as the address says. */
export function doneOf(request: Request): Done | undefined {
  const named = new URL(request.url).searchParams.get('done') ?? '';
  return Object.hasOwn(texts, named) ? (named as Done) : undefined;
}

export function DoneNotice({ done }: { done: Done | undefined }) {
  if (!done) return null;
  return (
    <Alert tone="success" live>
      {texts[done]()}
    </Alert>
  );
}
