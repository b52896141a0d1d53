/** All that is loaded with the first presentation. */
export { createPresentation } from './presentation.ts'
export { PresenterTime } from './PresenterTime.tsx'
export { Presenting } from './Presenting.tsx'
