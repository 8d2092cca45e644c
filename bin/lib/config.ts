import { ConfigError, describeSettings, loadConfig } from '../../src/platform/config/index.ts';

for (const { name, value, source, about } of describeSettings(process.env)) {
  console.log(`${name.padEnd(24)} ${value.padEnd(28)} ${source.padEnd(12)} ${about}`);
}
try {
  loadConfig();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
