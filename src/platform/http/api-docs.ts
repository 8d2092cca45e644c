import type { App } from './index.ts';
import { withoutComponents } from './openapi-components.ts';

interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    schema: Schema;
    description?: string;
  }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
}

/**
 * The API for people who write programs: the OpenAPI document, and a page drawn from it on the
 * server, which needs no script and so keeps the strict content security policy.
 */
export function apiDocs(app: App): void {
  const config = { access: 'public', actor: false } as const;
  let page: string | undefined;
  app.get('/api/openapi.json', { config }, async () => app.swagger());
  app.get('/api/docs.css', { config }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(styles),
  );
  app.get('/api/docs', { config }, async (_request, reply) => {
    page ??= pageOf(withoutComponents(app.swagger() as unknown as Document));
    return reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      .type('text/html; charset=utf-8')
      .send(page);
  });
}

function pageOf({ info, paths }: Document): string {
  const groups = Map.groupBy(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    ),
    ({ operation }) => operation.tags?.[0] ?? 'Other',
  );
  const names = [...groups.keys()].sort();
  const links = names
    .map((name) => `<li><a href="#${anchor(name)}">${text(name)}</a></li>`)
    .join('');
  const sections = names.map(
    (name) =>
      `<section><h2 id="${anchor(name)}">${text(name)}</h2>${groups.get(name)!.map(operationOf).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(info.title)} API</title><link rel="stylesheet" href="/api/docs.css"></head><body><header><p><a href="/">${text(info.title)}</a></p><h1>API</h1><p>${text(info.description)} Bodies and answers are JSON; every error is a problem document with a code and a request id; every list is paged by <code>cursor</code>. <a href="/api/openapi.json">OpenAPI document</a></p><nav aria-label="Parts"><ul>${links}</ul></nav></header><main>${sections.join('')}</main></body></html>`;
}

function operationOf({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): string {
  const {
    operationId = '',
    summary = operationId,
    parameters = [],
    requestBody,
    responses,
  } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const answers = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { content }]) =>
      block(`Answer ${status}`, content?.['application/json']?.schema),
    );
  return `<article id="${anchor(operationId)}"><h3>${text(summary)}</h3><p class="line"><b>${method.toUpperCase()}</b> <code>${text(path)}</code></p>${parametersOf(parameters)}${block('Body', body)}${answers.join('')}</article>`;
}

function parametersOf(parameters: NonNullable<Operation['parameters']>): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${place}${required ? ', required' : ''}</td><td><code>${text(typeOf(schema, ''))}</code> ${text(description ?? schema.description ?? '')}</td></tr>`,
  );
  return `<div class="wide" tabindex="0" role="region" aria-label="Parameters"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Where</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function block(title: string, schema: Schema | undefined): string {
  if (!schema || schema.type === 'null') return '';
  return `<details><summary>${title}</summary><pre tabindex="0">${text(typeOf(schema, ''))}</pre></details>`;
}

/** A schema in the words of TypeScript, which most readers of an API know. */
function typeOf(schema: Schema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items ?? {}, indent)}[]`;
  if (!schema.properties) return schema.format ?? [schema.type ?? 'unknown'].flat().join(' | ');
  const inner = `${indent}  `;
  const fields = Object.entries(schema.properties).map(
    ([name, field]) =>
      `${inner}${name}${schema.required?.includes(name) ? '' : '?'}: ${typeOf(field, inner)}`,
  );
  return `{\n${fields.join('\n')}\n${indent}}`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (raw: string) => raw.replaceAll(/[&<>"]/g, (character) => escapes[character]!);
const anchor = (name: string) => text(name.toLowerCase().replaceAll(/\W+/g, '-'));

const styles = `:root{color-scheme:light dark;--paper:light-dark(#fbf8f2,#171613);--surface:light-dark(#fff,#201f1b);--ink:light-dark(#1c1b19,#f2ede3);--soft:light-dark(#5e5a52,#b5afa2);--line:light-dark(#e6e0d4,#35322b);--accent:light-dark(#2b4bc8,#9db1ff)}
body{margin:0 auto;max-width:860px;padding:24px 20px 96px;background:var(--paper);color:var(--ink);font:16px/1.55 'Instrument Sans Variable',system-ui,sans-serif}
h1,h2,h3{font-weight:600;line-height:1.2}h1{font-size:36px;margin:.2em 0}h2{font-size:28px;margin:2em 0 .6em}h3{font-size:18px;margin:0}a{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:8px 20px;padding:0;list-style:none}nav a{display:inline-block;padding:10px 0}
article{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:18px 20px;margin:12px 0}.line{margin:.3em 0 .6em;overflow-wrap:anywhere}.line b{color:var(--accent)}
code,pre{font:14px/1.5 ui-monospace,monospace}pre{overflow:auto;margin:8px 0 0}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:6px 12px 6px 0;border-top:1px solid var(--line);vertical-align:top;font-weight:400}thead th,td:nth-child(2){color:var(--soft)}
summary{cursor:pointer;padding:10px 0;color:var(--soft)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`;
