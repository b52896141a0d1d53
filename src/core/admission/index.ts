export type { Refusal } from './admission.ts'
export { admit } from './admit.ts'
