/** A canvas that fills its host, over those that are there. */
export function addCanvas(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas.style, {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    transformOrigin: '0 0',
  })
  host.append(canvas)
  return canvas
}
