/** With one digit below ten, so that one in a thousand is not none. */
export function shareOf(count: number, total: number): string {
  const percent = (100 * count) / Math.max(1, total)
  return `${percent < 9.95 ? String(Math.round(percent * 10) / 10) : String(Math.round(percent))} %`
}
