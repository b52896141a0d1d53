/** Sizes of the stage in its own units; the design's tables say why. */
export const MARGIN = 20
export const CLIENT_WIDTH = 106
/** Request classes that the client's card names; of more it tells how many. */
export const CLIENT_LINES = 8
export const CLASS_LINE = 17
export const CLASS_SECOND_LINE = 14
export const RULES_WIDTH = 180
export const SUBSETS_WIDTH = 152
export const WORKLOAD_WIDTH = 100
export const WORKLOAD_HEIGHT = 84
/** Shares of the free width between the columns, and the least that each gap needs. */
export const GAPS = [
  { share: 0.19, least: 40 },
  { share: 0.48, least: 96 },
  { share: 0.33, least: 60 },
] as const
/** Wider than this the lanes only get longer, so the picture is centred instead. */
export const WIDEST = 1240

export const HEADER = 44
export const BADGE_LINE = 34
export const SUBSET_ROW = 104
export const ROW_BADGES = 22
export const RULE_HEAD = 52
export const LEG = 46
export const RULE_FOOT = 4
/** Where a rail runs below the top of its leg. */
export const RAIL_DROP = 30
/** Where a rail runs below the top of its subset row. */
export const SUBSET_RAIL_DROP = 56
export const FAULT_LINE = 24
export const GUTTER = 34
export const SPINE_X = 17

/** The sidecar's box: what it keeps around the cards, and how far its title and the column names reach above them. */
export const BOX = { left: 24, right: 22, above: 62, below: 26 } as const
/** Where the box reaches out around a hole: how far into the box, above the gauge, beside the words, and what the box has below. */
export const BAY = { overlap: 20, pad: 8, side: 5, below: 18 } as const
export const HOLE_RADIUS = 44
export const HOLE_GAUGE = 9
export const HOLE_GAP = 34
/** Below a hole's centre: the label's text begins under the gauge, and the lines that it has besides the cause. */
export const HOLE_TEXT_TOP = 60
export const HOLE_TEXT_WIDTH = 186
export const HOLE_LINE = 17
export const REPLY_HEIGHT = 46
export const BAND_GAP = 44
export const WORKLOAD_GAP = 20
/** The first card's top under the headline. */
export const TOP = { most: 198, least: 152 } as const
/** Room under the picture for the key. */
export const FOOT = 64

export const LANE = { full: 28, least: 3, idle: 2, rail: 8 } as const
export const PILL = { width: 92, height: 20 } as const
/** The pod view: wider columns, rows with their pool instead of their meter, a card a pod. More pods than `most` are counted. */
export const OPEN = { subsets: 214, row: 70, workload: 288, head: 30, pod: 74, podGap: 13, more: 24, most: 12 } as const
/** A row's pool: with a limit each place is drawn. */
export const POOL = { limited: 116, plain: 52 } as const
export const POD = { radius: 11, pitch: 28, tight: 24 } as const

/** How thick a lane of this share is drawn. */
export const laneWidth = (share: number): number => (share <= 0 ? LANE.idle : Math.max(LANE.least, share * LANE.full))
