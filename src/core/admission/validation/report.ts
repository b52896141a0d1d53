import type { Path } from '../../base/origin.ts'
import type { Reader } from '../../resources/index.ts'

export interface Statement {
  readonly path: Path
  readonly message: string
}

/** What a webhook finds in one resource. A place may be given as a value or as its path. */
export class Report {
  readonly errors: Statement[] = []
  readonly warnings: Statement[] = []

  error(at: Reader | Path, message: string): void {
    this.errors.push({ path: pathOf(at), message })
  }

  /** For checks that answer with a message or nothing. */
  errorIf(at: Reader | Path, message: string | undefined): void {
    if (message !== undefined) this.error(at, message)
  }

  warning(at: Reader | Path, message: string): void {
    this.warnings.push({ path: pathOf(at), message })
  }

  /** The errors alone, as istiod keeps them of subsets and port levels ([H5]). */
  errorsOf(check: (report: Report) => void): void {
    const inner = new Report()
    check(inner)
    this.errors.push(...inner.errors)
  }
}

function pathOf(at: Reader | Path): Path {
  return 'path' in at ? at.path : at
}
