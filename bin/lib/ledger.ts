import { createEtude } from '../../src/app.ts';
import { type Explanation, explainCharge } from '../../src/domains/payments/index.ts';
import { findBookingIdByReference } from '../../src/domains/scheduling/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { type Ctx, systemCtx } from '../../src/platform/context.ts';
import { formatMoney, type Money } from '../../src/platform/money/index.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';

async function explain(booking: string): Promise<void> {
  const { ctx, close } = await createEtude({ config: loadConfig(), log: createLog('warn') });
  try {
    const id = await bookingId(systemCtx(ctx, 'ledger'), booking);
    for (const line of linesOf(await explainCharge(ctx, `booking:${id}`))) console.log(line);
  } finally {
    await close();
  }
}

async function bookingId(ctx: Ctx, booking: string): Promise<string> {
  if (/^[0-9a-f-]{36}$/.test(booking)) return booking;
  const id = await findBookingIdByReference(ctx, booking.toUpperCase());
  if (!id) throw new Error(`no lesson is called ${booking}`);
  return id;
}

const amountOf = (amount: Money) => formatMoney(amount, 'en').padStart(14);

function linesOf({ charge, postings, balances, parts }: Explanation): string[] {
  return [
    `${charge.reference}  ${charge.status}  (charge ${charge.id})`,
    '',
    ...postings.flatMap(({ at, kind, lines }) => [
      `${at.toString()}  ${kind}`,
      ...lines.map(({ account, amount }) => `    ${account.padEnd(18)}${amountOf(amount)}`),
    ]),
    '',
    'On the accounts (debits positive):',
    ...balances.map(({ account, amount }) => `    ${account.padEnd(18)}${amountOf(amount)}`),
    '',
    'What was taken, and what became of it:',
    ...Object.entries(parts).map(([part, amount]) => `    ${part.padEnd(18)}${amountOf(amount)}`),
  ];
}

const [command, booking, ...rest] = process.argv.slice(2);
if (command !== 'explain' || booking === undefined || rest.length > 0) {
  console.error('usage: bin/ledger explain BOOKING   its id or its reference, such as 7KQ2-M9XD');
  process.exitCode = 2;
} else
  await explain(booking).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
