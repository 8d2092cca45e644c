// Generated from openapi.json.
// eslint-disable-next-line
export type paths = any;
