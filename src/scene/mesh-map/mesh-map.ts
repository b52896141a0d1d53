import type { ProxyId } from '../../core/base/ids.ts'
import type { AssumedTraffic } from '../assumed-traffic.ts'
import type { Outcome } from '../outcome.ts'

/** Who calls whom: every service and every caller of a text, the requests between them, and where these die. Plain data. */
export interface MeshMap {
  readonly nodes: readonly MapNode[]
  readonly calls: readonly MapCall[]
  readonly holes: readonly MapHole[]
  /** Nodes that are not in it. */
  readonly hidden: number
  /** Callers whose proxy was not looked at, for their number. */
  readonly unasked: number
  /** That nobody says who calls; absent: somebody does. */
  readonly assumed?: AssumedTraffic
  /** What its groups are; absent: namespaces. */
  readonly by?: 'application'
}

export interface MapNode {
  /** `default/reviews`; of a group its name. */
  readonly id: string
  readonly name: string
  /** What it is drawn with where there are many: its namespace, or its application. */
  readonly group: string
  /** As its labels name it; absent: they name none, and it is an application by itself. */
  readonly application?: string
  /** Stands for so many services of its group. */
  readonly members?: number
  /** Requests per second that reach it; of one that nobody calls, that it sends. */
  readonly ratePerSecond: number
  /** Calls as fast as it is answered: nobody knows its rate beforehand. */
  readonly unrated?: true
  /** Rules of VirtualServices for it. */
  readonly rules: number
  /** The text does not hold it. */
  readonly assumed?: true
  /** Nobody says what it sends. */
  readonly assumesTraffic?: true
  /** Whose proxy decides for what it calls; absent: it calls nothing. */
  readonly proxy?: ProxyId
}

export interface MapCall {
  readonly from: string
  readonly to: string
  /** Sent that way, what is lost included; 0: by a caller whose rate nobody knows beforehand. */
  readonly ratePerSecond: number
  /** Of these the ones that fail. */
  readonly lostPerSecond: number
  /** Of all that its caller sends, 0 to 1; of a group, that its callers send. */
  readonly share: number
  /** Nobody says that they are sent. */
  readonly assumed?: true
  /** What decides that they go there, most requests first; of groups none. */
  readonly ways: readonly MapWay[]
}

/** Requests per second that reach whom they are sent to. */
export const arrivingBy = ({ ratePerSecond, lostPerSecond }: MapCall): number => ratePerSecond - lostPerSecond

/** One rule's one destination for the requests of a call. */
export interface MapWay {
  /** Id of the rules card on the caller's stage. */
  readonly card: string | undefined
  /** `rule 2 of reviews`. */
  readonly rule: string
  /** What the rule asks for, in words. */
  readonly condition: string
  /** The subset or host drawn; empty where the rule answers itself. */
  readonly to: string
  /** As it is set, where the rule has several destinations. */
  readonly weight: number | undefined
  /** Of a caller whose rate nobody knows, parts of all that it sends. */
  readonly ratePerSecond: number
  /** How these requests fail, as the access log has it; undefined: they do not. */
  readonly loss: string | undefined
}

export interface MapHole {
  readonly id: string
  /** The caller that answers instead. */
  readonly at: string
  /** Whom it meant to call; undefined: nobody that the text knows. */
  readonly to: string | undefined
  /** `503 NC`. */
  readonly label: string
  readonly outcome: Outcome
  readonly ratePerSecond: number
  /** Of all that its caller sends, 0 to 1. */
  readonly share: number
}
