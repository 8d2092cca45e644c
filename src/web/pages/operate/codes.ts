import type { Badge } from '../../ui/Badge.tsx';
import type { ComponentProps } from 'react';

type Tone = NonNullable<ComponentProps<typeof Badge>['tone']>;

const tones: Record<string, Tone> = {
  captured: 'success',
  succeeded: 'success',
  sent: 'success',
  won: 'success',
  done: 'success',
  processed: 'success',
  closed: 'plain',
  partly_refunded: 'warning',
  refunded: 'warning',
  under_review: 'accent',
  inquiry_review: 'accent',
  running: 'accent',
  authorised: 'accent',
  inquiry: 'warning',
  needs_response: 'danger',
  parked: 'warning',
  blocked: 'warning',
  open: 'accent',
  unknown: 'danger',
  pending: 'warning',
  failed: 'danger',
  lost: 'danger',
};

/** How loud the name of a state is; its words always stand beside the colour. */
export const toneOf = (status: string): Tone => tones[status] ?? 'plain';

/** A code of the API in plain letters: operators read the same words in the log. */
export const wordsOf = (code: string): string => code.replaceAll('_', ' ');
