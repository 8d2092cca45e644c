import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';
import { formatPrice } from '../../format/prices.ts';
import { useShell } from '../../shell/use-shell.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** Who cancelled the lesson, and what became of its money. */
export function Cancelled({ booking }: { booking: Booking }) {
  const { locale } = useShell().market;
  const { cancellation, viewer, counterpart } = booking;
  if (!cancellation) return null;
  return (
    <div className="grid gap-4">
      <Alert tone="info" title={cancelledBy(booking, cancellation)} live>
        {cancellation.by === 'system' ? unpaid(viewer) : moneyText(booking, cancellation, locale)}
      </Alert>
      {viewer === 'learner' && counterpart?.slug ? (
        <p>
          <ButtonLink href={`/teachers/${counterpart.slug}`}>
            {m.checkout_expired_again({ name: counterpart.name })}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

function cancelledBy(
  { viewer, counterpart }: Booking,
  { by, withdrawn }: NonNullable<Booking['cancellation']>,
): string {
  if (by === 'system') return m.lessons_cancelled_unpaid();
  const name = counterpart?.name ?? '';
  if (withdrawn)
    return by === viewer ? m.lessons_withdrawn_you() : m.lessons_withdrawn_other({ name });
  return by === viewer ? m.lessons_cancelled_you() : m.lessons_cancelled_other({ name });
}

const unpaid = (viewer: Booking['viewer']) =>
  viewer === 'instructor'
    ? m.lessons_cancelled_unpaid_teacher()
    : m.lessons_cancelled_unpaid_text();

function moneyText(
  { viewer, price }: Booking,
  { refund, money }: NonNullable<Booking['cancellation']>,
  locale: string,
): string {
  const keptMinor = price.minor - refund.minor;
  const kept = formatPrice({ ...price, minor: keptMinor }, locale, true);
  const amount = formatPrice(refund, locale, true);
  if (viewer === 'instructor')
    return keptMinor === 0
      ? m.lessons_cancelled_learner_free()
      : m.lessons_cancelled_learner_pays({ kept });
  if (money === 'untouched')
    return keptMinor === 0 ? m.lessons_cancelled_uncharged() : m.lessons_cancelled_share({ kept });
  if (refund.minor === 0) return m.lessons_cancelled_nothing();
  if (money === 'taken') return m.lessons_cancelled_refund({ amount });
  return keptMinor === 0
    ? m.lessons_cancelled_released({ amount })
    : m.lessons_cancelled_released_part({ amount, kept });
}
