import { m } from '../../../messages/messages.js';
import type { SavedCard } from '../../api/payments.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { SettingsItem, SettingsList } from '../account/SettingsList.tsx';
import { cardName } from './payments-texts.ts';

/** The cards that are kept at the provider, and what can be done with each. */
export function SavedCards({ cards }: { cards: readonly SavedCard[] }) {
  return (
    <section aria-labelledby="cards" className="grid gap-3">
      <h2 id="cards" className="text-22">
        {m.cards_title()}
      </h2>
      {cards.length === 0 ? (
        <p className="measure text-soft">{m.cards_none()}</p>
      ) : (
        <SettingsList>
          {cards.map((card) => (
            <SettingsItem
              key={card.id}
              icon="card"
              title={cardName(card)}
              badge={<CardBadge {...card} />}
              facts={factsOf(card)}
            >
              <CardActions {...card} />
            </SettingsItem>
          ))}
        </SettingsList>
      )}
      <form method="post">
        <Button tone="quiet" name="intent" value="add">
          {m.cards_add()}
        </Button>
      </form>
    </section>
  );
}

function CardBadge({ isDefault, isExpired }: SavedCard) {
  if (isExpired) return <Badge tone="warning">{m.cards_expired()}</Badge>;
  return isDefault ? <Badge tone="success">{m.cards_default()}</Badge> : null;
}

function factsOf({ expMonth, expYear, paysPlus }: SavedCard): string[] {
  const expires = m.cards_expires({ at: `${String(expMonth).padStart(2, '0')}/${expYear}` });
  return paysPlus ? [expires, m.cards_pays_plus()] : [expires];
}

function CardActions({ id, isDefault, ...card }: SavedCard) {
  const name = cardName(card);
  return (
    <form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={id} />
      {isDefault ? null : (
        <Button
          tone="quiet"
          name="intent"
          value="choose"
          aria-label={m.cards_choose_named({ name })}
        >
          {m.cards_choose()}
        </Button>
      )}
      <Button tone="link" name="intent" value="remove" aria-label={m.cards_remove_named({ name })}>
        {m.cards_remove()}
      </Button>
    </form>
  );
}
