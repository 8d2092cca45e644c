import type { App } from '../../src/platform/http/index.ts';

export interface JsonSchema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `{name}` for each path parameter. */
  path: string;
  operationId?: string;
  parameters: { name: string; in: 'path' | 'query'; required?: boolean; schema: JsonSchema }[];
  body?: JsonSchema;
}

/** Every operation of the OpenAPI document. */
export function operationsOf(app: App): Operation[] {
  const document = app.swagger() as unknown as {
    paths: Record<
      string,
      Record<
        string,
        {
          operationId?: string;
          parameters?: Operation['parameters'];
          requestBody?: { content: Record<string, { schema: JsonSchema }> };
        }
      >
    >;
  };
  return Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, { operationId, parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      ...(operationId && { operationId }),
      parameters,
      ...(requestBody && { body: requestBody.content['application/json']?.schema ?? {} }),
    })),
  );
}
