/** Calls back once the browser has painted what is there now; returns the way to call it off. */
export function afterFirstPaint(callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const start = () => {
    timer = setTimeout(callback)
  }
  // A page in the background paints nothing, so it does not wait for a frame either.
  const frame = document.visibilityState === 'hidden' ? undefined : requestAnimationFrame(start)
  if (frame === undefined) start()
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
