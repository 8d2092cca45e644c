export { startPaymentEmulator } from './emulator.ts';
export type { PaymentEmulator, PaymentEmulatorOptions } from './emulator.ts';
export type { CallFault } from './faults.ts';
