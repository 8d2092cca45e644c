import { expect, it } from 'vitest';
import { withComponents, withoutComponents } from './openapi-components.ts';

const money = { title: 'Money', type: 'object', properties: { minor: { type: 'integer' } } };
const price = { title: 'Price', type: 'object', properties: { amount: money } };
const answering = (...schemas: object[]) => ({
  paths: {
    '/prices': { get: { responses: Object.fromEntries(schemas.map((one, at) => [at, one])) } },
  },
});

it('an answer named by a title stands once, also within another, and can be put back (PF-01)', () => {
  const lifted = withComponents(answering(price, money));
  expect(lifted.paths['/prices'].get.responses).toEqual({
    0: { $ref: '#/components/schemas/Price' },
    1: { $ref: '#/components/schemas/Money' },
  });
  const put = withoutComponents(lifted);
  expect(JSON.stringify(put.paths)).not.toContain('$ref');
  expect(put.paths['/prices'].get.responses).toMatchObject({
    0: { properties: { amount: { properties: { minor: { type: 'integer' } } } } },
  });
});

it('a field that is called title stays a field', () => {
  const lesson = { type: 'object', properties: { title: { type: 'string' } } };
  expect(withComponents(answering(lesson)).paths).toEqual(answering(lesson).paths);
});

it('two schemas of one title stop the build', () => {
  const other = { ...money, properties: {} };
  expect(() => withComponents(answering(money, other))).toThrow('titled Money');
});
