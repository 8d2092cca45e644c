import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import { readUrl } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { apiVersion } from '../../objects/event.ts';

export interface EndpointInput {
  url: string | undefined;
  events: string[];
  connect: boolean;
  description: string | null | undefined;
  disabled: boolean | undefined;
  metadata: Record<string, string>;
}

export function readEndpoint(params: Params, creating: boolean): EndpointInput {
  if (creating) params.text('api_version');
  const input = {
    url: readUrl(params, 'url'),
    events: params.texts('enabled_events'),
    connect: creating ? (params.flag('connect') ?? false) : false,
    description: params.clearable('description'),
    disabled: creating ? undefined : params.flag('disabled'),
    metadata: params.metadataChange(),
  };
  if (creating && (input.url === undefined || input.events.length === 0)) {
    const param = input.url === undefined ? 'url' : 'enabled_events';
    throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  return input;
}

/** The secret is shown once, in the answer to its creation. */
export function createEndpoint(op: Operation, input: EndpointInput): Stripe.WebhookEndpoint {
  const secret = newId('whsec', 32);
  const endpoint = {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: apiVersion,
    application: null,
    created: op.now,
    description: input.description ?? null,
    enabled_events: input.events,
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: input.url!,
  } satisfies Stripe.WebhookEndpoint;
  applyMetadata(endpoint, input.metadata);
  op.store.webhookEndpoints.set(endpoint.id, endpoint);
  op.store.endpointKeys.set(endpoint.id, { secret, connect: input.connect });
  return { ...endpoint, secret };
}

export function updateEndpoint(
  op: Operation,
  endpoint: Stripe.WebhookEndpoint,
  input: EndpointInput,
): Stripe.WebhookEndpoint {
  Object.assign(endpoint, {
    ...(input.url !== undefined && { url: input.url }),
    ...(input.events.length > 0 && { enabled_events: input.events }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.disabled !== undefined && { status: input.disabled ? 'disabled' : 'enabled' }),
  });
  applyMetadata(endpoint, input.metadata);
  return endpoint;
}
