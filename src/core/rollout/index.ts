export { behaveWhileAlive } from './pod-life.ts'
export type { PodLives } from './pod-life.ts'
export { playPods } from './play-pods.ts'
export type { Order, PlayedPods, PodChange, PodNow, PodTimes, PodsMoment, WorkloadNow } from './play-pods.ts'
