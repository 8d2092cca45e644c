import {
  createEndpoint,
  readEndpoint,
  updateEndpoint,
} from '../../actions/webhooks/webhook-endpoints.ts';
import { invalidRequest } from '../errors.ts';
import { readPage } from '../lists.ts';
import { find, get, list, post, remove, retrieve, type ApiRoute } from '../route.ts';

const endpoints = '/v1/webhook_endpoints';

export const eventRoutes: ApiRoute[] = [
  get('/v1/events', (params) => {
    const type = params.text('type');
    const types = [...params.texts('types'), ...(type === undefined ? [] : [type])];
    if (types.length > 20) {
      throw invalidRequest('You can give at most 20 types.', { param: 'types' });
    }
    const created = params.range('created');
    const fits = (found: string) =>
      types.length === 0 ||
      types.some((wanted) =>
        wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : wanted === found,
      );
    const page = readPage(params, '/v1/events');
    return ({ store }) =>
      page(
        [...store.events.values()].filter((event) => fits(event.type) && created(event.created)),
      );
  }),
  retrieve('/v1/events', 'events', 'event'),
  post(endpoints, (params) => {
    const input = readEndpoint(params, true);
    return (op) => createEndpoint(op, input);
  }),
  list(endpoints, 'webhookEndpoints', []),
  retrieve(endpoints, 'webhookEndpoints', 'webhook_endpoint'),
  post(`${endpoints}/:id`, (params, id) => {
    const input = readEndpoint(params, false);
    return (op) =>
      updateEndpoint(op, find(op.store, 'webhookEndpoints', id, 'webhook_endpoint'), input);
  }),
  remove(`${endpoints}/:id`, (_params, id) => ({ store }) => {
    find(store, 'webhookEndpoints', id, 'webhook_endpoint');
    store.webhookEndpoints.delete(id);
    store.endpointKeys.delete(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];
