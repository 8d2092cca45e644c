import type { FastifyRequest } from 'fastify';
import { cookieNames } from '../../../platform/http/index.ts';
import { type BrowserDevice, readDeviceCookie } from '../devices/device-cookie.ts';

/** What a request says about the browser (or program) that sends it. */
export interface Browser {
  userAgent: string | undefined;
  address: string;
  device?: BrowserDevice;
  trustToken?: string;
  pendingToken?: string;
}

export function browserOf({ ctx, cookies, headers, ip }: FastifyRequest): Browser {
  const names = cookieNames(ctx.config);
  const device = readDeviceCookie(cookies[names.device]);
  const trustToken = cookies[names.trust];
  const pendingToken = cookies[names.pending];
  return {
    userAgent: headers['user-agent'],
    address: ip,
    ...(device && { device }),
    ...(trustToken && { trustToken }),
    ...(pendingToken && { pendingToken }),
  };
}
