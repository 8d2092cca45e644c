import type { WebRequest } from '../web/message.ts';
import { invalidRequest } from './errors.ts';
import { parseForm, type FormMap } from './form.ts';

/** A file that was sent along; its content is not kept. */
export interface Upload {
  name: string;
  size: number;
  type: string;
}

export interface CallBody {
  form: FormMap;
  upload?: Upload;
  /** The parameters as text, to recognise a repeated request. */
  text: string;
}

async function readMultipart(request: WebRequest, type: string): Promise<CallBody> {
  const headers = { 'content-type': type };
  let data: FormData;
  try {
    data = await new Response(new Uint8Array(request.body), { headers }).formData();
  } catch {
    throw invalidRequest('The request body is not valid multipart/form-data.');
  }
  const fields = new URLSearchParams();
  let upload: Upload | undefined;
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.append(name, value);
    else upload = { name: value.name, size: value.size, type: value.type };
  }
  const text = fields.toString();
  return {
    form: parseForm(text),
    ...(upload && { upload }),
    text: `${text}&file=${upload?.name}:${upload?.size}`,
  };
}

/** The parameters of a call: the query of GET and DELETE, the body of POST. */
export async function readBody(request: WebRequest): Promise<CallBody> {
  const type = request.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request, type);
  if (request.method === 'POST' && type.startsWith('application/json') && request.body.length > 0) {
    throw invalidRequest('Send the parameters as application/x-www-form-urlencoded.', {
      status: 415,
    });
  }
  const body = request.body.toString('utf8');
  const text = request.method === 'POST' ? body : [request.query, body].filter(Boolean).join('&');
  return { form: parseForm(text), text };
}
