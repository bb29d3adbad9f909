import { parentPort, workerData } from 'node:worker_threads'
import type { DrawingOrder } from './drawing.ts'
import { drawMonths } from './picture.ts'

// The thread of one picture: draws it, hands it over and ends.

const { table, labels } = workerData as DrawingOrder
parentPort?.postMessage(drawMonths(table, labels), [])
