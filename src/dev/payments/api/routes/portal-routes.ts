import {
  advanceClock,
  createClock,
  deleteClock,
  getClock,
} from '../../actions/clocks/test-clocks.ts';
import {
  createConfiguration,
  createPortalSession,
  readConfiguration,
  readPortalSession,
  updateConfiguration,
} from '../../actions/portal/portal.ts';
import { list, get, post, remove, retrieve, type ApiRoute } from '../route.ts';

const configurations = '/v1/billing_portal/configurations';
const clocks = '/v1/test_helpers/test_clocks';

export const portalRoutes: ApiRoute[] = [
  post('/v1/billing_portal/sessions', (params) => {
    const input = readPortalSession(params);
    return (op) => createPortalSession(op, input);
  }),
  post(configurations, (params) => {
    const input = readConfiguration(params, true);
    return (op) => createConfiguration(op, input);
  }),
  list(configurations, 'portalConfigurations', ['active', 'is_default']),
  retrieve(configurations, 'portalConfigurations', 'configuration'),
  post(`${configurations}/:id`, (params, id) => {
    const input = readConfiguration(params, false);
    return (op) => updateConfiguration(op, id, input);
  }),
  post(clocks, (params) => {
    const input = {
      frozenTime: params.requiredInteger('frozen_time'),
      name: params.text('name', 300) ?? null,
    };
    return (op) => createClock(op, input);
  }),
  list(clocks, 'clocks', []),
  get(`${clocks}/:id`, (_params, id) => (op) => getClock(op, id)),
  post(`${clocks}/:id/advance`, (params, id) => {
    const to = params.requiredInteger('frozen_time');
    return (op) => advanceClock(op, id, to);
  }),
  remove(`${clocks}/:id`, (_params, id) => (op) => deleteClock(op, id)),
];
