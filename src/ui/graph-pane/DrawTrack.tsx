/** A number drawn between 0 and 1, and the shares that it chose among. */
export interface Draw {
  readonly value: number
  readonly options: readonly { readonly share: number; readonly taken: boolean }[]
}

/** From 0 to 1, cut at the shares, with a tick at what was drawn; its middle is at 0. */
export function DrawTrack({
  draw,
  width,
  high,
}: {
  readonly draw: Draw
  readonly width: number
  readonly high: number
}) {
  const { value, options } = draw
  const starts = options.map((_, index) => options.slice(0, index).reduce((sum, option) => sum + option.share, 0))
  return (
    <>
      {options.map((option, index) => (
        <rect
          key={index}
          x={(starts[index] ?? 0) * width}
          y={-high / 2}
          width={Math.max(0, option.share * width - 2)}
          height={high}
          rx="2"
          fill={option.taken ? 'var(--control)' : 'var(--track)'}
        />
      ))}
      <path d={`M${(value * width).toFixed(1)} ${-high / 2 - 4}v${high + 8}`} stroke="var(--ink)" strokeWidth="2" />
    </>
  )
}
