import { m } from '../../../../messages/messages.js';
import type { SequenceWarning } from '../../../api/types.ts';
import { cautionName } from '../practice-texts.ts';

const sideName = (side: SequenceWarning['side']): string =>
  side === 'left' ? m.builder_left() : m.builder_right();

const listed = (cautions: readonly string[]): string =>
  new Intl.ListFormat('en').format(cautions.map((one) => cautionName(one).toLowerCase()));

/** What a warning means, in one sentence. */
export const warningText = (warning: SequenceWarning): string => {
  const { code, name, side, seconds, cautions } = warning;
  const facts = { name, side: sideName(side).toLowerCase(), seconds: seconds ?? 0 };
  const texts: Record<SequenceWarning['code'], () => string> = {
    contraindicated: () => m.builder_warn_body({ name, cautions: listed(cautions) }),
    take_care: () => m.builder_warn_care({ name, cautions: listed(cautions) }),
    no_warm_up: () =>
      seconds === 0 ? m.builder_warn_cold({ name }) : m.builder_warn_warm_up(facts),
    missing_side: () => m.builder_warn_side(facts),
    uneven_sides: () => m.builder_warn_uneven(facts),
    left_library: () => m.builder_warn_gone({ name }),
  };
  return texts[code]();
};
