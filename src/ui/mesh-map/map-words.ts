import type { MapCall, MapFocus, MapHole, MapNode, MapWay, MeshMap } from '../../scene/index.ts'

const AS_ANSWERED = 'as answered'

const count = (n: number): string => n.toLocaleString('en')

/** `260/s`, `0.4/s`. */
export const rateText = (rate: number): string =>
  `${rate >= 9.95 ? count(Math.round(rate)) : String(Number(rate.toFixed(1)))}/s`

/** Of a call; a caller that goes by its answers has no rate. */
export const callRate = ({ ratePerSecond }: Pick<MapCall, 'ratePerSecond'>): string =>
  ratePerSecond > 0 ? rateText(ratePerSecond) : AS_ANSWERED

export const nodeRate = ({ ratePerSecond, unrated }: MapNode): string =>
  ratePerSecond === 0 && unrated ? AS_ANSWERED : rateText(ratePerSecond)

/** What sums of parts may be off by. */
const ROUNDING = 1e-9

/** Never 0 % or 100 % of what is neither. */
export function shareText(share: number): string {
  const rounded = (share * 100).toFixed(1)
  if (share > 0 && rounded === '0.0') return '< 0.1 %'
  if (share < 1 - ROUNDING && rounded === '100.0') return '> 99.9 %'
  return `${String(Number(rounded))} %`
}

/** What a group is. */
export const groupWord = ({ by }: Pick<MeshMap, 'by'>): string => by ?? 'namespace'

/** `reviews` of `default/reviews`. */
export const nameIn = (id: string): string => id.split('/').at(-1) ?? id

/** What is looked at, in the trail. */
export const focusName = (focus: MapFocus): string =>
  focus.kind === 'way' ? `${nameIn(focus.id)} to ${nameIn(focus.to)}` : nameIn(focus.id)

/** `rule 2 of reviews, end-user = jason: v2, weight 60`. */
export function wayWords({ rule, condition, to, weight }: MapWay): string {
  const asked = condition === '' || condition === 'no conditions' ? '' : `, ${condition}`
  const goes = to === '' ? '' : `: ${to}${weight === undefined ? '' : `, weight ${count(weight)}`}`
  return `${rule}${asked}${goes}`
}

/** The map in a sentence, and where requests are lost most. */
export function headlineOfMap(map: MeshMap): { readonly title: string; readonly detail: string } {
  const services = `${count(map.nodes.length)} ${map.nodes.length === 1 ? 'service' : 'services'}`
  const losers = [...new Set(map.holes.map(hole => hole.at))]
  const unasked = map.unasked > 0 ? ` ${count(map.unasked)} callers more are not looked at.` : ''
  const assumed = map.assumed ? ' Requests are assumed: no Scenario says who calls.' : ''
  if (map.calls.length === 0 && losers.length === 0)
    return { title: `${services}, and none calls another`, detail: `A Scenario says who calls whom.${unasked}` }
  if (losers.length === 0)
    return {
      title: `No request between ${services} is lost by configuration`,
      detail: `Pods may still fail.${assumed}${unasked}`,
    }
  const [worst] = [...map.holes].sort((a, b) => b.ratePerSecond - a.ratePerSecond)
  const title = `${count(losers.length)} of ${services} ${losers.length === 1 ? 'loses' : 'lose'} requests`
  return { title, detail: worst ? `${lossWords(worst)}.${assumed}${unasked}` : unasked }
}

/** `web to cart: 503 NC, 12 % of what web sends`. */
export function lossWords(hole: MapHole): string {
  const to = hole.to === undefined ? '' : ` to ${nameIn(hole.to)}`
  return `${nameIn(hole.at)}${to}: ${hole.label}, ${shareText(hole.share)} of what ${nameIn(hole.at)} sends`
}

/** What of the rest is not drawn. */
export const moreWords = ({ hidden }: MeshMap): string =>
  hidden === 0
    ? ''
    : `${count(hidden)} more are not drawn: those that lose least and have least traffic. Search finds them.`

/** What of a card the text does not say. */
export function assumedWords({ assumed, assumesTraffic }: MapNode): string {
  if (assumed) return 'assumed'
  return assumesTraffic ? 'sends assumed requests' : ''
}

/** A card for who cannot see it. */
export function nodeName(node: MapNode, holes: readonly MapHole[], by: MeshMap['by']): string {
  const kind = node.members === undefined ? 'Service' : by === 'application' ? 'Application' : 'Namespace'
  const members = node.members === undefined ? '' : `, ${count(node.members)} services`
  const rules = node.rules > 0 ? `, ${count(node.rules)} rules` : ''
  const losses = holes.map(hole => `, loses ${shareText(hole.share)}: ${hole.label}`).join('')
  const assumed = assumedWords(node)
  return `${kind} ${node.name}${members}, ${nodeRate(node)}${rules}${assumed === '' ? '' : `, ${assumed}`}${losses}`
}
