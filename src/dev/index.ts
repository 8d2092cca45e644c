import { join } from 'node:path';
import type { Etude } from '../app.ts';
import { systemCtx } from '../platform/context.ts';
import { DEMO_SIGN_IN, loadDemo } from './demo/index.ts';
import { inboxPages, keptTexts, localSmsProvider, startInbox } from './inbox/index.ts';
import { localOpenIdProvider } from './oidc/index.ts';
import { startPaymentEmulator } from './payments/index.ts';

export interface LocalServices {
  /** Loads the demo data where the configuration asks for it; needs the job queue. */
  prepare(): Promise<void>;
  /** Prints where everything is and how to sign in. */
  announce(): void;
  stop(): Promise<void>;
}

/** What stands in for the outside world on a developer's or a curious person's machine. */
export async function startLocal({ app, ctx }: Etude): Promise<LocalServices> {
  const { config, log } = ctx;
  if (config.production) throw new Error('the local services never run in production');
  const dir = join(config.dataDir, 'inbox');
  const texts = keptTexts(join(dir, 'sms'));
  inboxPages(app, { dir, texts });
  await localSmsProvider(app, config, texts);
  await localOpenIdProvider(app, config);
  const stops: (() => Promise<void>)[] = [];
  if (config.mail.smtpUrl === `smtp://127.0.0.1:${config.dev.inboxSmtpPort}`) {
    const inbox = await startInbox({ smtpPort: config.dev.inboxSmtpPort, dir });
    stops.push(() => inbox.close());
  }
  if (config.stripe.apiUrl === `http://127.0.0.1:${config.dev.paymentsPort}`) {
    const payments = await startPaymentEmulator({
      port: config.dev.paymentsPort,
      webhookUrl: `http://127.0.0.1:${config.port}/api/v1/webhooks/payments`,
      webhookSecret: config.stripe.webhookSecret,
      secretKey: config.stripe.secretKey,
      stateFile: join(config.dataDir, 'payments.json'),
      merchantName: 'Etude',
    });
    stops.push(() => payments.close());
  }
  return {
    async prepare() {
      if (!config.demo) return;
      const { teachers } = await loadDemo(systemCtx(ctx, 'demo'));
      if (teachers > 0) log.info({ teachers }, 'demo data loaded');
    },
    announce: () => console.log(announcement(config.publicUrl, config.demo)),
    async stop() {
      for (const stop of stops) await stop();
    },
  };
}

function announcement(publicUrl: string, demo: boolean): string {
  const { learner, instructor, operator, password } = DEMO_SIGN_IN;
  const signIn = [
    `  Learner      ${learner.email}`,
    `  Instructor   ${instructor.email}`,
    `  Operator     ${operator.email}`,
    `  Password     ${password}`,
    `  Test card    4242 4242 4242 4242, any later date, any CVC`,
  ];
  return [
    '',
    `  Etude is at  ${publicUrl}`,
    `  Mail, SMS    ${publicUrl}/dev/inbox`,
    ...(demo ? signIn : []),
    '',
  ].join('\n');
}
