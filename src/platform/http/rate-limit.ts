import { isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Config } from '../config/index.ts';
import { tooMany } from '../errors/index.ts';

export interface RateLimitRule {
  /** Rules of one name share their counters. */
  name: string;
  points: number;
  windowSeconds: number;
  /** Counts by this text of the validated request; by the sender's address when absent. */
  key?: (request: FastifyRequest) => string | undefined;
}

export interface RateLimits {
  /** Throws too_many with Retry-After once the rule's points are used up. */
  consume(rule: RateLimitRule, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  close(): void;
}

export async function rateLimits(config: Config): Promise<RateLimits> {
  const redis = config.redisUrl ? await connect(config.redisUrl) : undefined;
  redis?.on('error', () => {}); // the limiter falls back to its own memory until Redis is back
  const limiters = new Map<string, RateLimiterAbstract>();

  function limiterFor(rule: RateLimitRule): RateLimiterAbstract {
    let limiter = limiters.get(rule.name);
    if (!limiter) {
      const options = {
        keyPrefix: `etude:limit:${rule.name}`,
        points: rule.points * config.rateLimitFactor,
        duration: rule.windowSeconds,
      };
      const memory = new RateLimiterMemory(options);
      limiter = redis
        ? new RateLimiterRedis({
            ...options,
            storeClient: redis,
            insuranceLimiter: memory,
            rejectIfRedisNotReady: true, // else each request waits for Redis to come back
          })
        : memory;
      limiters.set(rule.name, limiter);
    }
    return limiter;
  }

  return {
    async consume(rule, request, reply) {
      const key = rule.key ? rule.key(request) : addressKey(request.ip);
      if (key === undefined) return;
      try {
        writeHeaders(reply, rule, config, await limiterFor(rule).consume(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        writeHeaders(reply, rule, config, refusal);
        const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
        throw tooMany('rate_limited', `Too many tries. Please wait ${retryAfterSeconds} seconds.`, {
          retryAfterSeconds,
          details: { retryAfterSeconds },
        });
      }
    },
    close: () => redis?.disconnect(),
  };
}

async function connect(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis');
  return new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 1_000 });
}

function writeHeaders(
  reply: FastifyReply,
  rule: RateLimitRule,
  config: Config,
  result: RateLimiterRes,
): void {
  reply.header('ratelimit-limit', rule.points * config.rateLimitFactor);
  reply.header('ratelimit-remaining', Math.max(0, result.remainingPoints));
  reply.header('ratelimit-reset', Math.ceil(result.msBeforeNext / 1000));
}

/** One home or office holds a whole /64 of IPv6, so that is what counts as one address. */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
