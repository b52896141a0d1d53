export interface AnimationLoop {
  /** Running: paints every frame. Not running: nothing, until `paintSoon`. */
  readonly update: (running: boolean) => void
  /** One paint in the next frame, however often it is asked for. */
  readonly paintSoon: () => void
  readonly dispose: () => void
}

export interface FrameSource {
  readonly request: (callback: () => void) => number
  readonly cancel: (handle: number) => void
}

const browserFrames: FrameSource = {
  request: callback => requestAnimationFrame(callback),
  cancel: handle => {
    cancelAnimationFrame(handle)
  },
}

/** The only animation loop of the stage. It holds no frame while nothing runs and nothing changed. */
export function createAnimationLoop(paint: () => void, frames: FrameSource = browserFrames): AnimationLoop {
  let running = false
  let handle: number | undefined
  let disposed = false
  const ask = (): void => {
    if (handle === undefined && !disposed) handle = frames.request(onFrame)
  }
  const onFrame = (): void => {
    handle = undefined
    paint()
    if (running) ask()
  }
  return {
    update: next => {
      running = next
      if (running) ask()
    },
    paintSoon: ask,
    dispose: () => {
      disposed = true
      if (handle !== undefined) frames.cancel(handle)
      handle = undefined
    },
  }
}
