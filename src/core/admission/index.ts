export type { Admission, Refusal, Remark } from './admission.ts'
export { admit } from './admit.ts'
