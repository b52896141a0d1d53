import type { Severity } from '../../base/diagnostic.ts'

export interface Message {
  /** Istio's own where the meaning is Istio's. Codes are never used again for something else. */
  readonly code: string
  readonly severity: Severity
  /** `{name}` stands for an argument. */
  readonly title: string
  /** Our own code for it where istioctl does not see it although its meaning is Istio's. */
  readonly unseen?: string
  /** One sentence for somebody who has never met it. */
  readonly help: string
}
