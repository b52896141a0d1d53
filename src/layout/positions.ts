/** In stage units: CSS pixels at 100 % zoom. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** x0 y0, two control points, x1 y1. */
export type Cubic = readonly [number, number, number, number, number, number, number, number]

export interface LanePath {
  /** End to end; straight pieces are cubics too. */
  readonly cubics: readonly Cubic[]
  readonly length: number
  /** Drawn thickness. */
  readonly width: number
}

/** Where everything of a stage is. Boxes by id: nodes, rule rows, legs, subset rows, pods (their circle's box). */
export interface Positions {
  readonly size: { readonly width: number; readonly height: number }
  readonly orientation: 'across' | 'down'
  /** Pods and pools are large: boxes of pods are their cards, and a lane leads to each. */
  readonly podView?: boolean
  readonly boxes: ReadonlyMap<string, Box>
  readonly lanes: ReadonlyMap<string, LanePath>
  /** Pills of lanes: centre of each. */
  readonly pills: ReadonlyMap<string, Point>
  /** Port bars where lanes cross card edges. */
  readonly ports: readonly { readonly laneId: string; readonly box: Box }[]
}
