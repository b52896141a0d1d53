/** Sizes of the map in its own units. */
export const MAP = {
  card: { width: 122, height: 46 },
  /** The least between two cards of a column, and what they are kept apart at most. */
  gap: { least: 20, most: 90 },
  margin: 24,
  lane: { all: 28, least: 1.5, most: 14 },
  hole: 13,
  holeRoom: 44,
  holes: 2,
  /** From the start of a column to the start of the next; with shares on the lanes between. */
  column: { least: 158, labelled: 192, most: 232 },
  /** Shown smaller than this no name can be read. */
  readable: 0.7,
  /** Columns are wrapped only if they would be shown smaller than this. */
  wraps: 0.85,
  /** Between two lines of columns, where lanes run back. */
  between: 44,
} as const
