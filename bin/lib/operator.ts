import { createEtude } from '../../src/app.ts';
import {
  operatorScopes,
  setOperatorScopes,
} from '../../src/domains/identity/people/set-operator-scopes.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { systemCtx } from '../../src/platform/context.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';

async function operator(email: string, scopes: string[]): Promise<void> {
  const { ctx, close } = await createEtude({ config: loadConfig(), log: createLog('warn') });
  try {
    const granted = await setOperatorScopes(systemCtx(ctx, 'operator'), { email, scopes });
    console.log(`${email}: ${granted.length > 0 ? granted.join(', ') : 'no operator'}`);
  } finally {
    await close();
  }
}

const [email, ...scopes] = process.argv.slice(2);
if (email === undefined) {
  console.error(`usage: bin/operator EMAIL [SCOPE…]   scopes: ${operatorScopes.join(', ')}`);
  process.exitCode = 2;
} else
  await operator(email, scopes).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
