import { Type } from 'typebox';
import { MoneySchema } from '../../platform/http/index.ts';
import type { Market } from './markets.queries.ts';
import type { MarketSuggestion } from './suggest-market.ts';

const MarketCodeSchema = Type.Union([
  Type.Literal('us'),
  Type.Literal('gb'),
  Type.Literal('in'),
  Type.Literal('jp'),
]);

const MarketView = Type.Object(
  {
    code: MarketCodeSchema,
    name: Type.String(),
    currency: Type.String(),
    exponent: Type.Integer({ description: 'digits after the point of the currency' }),
    locales: Type.Array(Type.String()),
    timeZone: Type.String(),
    taxNote: Type.String(),
    priceMin: MoneySchema,
    priceMax: MoneySchema,
    commissionBp: Type.Integer({ description: 'our share of a price, in basis points' }),
    distanceUnit: Type.Union([Type.Literal('mi'), Type.Literal('km')]),
    paymentMethods: Type.Array(Type.String()),
  },
  { title: 'Market' },
);

export const MarketList = Type.Object({ items: Type.Array(MarketView), nextCursor: Type.Null() });

export const SuggestionView = Type.Object({
  market: MarketView,
  because: Type.Union([
    Type.Literal('country'),
    Type.Literal('time_zone'),
    Type.Literal('language'),
    Type.Literal('default'),
  ]),
});

export const ChosenMarket = Type.Object({ market: Type.Union([MarketView, Type.Null()]) });

export const ChooseMarketBody = Type.Object({
  market: MarketCodeSchema,
  confirmed: Type.Literal(true, { description: 'the person has seen and confirmed the market' }),
});

/** The answer's schema lets out what `MarketView` names, and nothing else. */
export const viewMarket = (market: Market) => ({
  ...market,
  priceMin: { minor: market.priceMinMinor, currency: market.currency },
  priceMax: { minor: market.priceMaxMinor, currency: market.currency },
});

export const viewSuggestion = ({ market, because }: MarketSuggestion) => ({
  market: viewMarket(market),
  because,
});
