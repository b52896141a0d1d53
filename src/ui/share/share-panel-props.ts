/** Where what is shared begins, and whether the request in focus is followed there. */
export interface ShareChoice {
  readonly opens: 'moment' | 'start' | 'presenting'
  readonly follows: boolean
}

export interface SharePanelProps {
  readonly atMs: number
  readonly focus: number | undefined
  /** Somebody presents: a step is shown. */
  readonly isPresented: boolean
  readonly keepsEarlier: boolean
  /** In characters, of a link that is given out. */
  readonly longest: number
  readonly linkOf: (choice: ShareChoice) => Promise<{ readonly link: string; readonly frame: string }>
  readonly onSaveText: () => void
  readonly onSavePicture: (() => void) | undefined
  readonly onSaveState: (choice: ShareChoice) => void
}
