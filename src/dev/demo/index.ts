export { loadDemo } from './load-demo.ts';
export { DEMO_SIGN_IN } from './people.ts';
