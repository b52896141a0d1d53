export { assume } from './assume.ts'
