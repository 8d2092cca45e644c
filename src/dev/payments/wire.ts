import type Stripe from 'stripe';

/**
 * An object as it travels: the SDK reads decimals into a class of its own, on the wire they are text, and
 * lists are plain.
 */
export type Wire<T> = T extends Stripe.Decimal
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

export type WirePrice = Wire<Stripe.Price>;
export type WireLineItem = Omit<Wire<Stripe.LineItem>, 'price'> & { price: WirePrice };
export type WireSubscription = Wire<Stripe.Subscription>;
export type WireSubscriptionItem = Wire<Stripe.SubscriptionItem>;
export type WireInvoice = Wire<Stripe.Invoice>;
export type WireInvoiceLine = Wire<Stripe.InvoiceLineItem>;
export type WireInvoiceItem = Wire<Stripe.InvoiceItem>;
