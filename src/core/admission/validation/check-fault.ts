import { GRPC_CODES } from '../../base/grpc-status.ts'
import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import { checkHttpStatus } from './http-status.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validateHTTPFaultInjection ([H19]); its warning of an abort without any error type is lost on the way ([H31]). */
export function checkFault(fault: Reader, report: Report): void {
  if (!fault.isPresent) return
  const [abort, delay] = [fault.at('abort'), fault.at('delay')]
  if (!abort.isPresent && !delay.isPresent) {
    report.error(fault, 'HTTP fault injection must have an abort and/or a delay')
  }
  if (abort.isPresent) checkAbort(abort, report)
  if (delay.isPresent) {
    checkPercentage(delay, report)
    checkDuration(delay, 'fixedDelay', report)
    checkDuration(delay, 'exponentialDelay', report)
    if (delay.at('exponentialDelay').isPresent) report.error(delay, 'exponentialDelay not supported yet')
  }
}

function checkAbort(abort: Reader, report: Report): void {
  checkPercentage(abort, report)
  const grpc = abort.string('grpcStatus')
  const status = abort.number('httpStatus')
  if (grpc !== undefined) {
    if (!GRPC_CODES.includes(grpc)) report.error(abort.at('grpcStatus'), unknownGrpc(grpc))
  } else if (abort.at('http2Error').isPresent) {
    report.error(abort, 'HTTP/2 abort fault injection not supported yet')
  } else if (status !== undefined) report.errorIf(abort.at('httpStatus'), checkHttpStatus(status))
}

function checkPercentage(fault: Reader, report: Report): void {
  const value = fault.at('percentage').number('value') ?? 0
  if (value < 0 || value > 100 || (value > 0 && value < 0.0001)) {
    report.error(fault.at('percentage'), `percentage ${goNumber(value)} is neither 0.0, nor in range [0.0001, 100.0]`)
  }
}

/** A float as Go's %v writes it. */
function goNumber(value: number): string {
  const size = Math.abs(value)
  return size < 1e-4 || size >= 1e21 ? value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2') : String(value)
}

function unknownGrpc(status: string): string {
  const list = 'https://github.com/grpc/grpc/blob/master/doc/statuscodes.md'
  return `gRPC status ${quote(status)} is not supported. See ${list} for a list of supported codes, for example 'NOT_FOUND'`
}
