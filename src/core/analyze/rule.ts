import type { Diagnostic } from '../base/diagnostic.ts'
import type { Facts } from './facts.ts'

/** Looks at the whole world for one kind of problem. */
export type Rule = (facts: Facts) => readonly Diagnostic[]
