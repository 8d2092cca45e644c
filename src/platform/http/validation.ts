import { type SerializerCompiler, SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

const addFormats = ajvFormats as unknown as (ajv: Ajv, names: string[]) => void;

const earliest = Temporal.Instant.from('1970-01-01T00:00Z');
const latest = Temporal.Instant.from('9999-12-31T00:00Z');

function isInstant(text: string): boolean {
  try {
    const instant = Temporal.Instant.from(text);
    return (
      Temporal.Instant.compare(instant, earliest) >= 0 &&
      Temporal.Instant.compare(instant, latest) <= 0
    );
  } catch {
    return false;
  }
}

function isPlainDate(text: string): boolean {
  try {
    const { year } = Temporal.PlainDate.from(text);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && year >= 1970;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}

function createAjv(options: Options): Ajv {
  const ajv = new Ajv({
    allErrors: false,
    removeAdditional: false,
    useDefaults: true,
    strict: false,
    ...options,
  });
  addFormats(ajv, ['uuid', 'uri']);
  ajv.addFormat('date-time', isInstant);
  ajv.addFormat('date', isPlainDate);
  ajv.addFormat('time-zone', isTimeZone);
  return ajv;
}

// Bodies mean what they say; what comes in an address is always text.
const exact = createAjv({ coerceTypes: false });
const coercing = createAjv({ coerceTypes: 'array' });

/** Compiles at first use: most processes never see most routes, and a compiled schema is large. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  const ajv = httpPart === 'body' ? exact : coercing;
  let compiled: ValidateFunction | undefined;
  const validate: Partial<Pick<ValidateFunction, 'errors'>> & ((data: unknown) => boolean) = (
    data,
  ) => {
    compiled ??= ajv.compile(schema);
    const valid = compiled(data) as boolean;
    validate.errors = compiled.errors ?? null;
    return valid;
  };
  return validate as ReturnType<FastifySchemaCompiler<object>>;
};

const compileSerializer = SerializerSelector()(undefined, {});

/** The same for answers. */
export const serializerCompiler: SerializerCompiler = (route) => {
  let compiled: ReturnType<SerializerCompiler> | undefined;
  return (data) => (compiled ??= compileSerializer(route))(data);
};

/** The path to a text with a NUL byte, which PostgreSQL can't store; undefined when there is none. */
export function findNulByte(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined;
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (key.includes('\0')) return path || 'body';
    const found = findNulByte(item, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}
