import type { Diagnostic } from '../base/diagnostic.ts'
import type { AnalyzeContext } from './analyze-context.ts'

/** Looks at the whole world for one kind of problem. */
export type AnalyzeRule = (context: AnalyzeContext) => Iterable<Diagnostic>
