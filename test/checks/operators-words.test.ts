import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chargeSteps } from '../../src/domains/payments/charges/charge-states.ts';
import { accountCodes, postingKinds } from '../../src/domains/payments/ledger/chart.ts';
import { refundReasons } from '../../src/domains/payments/operations/refund-reasons.ts';
import { Dispute } from '../../src/domains/payments/operations/schemas.ts';
import { transferSteps } from '../../src/domains/payments/transfers/transfer-states.ts';
import { problemKinds } from '../../src/domains/scheduling/tables.ts';

const messages = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../messages/en.json'), 'utf8'),
) as Record<string, string>;

describe('operators read plain words', () => {
  it.each([
    ['payment', [...Object.keys(chargeSteps), 'unknown']],
    ['transfer', Object.keys(transferSteps)],
    ['dispute', (Dispute.properties.status as unknown as { enum: string[] }).enum],
    ['posting', postingKinds],
    ['account', accountCodes],
    ['why', [...refundReasons, ...problemKinds.map((kind) => `problem_${kind}`)]],
  ])('for each code of a %s (PY-08)', (kind, codes) => {
    const unnamed = codes.filter((code) => !messages[`operate_${kind}_${code}`]);
    expect(unnamed).toEqual([]);
  });
});
