import type { SharedState } from '../shared-state.ts'

/** Links that were made once, and are out in the world: they are never made anew, only added to. */
export const KEPT_LINKS: readonly { readonly about: string; readonly link: string; readonly state: SharedState }[] = [
  {
    about: 'a text and a moment',
    link: '#/s/1.q1YqSa0oUbJSSrRSSIrJU9JRykvMTVWyUqpQ0lFKLPEtVrIyrAUA',
    state: { text: 'a: b\n', name: 'x', atMs: 1 },
  },
  {
    about: 'every field',
    link: '#/s/1.dVFBbtswEPwKMWfGkWMYbfdaFO2lRYAUvtg-0OI6YkORKndlxzD094KCU7SH3JY7M5wZ8grlVwXBDWHDRUJOZBLrOZeXkJ4XQTTkRcj3p-UuvYTkyWxC0dHFJy6n0PIu9azOO3Vkria5nskUPgU-i5l2SQZuaZeM6bKokNnesP28Ux1m8M6UPCrPcz15Fg3J6ZzmOmv_3mqNjAdhJXNaVQdYVFcQ-pB4cXF9hIUWdzyGFnSFMHvQB4s2Bk4qoO0VwYPQwmIo-fUCgkTmYeH56MaosChO-ZHLE7c5edC6qXonwv_oc2JYRHfgCMI9LM4cnjsFLS0K_x5ZtCboWbtcBV-__ISFtB3PgWt_WPjg4rdcqbh1vC0fc1HQx8bCjdrlEvTyH2dw2t2MO3aeS822BSd_NwoXWPxykhP2-2naT_vp_bbHkvvvAlqum-qmdX5omqZZPKyrzyj1DbWMbHHM7SigTysL4citVghdjkw_PtcoOfIbV92hfgxrCe2cOPtN4PMbLMoDaDX9AQ',
    state: {
      text: 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: reviews }\nspec:\n  hosts: [reviews]\n  http:\n  - route:\n    - destination: { host: reviews, subset: v3 }\n',
      name: 'mine.yaml',
      traffic: {
        seed: 7,
        clients: [
          {
            id: 'c',
            proxy: 'sleep.default',
            ratePerSecond: 50,
            classes: [
              {
                id: 'one',
                label: '/',
                weight: 1,
                request: {
                  method: 'GET',
                  scheme: 'http',
                  dialHost: 'reviews',
                  dialPort: 80,
                  authority: 'reviews',
                  path: '/',
                  headers: [['end-user', 'jason']],
                },
              },
            ],
          },
        ],
      },
      proxy: 'sleep.default',
      fromMs: 1500,
      atMs: 20000.25,
      paused: true,
      focus: 93,
      selected: 'hole:NC',
      hole: true,
      tab: 'metrics',
      podView: true,
      step: 3,
    },
  },
]
