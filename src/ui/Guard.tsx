import { Component } from 'react'
import type { ReactNode } from 'react'

export interface GuardProps {
  readonly children: ReactNode
  /** Told what went wrong, for the report. */
  readonly onFailure: (message: string) => void
}

/** A region whose defect must not take the page with it: it empties, the others go on. */
export class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.onFailure(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }

  override render() {
    return this.state.failed ? null : this.props.children
  }
}
