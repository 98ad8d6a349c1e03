import { workbench as en } from './en/workbench.ts'
import { workbench as zh } from './zh/workbench.ts'

/** Every text of the product in both languages, by area. The workbench itself loads one language at a time. */
export const catalogue = { zh, en }
