/** Everything that a key can do. */
export interface Actions {
  readonly playPause: () => void
  /** To the next or previous event: a request that lands. */
  readonly step: (by: 1 | -1) => void
  readonly seekBy: (ms: number) => void
  readonly toStart: () => void
  readonly nextRequest: (by: 1 | -1) => void
  readonly traceLoss: () => void
  readonly fit: () => void
  readonly zoom: (by: 1 | -1) => void
  readonly togglePods: () => void
  /** The picture, or the map, as tables, or again as a picture. */
  readonly toggleTable: () => void
  /** Asks as what the picture is to be saved. */
  readonly showExport: () => void
  readonly toggleMap: () => void
  /** A service, by its name. */
  readonly search: () => void
  readonly showTab: (index: number) => void
  readonly toggleEditor: () => void
  readonly toggleInspector: () => void
  readonly nextProblem: (by: 1 | -1) => void
  readonly fixProblem: () => void
  /** Of the text; `again` for what was undone. */
  readonly undo: (again: boolean) => void
  /** For the rule that is pointed at, by the cursor in its lines or on the picture. */
  readonly reachHere: () => void
  readonly showShare: () => void
  readonly showPalette: () => void
  /** Of the state as it is now. */
  readonly copyLink: () => Promise<void>
  readonly showKeys: () => void
  readonly showFidelity: () => void
  readonly showProblems: () => void
  readonly escape: () => void
  readonly present: () => void
  readonly isPresenting: () => boolean
  readonly leavePresentation: () => void
  /** To the next or previous step of the presentation. */
  readonly goToStep: (by: 1 | -1) => void
  readonly goToEnd: (last: boolean) => void
  readonly restartStep: () => void
  readonly toggleBlank: () => void
  readonly toggleLines: () => void
  readonly toggleNotes: () => void
  readonly togglePointer: (pointer: 'laser' | 'spotlight') => void
  readonly toggleFullScreen: () => void
}
