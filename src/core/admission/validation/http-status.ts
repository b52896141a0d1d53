/** A status that Istio lets an abort or a direct response have; 600 slips through. Istio, validateHTTPStatus. */
export function checkHttpStatus(status: number): string | undefined {
  return status < 200 || status > 600 ? `HTTP status ${status} is not in range 200-599` : undefined
}
