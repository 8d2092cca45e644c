import { data, redirect } from 'react-router';
import { m } from '../../../messages/messages.js';
import { exponentOf } from '../../format/prices.ts';
import type { WebRequest } from '../../server/request-context.ts';
import { refused } from '../form-answer.ts';
import { textFields } from '../form-fields.ts';
import { minorOf } from '../search/search-params.ts';

const texts = [
  'serviceId',
  'subjectSlug',
  'serviceTitle',
  'durationMinutes',
  'price',
  'mode',
] as const;

export type TypedService = Record<(typeof texts)[number], string>;

export interface ServiceAnswer {
  form: 'service';
  problem: { code: string; message: string; fields: Record<string, string> };
  typed: TypedService;
}

/** Adds a lesson to the offer, or changes one. */
export async function saveService(web: WebRequest, form: FormData, currency: string) {
  const typed = textFields(form, texts);
  const minor = readPrice(typed.price, currency);
  if (minor === undefined) return wrongPrice(typed);
  const body = {
    subjectSlug: typed.subjectSlug,
    title: typed.serviceTitle,
    durationMinutes: Math.trunc(Number(typed.durationMinutes)) || 0,
    price: { minor, currency },
    place: typed.mode === 'instructor' ? ('instructor' as const) : ('online' as const),
  };
  const answer = typed.serviceId
    ? await web.client.PATCH('/api/v1/me/instructor/services/{id}', {
        params: { path: { id: typed.serviceId } },
        body,
      })
    : await web.client.POST('/api/v1/me/instructor/services', { body });
  if (answer.data) throw redirect('/teach?saved=service#services', 303);
  const { data: said, init } = refused(answer, typed);
  return data<ServiceAnswer>(
    { form: 'service', problem: { ...said.problem, fields: asInForm(said.problem.fields) }, typed },
    init ?? undefined,
  );
}

/** "38", "38.50" or "38,50" in minor units; undefined for anything else. */
function readPrice(text: string, currency: string): number | undefined {
  const price = text.trim().replace(',', '.');
  const digits = exponentOf(currency);
  const sound = digits === 0 ? /^\d{1,9}$/ : new RegExp(`^\\d{1,9}(\\.\\d{1,${digits}})?$`);
  return sound.test(price) ? minorOf(price, currency) : undefined;
}

function wrongPrice(typed: TypedService) {
  const problem = {
    code: 'price_malformed',
    message: m.teach_price_wrong(),
    fields: { price: m.teach_price_wrong() },
  };
  return data<ServiceAnswer>({ form: 'service', problem, typed }, { status: 422 });
}

const names: Record<string, string> = {
  title: 'serviceTitle',
  placeSlug: 'mode',
  'price.minor': 'price',
  'price.currency': 'price',
};

/** The API's field names as the form's. */
function asInForm(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [names[field] ?? field, text]),
  );
}
