/** What became of a request, as the stage speaks of it. One class, one shape; see the outcome table in `src/README.md`. */
export type Outcome = 'succeeded' | 'app-error' | 'injected' | 'nowhere' | 'nobody' | 'turned-away' | 'late'

/** The colour family: a CSS custom property `--ok`, `--app`, … with `-text`, `-lane` and `-wash` beside it. */
export type Tone = 'ok' | 'app' | 'lost' | 'refused' | 'late' | 'ghost'

/** Shapes of particles and marks; drawn by `render`. */
export type Shape = 'circle' | 'diamond' | 'square' | 'cross' | 'bar' | 'triangle' | 'hourglass' | 'ring'
