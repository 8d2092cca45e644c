export { startPaymentEmulator } from './emulator.ts';
export type { PaymentEmulator, PaymentEmulatorOptions } from './emulator.ts';
export type { CallFault, Faults, WebhookFault } from './faults.ts';
export { testCards } from './cards.ts';
