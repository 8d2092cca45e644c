import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Upload } from '../../api/body.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';

const bytesMax = 5 * 1024 * 1024;
const kinds: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

export interface CreateFileInput {
  purpose: 'dispute_evidence' | 'identity_document';
  upload: Upload;
}

export function readCreateFile(params: Params): CreateFileInput {
  const purpose = params.oneOf('purpose', ['dispute_evidence', 'identity_document']);
  const { upload } = params;
  if (purpose === undefined || !upload) {
    const missing = upload ? 'purpose' : 'file';
    throw invalidRequest(`Missing required param: ${missing}.`, {
      code: 'parameter_missing',
      param: missing,
    });
  }
  if (upload.size > bytesMax) {
    throw invalidRequest('The file is larger than 5 MB.', { param: 'file' });
  }
  return { purpose, upload };
}

const kindOf = ({ name, type }: Upload): string =>
  kinds[type] ?? /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';

/** Notes what was sent; the content itself is not kept. */
export function createFile(op: Operation, { purpose, upload }: CreateFileInput): Stripe.File {
  const id = newId('file');
  const file = {
    id,
    object: 'file',
    created: op.now,
    expires_at: null,
    filename: upload.name,
    links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose,
    size: upload.size,
    title: null,
    type: kindOf(upload),
    url: `${op.baseUrl}/v1/files/${id}/contents`,
  } satisfies Stripe.File;
  op.store.files.set(id, file);
  return file;
}
